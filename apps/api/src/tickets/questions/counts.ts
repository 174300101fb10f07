import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { Badges, CountTickets } from '#read-side';
import { By } from '../../auth/caller.js';
import { Freshness } from '../../http/freshness.js';
import { ReadQuery } from '../../http/query-fields.js';
import { CountsBody } from '../answers.js';
import { BadgesBody } from './badges-body.js';
import { Question, type Told } from '../question.js';

@ApiTags('questions')
@Controller('v1')
export class CountsRoute {
  constructor(
    private readonly queries: QueryBus,
    private readonly freshness: Freshness,
  ) {}

  @Question('badges', {
    tells: 'How many tickets each view has, for roles with a badge',
    as: BadgesBody,
    refuses: [404],
  })
  async badges(@By() by: Actor, @Query() { after }: ReadQuery): Promise<Told<BadgesBody>> {
    await this.freshness.reach(['ticket-list'], after);
    const { views, ...rest } = await this.queries.execute(new Badges(by));
    return { ...views, ...rest };
  }

  @Question('counts', { tells: 'How many tickets each view and status has in scope', as: CountsBody })
  async counts(@By() by: Actor, @Query() { after }: ReadQuery): Promise<Told<CountsBody>> {
    await this.freshness.reach(['ticket-list'], after);
    return this.queries.execute(new CountTickets(by));
  }
}
