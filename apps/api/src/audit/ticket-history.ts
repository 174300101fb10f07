import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { CURSOR_SECRET, openCursor, sealCursor, UserNames } from '#read-side';
import type { Picture } from '#ticket';
import { ticketNotFound } from '../http/problem.js';
import { LEDGER } from './ledger.js';
import type { Ledger } from '#ledger';
import { Key } from '../tickets/key.js';
import { Question } from '../tickets/question.js';
import { AuditDoor, Auditing, type Auditor } from './audit-door.js';
import { CutQuery, cutOf, StepsQuery } from './cut-query.js';
import { stepsOf, type Step } from './history.js';
import { AuditStepsPage, toldStep } from './told.js';

export class AuditStateBody {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'the whole ticket, texts included' })
  state!: Picture;
  /** of the last event in it */
  revision!: string;
  /** when that happened */
  at!: string;
}

const usualLimit = 25;

@ApiTags('audit')
@Controller('v1/audit/tickets')
export class TicketHistoryRoute {
  constructor(
    private readonly door: AuditDoor,
    private readonly queries: QueryBus,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CURSOR_SECRET) private readonly cursorSecret: Uint8Array,
  ) {}

  @Question(':id', { tells: 'A ticket as it was at any moment', as: AuditStateBody, refuses: [403] })
  async state(
    @Auditing() auditor: Auditor,
    @Key() key: string,
    @Query() { after: position, ...query }: CutQuery,
  ): Promise<AuditStateBody> {
    const cut = cutOf(query);
    const ticketId = await this.door.ticket(auditor, key, position);
    let state: Picture | null = null;
    let last: Step['event'] | null = null;
    for await (const { event, after } of stepsOf(this.ledger, auditor.by.tenant, ticketId, cut)) {
      state = after;
      if (event.type !== 'LinkAdded' && event.type !== 'LinkRemoved') last = event;
    }
    if (!state || !last) throw ticketNotFound();
    await this.door.record(auditor, { what: 'ticket', ticketId }, query);
    return { state, revision: last.revision.toString(), at: last.metadata.occurredAt };
  }

  @Question(':id/events', {
    tells: 'Every event of a ticket with what it changed, oldest first',
    as: AuditStepsPage,
    refuses: [403],
  })
  async events(
    @Auditing() auditor: Auditor,
    @Key() key: string,
    @Query() { after: position, limit = usualLimit, cursor, ...query }: StepsQuery,
  ): Promise<AuditStepsPage> {
    const cut = cutOf(query);
    const { by } = auditor;
    const ticketId = await this.door.ticket(auditor, key, position);
    const binding = {
      list: 'audit-events',
      tenant: by.tenant,
      caller: by.id,
      filters: { ticketId, ...query },
      sort: 'asc',
    };
    const start = cursor === undefined ? -1n : BigInt(openCursor(this.cursorSecret, binding, cursor)[0]);
    const shown: Step[] = [];
    let found = false;
    let more = false;
    for await (const step of stepsOf(this.ledger, by.tenant, ticketId, cut)) {
      found = true;
      if (step.event.position <= start) continue;
      if (shown.length < limit) shown.push(step);
      else more = true;
    }
    if (!found) throw ticketNotFound();
    await this.door.record(auditor, { what: 'ticket-events', ticketId }, { ...query, limit, cursor });
    const names = await this.queries.execute(
      new UserNames(
        by.tenant,
        shown.map(({ event }) => event.metadata.actor.id),
      ),
    );
    const last = shown.at(-1)?.event;
    return {
      items: shown.map((step) => toldStep(step, names)),
      nextCursor: more && last ? sealCursor(this.cursorSecret, binding, [last.position.toString(), last.id]) : null,
    };
  }
}
