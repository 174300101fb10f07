// The social application's comments: the public replies of a ticket. Notes are not among them, whoever asks: nothing here
// would tell them apart.
import { randomUUID } from 'node:crypto';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Actor } from '#access';
import { TicketComments, type CommentPage, type CommentsAsked } from '#read-side';
import { limits } from '#ticket';
import type { CommandInput } from '#write-side';
import { By } from '../../auth/caller.js';
import { MayBeAbsent, Text } from '../../http/fields.js';
import { Freshness } from '../../http/freshness.js';
import { flawOf } from '../../http/hygiene.js';
import { Problem, ticketNotFound } from '../../http/problem.js';
import { Asked } from '../../tickets/asked.js';
import { CommandDoor } from '../../tickets/command-door.js';
import { TicketReader } from '../../tickets/ticket-reader.js';
import { referring, renamed } from '../renamed.js';
import { Shown } from '../shown.js';
import { AttachmentUrls, PagedQuery } from './fields.js';
import { SocialRoute, succeeded, type Success } from './social-route.js';
import { SocialCommentBody, toComment } from './words.js';

const models = ['ticket-list', 'ticket-thread'];
const named = [
  [/^parentId$/, 'parentCommentId'],
  [/^body$/, 'text'],
] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export class SocialCommentPageBody {
  /** oldest first; answers are among them and name what they answer */
  comments!: SocialCommentBody[];
  /** on all pages */
  totalCount!: number;
  hasMore!: boolean;
}

export class SocialNewCommentBody {
  @Text(200)
  ticketId!: string;

  @Text(limits.body)
  text!: string;

  /** the comment of the same ticket that this one answers */
  @MayBeAbsent()
  @IsUUID(undefined, { message: '$property must be a comment id' })
  parentCommentId?: string;

  @AttachmentUrls()
  attachmentUrls?: string[];
}

/** After a command: `id` and `ticketId` always, the rest as soon as the comment can be read. */
export class SocialWrittenCommentBody extends IntersectionType(
  PickType(SocialCommentBody, ['id', 'ticketId']),
  PartialType(OmitType(SocialCommentBody, ['id', 'ticketId'])),
) {}

@ApiTags('social surface')
@Controller('api/ticket-comments')
export class SocialComments {
  constructor(
    private readonly door: CommandDoor,
    private readonly reader: TicketReader,
    private readonly queries: QueryBus,
    private readonly freshness: Freshness,
    private readonly shown: Shown,
  ) {}

  @SocialRoute('GET', 'ticket/:ticketId', { does: 'A page of the comments on a ticket', as: SocialCommentPageBody })
  async ofTicket(@By() by: Actor, @Param('ticketId') ticket: string, @Query() query: PagedQuery) {
    const page = flawOf(ticket) ? null : await this.#page(by, { ticket }, query);
    if (!page) throw ticketNotFound();
    return told(page);
  }

  @SocialRoute('GET', ':commentId/replies', { does: 'The answers to a comment', as: SocialCommentPageBody })
  async ofComment(@By() by: Actor, @Param('commentId') comment: string, @Query() query: PagedQuery) {
    const page = uuid.test(comment) ? await this.#page(by, { comment }, query) : null;
    if (!page) throw new Problem(404, 'reply-not-found', 'There is no such comment.');
    return told(page);
  }

  @SocialRoute('POST', '', { does: 'Comment on a ticket', as: SocialWrittenCommentBody, answers: 201 })
  async add(@Asked() asked: Asked, @Body() body: SocialNewCommentBody): Promise<Success<SocialWrittenCommentBody>> {
    const { ticketId: id, text, parentCommentId, attachmentUrls } = body;
    const command: CommandInput = {
      type: 'AddReply',
      data: { replyId: randomUUID(), body: text, parentId: parentCommentId?.toLowerCase(), attachmentUrls },
    };
    const receipt = await referring(
      'ticketId',
      renamed(named, this.door.receipt({ ...asked, params: { id } }, body, command)),
    );
    const replyId = receipt.replyId ?? '';
    const read = await this.shown.after(receipt, () => this.reader.reply(asked.by, receipt.id, undefined, replyId));
    return succeeded(read ? toComment(receipt.id, read) : { id: replyId, ticketId: receipt.id });
  }

  /** Hidden is missing: both cost a second look, once the read models have caught up with the log. */
  async #page(
    by: Actor,
    of: CommentsAsked['of'],
    { page = 1, pageSize = 50 }: PagedQuery,
  ): Promise<CommentPage | null> {
    const ask = () => this.queries.execute(new TicketComments(by, { of, page, pageSize }));
    return (await ask()) ?? ((await this.freshness.current(models)) ? await ask() : null);
  }
}

const told = ({ ticketId, items, total, more }: CommentPage): Success<SocialCommentPageBody> =>
  succeeded({ comments: items.map((entry) => toComment(ticketId, entry)), totalCount: total, hasMore: more });
