import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, IsEmail, Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v5 } from 'uuid';
import { formatNumber } from '#policy';
import { limits } from '#ticket';
import { ActOnTicket, Numbers } from '#write-side';
import { Open } from '../auth/gate.js';
import { MayBeAbsent, OptionalText, Slug, Text } from '../http/fields.js';
import { Refuses, refusesBodies } from '../http/problem-answers.js';
import { idempotencyKey, refuseQuery } from '../http/request-head.js';
import { Counters } from '../limits/counters.js';
import { Limited } from '../limits/limits.js';
import { commandIdOf, hashOf, newTicketId } from '../tickets/command-door.js';
import { customValues, CustomValues } from '../tickets/custom-values.js';
import { addressKey, AddressSecret } from './address-key.js';
import { ForGuests, guestOf, Visited, type Visit } from './guest-gate.js';

const oneLine = () => Matches(/^\P{Cc}*$/u, { message: '$property must be one line' });

export class GuestTicketBody {
  @Text(limits.guestName)
  @oneLine()
  name!: string;

  @IsEmail({}, { message: '$property must be an e-mail address' })
  @Text(limits.guestEmail)
  email!: string;

  /** required where the policy says so */
  @OptionalText(limits.guestPhone)
  @oneLine()
  phone?: string;

  @Text(limits.subject)
  subject!: string;

  @Text(limits.description)
  description!: string;

  /** one in use */
  @Slug()
  categoryId!: string;

  /** of the category; others are dropped */
  @ApiPropertyOptional(customValues)
  @MayBeAbsent()
  @CustomValues()
  customFields?: Record<string, string | number | null>;

  /** dropped, whatever is sent */
  @ApiPropertyOptional({ type: String })
  @Allow()
  typeId?: unknown;

  /** dropped, whatever is sent */
  @ApiPropertyOptional({ type: String })
  @Allow()
  itemId?: unknown;

  /** dropped, whatever is sent */
  @ApiPropertyOptional({ type: String })
  @Allow()
  priority?: unknown;

  /** People are not shown this field, and leave it empty. */
  @ApiPropertyOptional({ type: String })
  @Allow()
  website?: unknown;
}

export class GuestTicketAnswer {
  /** the tracking number */
  number!: string;
  /** a link to the ticket goes to the address that was given */
  accessLink!: boolean;
}

@ApiTags('guests')
@Controller('v1/guest/tickets')
export class OpenGuestTicketRoute {
  constructor(
    private readonly commands: CommandBus,
    private readonly numbers: Numbers,
    private readonly counters: Counters,
    private readonly secret: AddressSecret,
  ) {}

  @Open()
  @ForGuests('form')
  @Limited('guest')
  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Open a ticket without an account', security: [] })
  @ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 } })
  @ApiResponse({
    status: 201,
    type: GuestTicketAnswer,
    headers: { 'Idempotency-Replayed': { schema: { type: 'string' }, description: '`true` on a repetition' } },
  })
  @Refuses(...refusesBodies, 403, 404, 409, 422, 429, 500, 503)
  async open(
    @Visited() visit: Visit,
    @Body() body: GuestTicketBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GuestTicketAnswer> {
    refuseQuery(request);
    const key = idempotencyKey(request);
    const { tenant, policy } = visit;
    const { name, email, phone, subject, description, categoryId, customFields, website } = body;
    const sender = addressKey(this.secret, email);
    await this.counters.count('guest', sender);
    const accessLink = policy.guest.accessLink != null;
    if (isFilled(website)) {
      const number = formatNumber(policy.numbers.template, await this.numbers.likely(visit), new Date().toISOString());
      return { number, accessLink };
    }
    // The key is the sender's: another's with the same key is another request.
    const commandId = commandIdOf({ by: { tenant, id: sender }, method: 'POST', key }, null);
    const ticketId = newTicketId(commandId);
    const guest = { name, email, ...(phone !== undefined && { phone }) };
    const { number, replayed } = await this.commands.execute(
      new ActOnTicket({
        ticketId,
        command: {
          type: 'OpenTicket',
          data: { ticketId, subject, description, categoryId, customFields, guest, guestLinkId: v5('link', ticketId) },
        },
        by: guestOf(visit, ticketId),
        commandId,
        requestHash: hashOf({ params: {} }, 'OpenTicket', body),
        correlationId: request.id,
      }),
    );
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    return { number, accessLink };
  }
}

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
