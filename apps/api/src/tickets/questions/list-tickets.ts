import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, Length, Matches } from 'class-validator';
import type { Actor } from '#access';
import { priorities, states, type Priority, type State, type TicketPolicy } from '#policy';
import {
  ListTickets,
  modelsAsked,
  ticketSorts,
  views,
  type TicketListParams,
  type TicketSort,
  type View,
} from '#read-side';
import { PolicyBook } from '#write-side';
import { By } from '../../auth/caller.js';
import { Freshness } from '../../http/freshness.js';
import { invalid } from '../../http/problem.js';
import { GivenOnce, Instant, PageQuery, Repeated } from '../../http/query-fields.js';
import { TicketPage } from '../answers.js';
import { Question, type Told } from '../question.js';

const orders = ['asc', 'desc'] as const;

export class ListTicketsQuery extends PageQuery {
  @IsOptional()
  @IsIn(views)
  view?: View;

  @IsOptional()
  @IsIn(states, { each: true })
  @IsArray()
  @Repeated()
  state?: State[];

  /** ids of the tenant's statuses */
  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  status?: string[];

  @IsOptional()
  @IsIn(priorities, { each: true })
  @IsArray()
  @Repeated()
  priority?: Priority[];

  /** `me`, `none`, `user:<id>` or `group:<id>` */
  @IsOptional()
  @Matches(/^(me|none|(user|group):\S{1,100})$/, {
    each: true,
    message: '$property must be me, none, user:<id> or group:<id>',
  })
  @IsArray()
  @Repeated()
  assignee?: string[];

  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  category?: string[];

  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  tag?: string[];

  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  client?: string[];

  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  project?: string[];

  /** `me`, or user ids */
  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  requester?: string[];

  /** `<kind>:<id>` */
  @IsOptional()
  @Matches(/^[^:]{1,32}:.{1,200}$/, { each: true, message: '$property must be <kind>:<id>' })
  @IsArray()
  @Repeated()
  reference?: string[];

  /** `<field id>:<value>`, for custom fields that can be filtered by; the same field again: or, other fields: and */
  @IsOptional()
  @Matches(/^[^:]{1,64}:[^]{1,1000}$/, { each: true, message: '$property must be <field id>:<value>' })
  @IsArray()
  @Repeated()
  field?: string[];

  /** whether the desk has set it aside; to those who may not see notes, nothing is */
  @IsOptional()
  @IsIn(['true', 'false'])
  snoozed?: 'true' | 'false';

  @Instant()
  createdFrom?: string;

  @Instant()
  createdTo?: string;

  @Instant()
  updatedFrom?: string;

  @Instant()
  updatedTo?: string;

  /**
   * a number's beginning, or part of subject or description; for staff also of replies, notes, and the requester's name
   * and e-mail. Nothing in it is a wildcard
   */
  @IsOptional()
  @Length(2, 200)
  @GivenOnce()
  q?: string;

  @IsOptional()
  @IsIn(ticketSorts)
  sort?: TicketSort;

  @IsOptional()
  @IsIn(orders)
  order?: (typeof orders)[number];
}

@ApiTags('questions')
@Controller('v1/tickets')
export class ListTicketsRoute {
  constructor(
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
    private readonly freshness: Freshness,
  ) {}

  @Question('', { tells: 'A page of the tickets in scope', as: TicketPage, refuses: [403] })
  async list(@By() by: Actor, @Query() { after, ...params }: ListTicketsQuery): Promise<Told<TicketPage>> {
    const policy = await this.policies.get(by.tenant);
    refuseUnknownStatuses(params.status, policy);
    // The patterns above have proved the forms of the filters.
    const asked = params as TicketListParams;
    await this.freshness.reach(modelsAsked(asked), after);
    return this.queries.execute(new ListTickets(by, asked, policy));
  }
}

function refuseUnknownStatuses(named: readonly string[] = [], { statuses }: TicketPolicy): void {
  const unknown = named.filter((id) => !statuses.some((status) => status.id === id));
  if (unknown.length > 0) throw invalid({ field: 'status', code: 'unknown-value', message: 'is no status here' });
}
