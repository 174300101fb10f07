// Every audit question comes in here: who may ask, which ticket is meant, and that it was asked.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { can, type Actor } from '#access';
import { deletedTicket, ticketInScope, type Database } from '#read-side';
import { callerOf } from '../auth/caller.js';
import type { Freshness } from '../http/freshness.js';
import { notAllowed, ticketNotFound } from '../http/problem.js';
import type { AuditJournal, AuditRead } from './journal.js';

export interface Auditor {
  readonly by: Actor;
  readonly correlationId: string;
}

export const Auditing = createParamDecorator((_: unknown, context: ExecutionContext): Auditor => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { by: callerOf(request).actor, correlationId: request.id };
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const models = ['ticket-list', 'deleted-tickets'];

export class AuditDoor {
  constructor(
    private readonly database: Database,
    private readonly freshness: Freshness,
    private readonly journal: AuditJournal,
  ) {}

  /** @throws Problem `not-allowed` */
  enter({ by }: Auditor): void {
    if (!can(by, 'audit')) throw notAllowed();
  }

  /**
   * The ticket a path means, deleted ones too. For auditors a UUID stands for itself: whether it has a history, the log
   * says. @throws Problem `ticket-not-found`, `not-allowed` for others who see the ticket
   */
  async ticket(auditor: Auditor, key: string, after?: string): Promise<string> {
    await this.freshness.reach(models, after);
    const id = await this.find(auditor, key);
    if (id === null) throw ticketNotFound();
    this.enter(auditor);
    return id;
  }

  /** null: hidden or missing */
  async find({ by }: Auditor, key: string): Promise<string | null> {
    const audits = can(by, 'audit');
    if (audits && uuid.test(key)) return key.toLowerCase();
    const find = () =>
      this.database.inTenant(by.tenant, async (tx) => {
        const there = await ticketInScope(tx, by, key).select('t.id').executeTakeFirst();
        return there?.id ?? (audits ? await deletedTicket(tx, by.tenant, key) : undefined);
      });
    return (await find()) ?? ((await this.freshness.current(models)) ? ((await find()) ?? null) : null);
  }

  /** Before an answer leaves. `asked`: what else was asked; absent values were not. */
  record(
    { by, correlationId }: Auditor,
    { what, ticketId }: Pick<AuditRead, 'what' | 'ticketId'>,
    asked: Readonly<Record<string, string | number | readonly string[] | undefined>> = {},
  ): Promise<void> {
    const said = Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value] as const],
    );
    return this.journal.record(by, correlationId, { what, ticketId, asked: Object.fromEntries(said) });
  }
}
