// What a link shows and lets do: what was asked, where it stands, what was said in public, and another reply.
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sideOf } from '#access';
import { statusCalled, type State, type TicketPolicy } from '#policy';
import type { ThreadEntry } from '#read-side';
import { limits } from '#ticket';
import { Open } from '../auth/gate.js';
import { Text } from '../http/fields.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { PageQuery } from '../http/query-fields.js';
import { idempotencyKey, refuseQuery } from '../http/request-head.js';
import { Limited } from '../limits/limits.js';
import { AsOfBody, NamedBody } from '../tickets/answers.js';
import { CommandDoor } from '../tickets/command-door.js';
import { ReplyReceiptBody } from '../tickets/command-route.js';
import type { Told } from '../tickets/question.js';
import { TicketReader } from '../tickets/ticket-reader.js';
import { ByLink, ForGuests } from './guest-gate.js';

export class GuestActorBody {
  name!: string;
  side!: 'requester' | 'support';
}

export class GuestEntryBody {
  id!: string;
  kind!: 'reply' | 'status';
  at!: string;
  actor!: GuestActorBody;
  body?: string;
  /** when it was last edited */
  edited?: string;
  /** of a status; null: the first one */
  from?: NamedBody | null;
  to?: NamedBody;
}

export class GuestThreadBody {
  /** oldest first */
  items!: GuestEntryBody[];
  nextCursor!: string | null;
}

export class GuestTicketView {
  number!: string;
  subject!: string;
  description!: string;
  status!: NamedBody;
  state!: State;
  /** whether a reply would be taken now */
  mayReply!: boolean;
  thread!: GuestThreadBody;
  /** when the link ends */
  expiresAt!: string;
  asOf!: AsOfBody;
}

export class GuestReplyBody {
  @Text(limits.body)
  body!: string;
}

@ApiTags('guests')
@ApiSecurity('guest-link')
@Controller('v1/guest/ticket')
export class GuestTicketRoute {
  constructor(
    private readonly reader: TicketReader,
    private readonly door: CommandDoor,
  ) {}

  @Open()
  @ForGuests('link')
  @Limited('guest-read')
  @Get()
  @ApiOperation({ summary: 'The one ticket that the link opens; `limit` and `cursor` page its thread' })
  @ApiResponse({ status: 200, type: GuestTicketView })
  @Refuses(...refusesAlways, 400, 404)
  async ticket(@ByLink() link: ByLink, @Query() { after, ...page }: PageQuery): Promise<Told<GuestTicketView>> {
    const { by, ticketId, policy, expiresAt } = link;
    const ticket = await this.reader.ticket(by, ticketId, after);
    const { items, nextCursor, asOf } = await this.reader.thread(by, ticketId, after, { ...page, of: 'conversation' });
    return {
      number: ticket.number,
      subject: ticket.subject,
      description: ticket.description,
      status: namedStatus(policy, ticket.status),
      state: ticket.state,
      mayReply: ticket.allowedActions.includes('reply'),
      thread: { items: items.map((entry) => shown(entry, policy)), nextCursor },
      expiresAt,
      asOf,
    };
  }

  @Open()
  @ForGuests('link')
  @Limited('guest')
  @Post('replies')
  @HttpCode(201)
  @ApiOperation({ summary: 'Reply to the ticket that the link opens' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 } })
  @ApiResponse({ status: 201, type: ReplyReceiptBody })
  @Refuses(...refusesAlways, ...refusesBodies, 404, 409, 422)
  reply(
    @ByLink() { by, ticketId }: ByLink,
    @Body() body: GuestReplyBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    refuseQuery(request);
    const asked = {
      by,
      method: request.method,
      params: { id: ticketId },
      key: idempotencyKey(request),
      ifMatch: undefined,
      correlationId: request.id,
      reply,
    };
    return this.door.act(asked, body, { type: 'AddReply', data: { replyId: randomUUID(), body: body.body } });
  }
}

const namedStatus = (policy: TicketPolicy, id: string): NamedBody => ({
  id,
  name: statusCalled(policy, id)?.label ?? id,
});

/** No ids of people, no roles, no reasons: who spoke for whom, and what they said. */
function shown(entry: ThreadEntry, policy: TicketPolicy): GuestEntryBody {
  const { id, at, actor, body, edited, from, to } = entry;
  const side = actor.side === sideOf('guest') ? 'requester' : 'support';
  const status = (value: unknown) => (typeof value === 'string' ? namedStatus(policy, value) : null);
  const [before, after] = [status(from), status(to)];
  return {
    id,
    kind: entry.kind === 'status' ? 'status' : 'reply',
    at,
    actor: { name: actor.name, side },
    ...(body !== undefined && { body }),
    ...(edited !== undefined && { edited }),
    ...(entry.kind === 'status' && after && { from: before, to: after }),
  };
}
