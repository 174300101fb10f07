import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { can, type Actor } from '#access';
import { ListTickets } from '#read-side';
import { PolicyBook } from '#write-side';
import { By } from '../auth/caller.js';
import { Freshness } from '../http/freshness.js';
import { notAllowed } from '../http/problem.js';
import { PageQuery } from '../http/query-fields.js';
import { TicketPage } from '../tickets/answers.js';
import { Question, type Told } from '../tickets/question.js';

@ApiTags('catalogues')
@Controller('v1/references')
export class TicketsByReference {
  constructor(
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
    private readonly freshness: Freshness,
  ) {}

  /** For those who work with references; an unknown one has no tickets. */
  @Question(':kind/:refId/tickets', { tells: 'The tickets in scope that refer to it', as: TicketPage, refuses: [403] })
  async tickets(
    @By() by: Actor,
    @Param('kind') kind: string,
    @Param('refId') refId: string,
    @Query() { after, ...page }: PageQuery,
  ): Promise<Told<TicketPage>> {
    if (!can(by, 'references') && !can(by, 'audit')) throw notAllowed();
    await this.freshness.reach(['ticket-list', 'ticket-search'], after);
    const reference = [`${kind}:${refId}`] as const;
    return this.queries.execute(new ListTickets(by, { ...page, reference }, await this.policies.get(by.tenant)));
  }
}
