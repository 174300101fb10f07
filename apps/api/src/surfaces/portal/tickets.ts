// The portal's support tickets: lists by view, one ticket with what was said on it, opening.
import { Body, Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import type { Actor } from '#access';
import { priorities, type Priority } from '#policy';
import { ListTickets, type Page, type TicketItem } from '#read-side';
import { limits } from '#ticket';
import { PolicyBook, type CommandInput } from '#write-side';
import { By } from '../../auth/caller.js';
import { MayBeAbsent, OptionalText, Slug, Text, UserId } from '../../http/fields.js';
import { Freshness } from '../../http/freshness.js';
import { GivenOnce, PageQuery, ReadQuery } from '../../http/query-fields.js';
import { Asked } from '../../tickets/asked.js';
import { CommandDoor } from '../../tickets/command-door.js';
import { CommandRoute } from '../../tickets/command-route.js';
import { Key } from '../../tickets/key.js';
import { Question } from '../../tickets/question.js';
import { References } from '../../tickets/references.js';
import { TicketReader } from '../../tickets/ticket-reader.js';
import { renamed } from '../renamed.js';
import { PortalWriting } from './writing.js';
import {
  detailsOf,
  PortalCommentBody,
  PortalDetailBody,
  PortalTicketBody,
  toComment,
  toMoves,
  toPortal,
} from './words.js';

const views = ['open', 'waiting', 'resolved', 'all'] as const;
const hundred = 100;

export class PortalListQuery extends PageQuery {
  /** `all` when absent; to customers, `waiting` is what waits for them */
  @IsOptional()
  @IsIn(views)
  view?: (typeof views)[number];

  /** part of the subject */
  @IsOptional()
  @Length(2, 200)
  @GivenOnce()
  search?: string;
}

export class PortalPageBody {
  items!: PortalTicketBody[];
  nextCursor!: string | null;
}

export class PortalCommentsBody {
  /** oldest first */
  items!: PortalCommentBody[];
  nextCursor!: string | null;
}

export class PortalOpenBody {
  @Text(limits.subject)
  subject!: string;

  @OptionalText(limits.description)
  description?: string;

  @IsOptional()
  @Slug()
  projectId?: string;

  /** for those who work for several clients; everybody else opens tickets of their own organisation */
  @IsOptional()
  @Slug()
  clientId?: string;

  @MayBeAbsent()
  @IsIn(priorities)
  priority?: Priority;

  /** user ids; the caller is told anyway */
  @MayBeAbsent()
  @ArrayUnique()
  @UserId({ each: true })
  @IsArray()
  recipients?: string[];

  /** references of related calls; one named twice counts once */
  @MayBeAbsent()
  @MaxLength(limits.referenceId, { each: true })
  @IsArray()
  calls?: string[];
}

/** After a command: `id`, `reference` and `status` always, the rest as soon as the ticket can be read. */
export class PortalWrittenBody extends IntersectionType(
  PickType(PortalTicketBody, ['id', 'reference', 'status']),
  PartialType(OmitType(PortalTicketBody, ['id', 'reference', 'status'])),
) {}

@ApiTags('portal surface')
@Controller('api/support/tickets')
export class PortalTickets {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
    private readonly reader: TicketReader,
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
    private readonly freshness: Freshness,
    private readonly writing: PortalWriting,
  ) {}

  @Question('', { tells: 'A page of the tickets in scope', as: PortalPageBody })
  async list(@By() by: Actor, @Query() query: PortalListQuery): Promise<PortalPageBody> {
    const { after, search, ...page } = query;
    // Beside the search that has an index, the one that is meant.
    const sought = search === undefined ? {} : { q: search, subject: search };
    await this.freshness.reach(['ticket-list', 'ticket-search'], after);
    const policy = await this.policies.get(by.tenant);
    return toPage(await this.queries.execute(new ListTickets(by, { ...page, ...sought }, policy)), by);
  }

  @Question(':id', { tells: 'One ticket, with comments and moves', as: PortalDetailBody })
  async one(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<PortalDetailBody> {
    const ticket = await this.reader.ticket(by, key, after);
    const [comments, moves, policy] = await Promise.all([
      this.reader.thread(by, ticket.id, after, { of: 'comments', limit: hundred }),
      this.reader.thread(by, ticket.id, after, { of: 'moves', limit: hundred, order: 'desc' }),
      this.policies.get(by.tenant),
    ]);
    return {
      ...toPortal(ticket, by),
      ...detailsOf(ticket),
      comments: comments.items.map(toComment),
      commentsCursor: comments.nextCursor,
      statusHistory: toMoves(moves.items.toReversed(), policy),
    };
  }

  @Question(':id/comments', { tells: 'A page of the comments on a ticket', as: PortalCommentsBody })
  async comments(@By() by: Actor, @Key() key: string, @Query() query: PageQuery): Promise<PortalCommentsBody> {
    const { after, ...page } = query;
    const { items, nextCursor } = await this.reader.thread(by, key, after, { limit: hundred, ...page, of: 'comments' });
    return { items: items.map(toComment), nextCursor };
  }

  @CommandRoute('POST', '', { does: 'Open a ticket', answers: 201, with: PortalWrittenBody })
  async open(@Asked() asked: Asked, @Body() body: PortalOpenBody): Promise<PortalWrittenBody> {
    const { calls, clientId, projectId, ...said } = body;
    const named = { ...said, clientId: clientId ?? undefined, projectId: projectId ?? undefined };
    const references = calls?.map((id) => ({ kind: 'call', id }));
    const command = (ticketId: string): CommandInput => ({
      type: 'OpenTicket',
      data: { ...named, ticketId, references },
    });
    const complete = async (ticketId: string) => {
      await this.references.checkNewTicket(asked.by, named);
      return command(ticketId);
    };
    return this.writing.told(
      asked,
      await renamed(
        [[/^references(\[\d+\]).*|^references$/, 'calls$1']],
        this.door.openingReceipt(asked, body, command, complete, '/api/support/tickets'),
      ),
    );
  }
}

export const toPage = ({ items, nextCursor }: Page<TicketItem>, by: Actor): PortalPageBody => ({
  items: items.map((item) => toPortal(item, by)),
  nextCursor,
});
