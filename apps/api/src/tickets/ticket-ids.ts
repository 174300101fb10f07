import { can, type Actor } from '#access';
import { deletedTicket, ticketInScope, type Database } from '#read-side';
import type { Freshness } from '../http/freshness.js';
import { ticketNotFound } from '../http/problem.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Which ticket a path means, by UUID or number. */
export class TicketIds {
  constructor(
    private readonly database: Database,
    private readonly freshness: Freshness,
  ) {}

  /** Like `find`, for a ticket that must be there to go on. @throws Problem `ticket-not-found` */
  async resolve(by: Actor, key: string): Promise<string> {
    const id = await this.find(by, key);
    if (id === null) throw ticketNotFound();
    return id;
  }

  /**
   * A UUID stands for itself, whether there is such a ticket or not. A number is looked up among the caller's tickets,
   * once more when the list has caught up with the log. null: there is none. Whoever deletes tickets may name a deleted
   * one, so that a repeated deletion finds its receipt; any other command to it is refused like to a missing one.
   */
  async find(by: Actor, key: string): Promise<string | null> {
    if (uuid.test(key)) return key.toLowerCase();
    const known = await this.#numbered(by, key);
    const models = can(by, 'delete') ? ['ticket-list', 'deleted-tickets'] : ['ticket-list'];
    if (known !== null || !(await this.freshness.current(models))) return known;
    return this.#numbered(by, key);
  }

  async #numbered(by: Actor, number: string): Promise<string | null> {
    return this.database.inTenant(by.tenant, async (tx) => {
      const row = await ticketInScope(tx, by, number).select('t.id').executeTakeFirst();
      return row?.id ?? (can(by, 'delete') ? await deletedTicket(tx, by.tenant, number) : undefined) ?? null;
    });
  }
}
