import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IsArray, IsOptional, IsUUID, Length } from 'class-validator';
import { ListRefusals } from '#read-side';
import { GivenOnce, Instant, PageQuery, Repeated } from '../http/query-fields.js';
import { Question } from '../tickets/question.js';
import { AuditDoor, Auditing, type Auditor } from './audit-door.js';
import { NamedAuditActorBody } from './told.js';

class RefusalActorBody implements Omit<NamedAuditActorBody, 'kind'> {
  id!: string;
  /** the role it had then */
  role!: string;
  /** as the directory has it now; null where it knows nobody by this id */
  name!: string | null;
}

export class RefusalBody {
  /** the first of them */
  at!: string;
  /** the last of them */
  until!: string;
  /** how many this row stands for */
  times!: number;
  actor!: RefusalActorBody;
  /**
   * method and route
   * @example POST /v1/tickets/{id}/close
   */
  command!: string;
  /** null: no ticket of this organisation was named, or more than can be told one by one */
  ticketId!: string | null;
  status!: number;
  code!: string;
  /** of the first of them */
  correlationId!: string;
  /** tells addresses apart without telling them */
  address!: string;
}

export class RefusalsPage {
  items!: RefusalBody[];
  nextCursor!: string | null;
}

export class RefusalsQuery extends PageQuery {
  @Instant()
  from?: string;

  @Instant()
  to?: string;

  /** user ids */
  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  actor?: string[];

  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  code?: string[];

  /** as the answer has it */
  @IsOptional()
  @Length(1, 200, { each: true })
  @IsArray()
  @Repeated()
  command?: string[];

  /** a ticket's UUID */
  @IsOptional()
  @IsUUID(undefined, { message: '$property must be the UUID of a ticket' })
  @GivenOnce()
  ticket?: string;
}

const usualLimit = 25;

@ApiTags('audit')
@Controller('v1/audit/refusals')
export class RefusalsRoute {
  constructor(
    private readonly door: AuditDoor,
    private readonly queries: QueryBus,
  ) {}

  @Question('', { tells: 'Commands that were refused, the newest first', as: RefusalsPage, refuses: [403] })
  async list(
    @Auditing() auditor: Auditor,
    @Query() { after: _after, limit = usualLimit, cursor, ticket, ...filters }: RefusalsQuery,
  ): Promise<RefusalsPage> {
    this.door.enter(auditor);
    const asked = { ...filters, ticket: ticket === undefined ? undefined : [ticket.toLowerCase()] };
    const { items, nextCursor } = await this.queries.execute(new ListRefusals(auditor.by, asked, { limit, cursor }));
    await this.door.record(auditor, { what: 'refusals', ticketId: null }, { ...asked, limit, cursor });
    return {
      items: items.map(({ actor_id, role, actorName, ticket_id, correlation_id, id: _id, ...refusal }) => ({
        ...refusal,
        actor: { id: actor_id, role, name: actorName },
        ticketId: ticket_id,
        correlationId: correlation_id,
      })),
      nextCursor,
    };
  }
}
