import type { Actor } from '#access';
import { ticketInScope, type Database } from '#read-side';
import type { Freshness } from '../http/freshness.js';
import { ticketNotFound } from '../http/problem.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Which ticket a path means, by UUID or number. */
export class TicketIds {
  constructor(
    private readonly database: Database,
    private readonly freshness: Freshness,
  ) {}

  /**
   * A UUID stands for itself, whether there is such a ticket or not. A number is looked up among the caller's tickets,
   * once more when the list has caught up with the log. @throws Problem `ticket-not-found`
   */
  async resolve(by: Actor, key: string): Promise<string> {
    if (uuid.test(key)) return key.toLowerCase();
    const id =
      (await this.#find(by, key)) ?? ((await this.freshness.current(['ticket-list'])) && (await this.#find(by, key)));
    if (!id) throw ticketNotFound();
    return id;
  }

  async #find(by: Actor, key: string): Promise<string | undefined> {
    const row = await this.database.inTenant(by.tenant, (tx) =>
      ticketInScope(tx, by, key).select('t.id').executeTakeFirst(),
    );
    return row?.id;
  }
}
