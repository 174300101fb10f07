// What the portal asks beside a ticket: how many are open, for the badge, and which tickets a call is related to.
import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { can, type Actor } from '#access';
import { Badges, ListTickets } from '#read-side';
import { PolicyBook } from '#write-side';
import { By } from '../../auth/caller.js';
import { Freshness } from '../../http/freshness.js';
import { notAllowed } from '../../http/problem.js';
import { PageQuery, ReadQuery } from '../../http/query-fields.js';
import { Question } from '../../tickets/question.js';
import { PortalPageBody, toPage } from './tickets.js';

export class OpenCountBody {
  count!: number;
}

@ApiTags('portal surface')
@Controller('api')
export class PortalShell {
  constructor(
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
    private readonly freshness: Freshness,
  ) {}

  @Question('shell/support/open-count', {
    tells: 'How many tickets are open in scope, for roles with a badge',
    as: OpenCountBody,
    refuses: [404],
  })
  async openCount(@By() by: Actor, @Query() { after }: ReadQuery): Promise<OpenCountBody> {
    await this.freshness.reach(['ticket-list'], after);
    const { views } = await this.queries.execute(new Badges(by));
    return { count: views.open ?? 0 };
  }

  /** For those inside, who work with references; an unknown call has no tickets. */
  @Question('support/calls/:ref/tickets', {
    tells: 'The tickets in scope that a call is related to',
    as: PortalPageBody,
    refuses: [403],
  })
  async tickets(@By() by: Actor, @Param('ref') ref: string, @Query() query: PageQuery): Promise<PortalPageBody> {
    if (by.side === 'customer' || by.side === 'partner' || !(can(by, 'references') || can(by, 'audit'))) {
      throw notAllowed();
    }
    const { after, ...page } = query;
    await this.freshness.reach(['ticket-list', 'ticket-search'], after);
    const asked = { ...page, reference: [`call:${ref}` as const] };
    return toPage(await this.queries.execute(new ListTickets(by, asked, await this.policies.get(by.tenant))), by);
  }
}
