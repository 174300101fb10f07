// The social application's tickets: create, list, one of them, and its three actions.
import { Body, Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { IsIn, IsOptional } from 'class-validator';
import { ApiTags, IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import type { Actor } from '#access';
import { deepestTicket, TicketPages } from '#read-side';
import { limits, Rejection } from '#ticket';
import { PolicyBook, type CommandInput, type Receipt } from '#write-side';
import { By } from '../../auth/caller.js';
import { MayBeAbsent, OptionalText, Text, UserId } from '../../http/fields.js';
import { invalid } from '../../http/problem.js';
import { GivenOnce, ReadQuery } from '../../http/query-fields.js';
import { Asked } from '../../tickets/asked.js';
import { CommandDoor } from '../../tickets/command-door.js';
import { Key } from '../../tickets/key.js';
import { References } from '../../tickets/references.js';
import { TicketReader } from '../../tickets/ticket-reader.js';
import { Shown } from '../shown.js';
import { AttachmentUrls, PagedQuery } from './fields.js';
import { SocialRoute, succeeded, type Success } from './social-route.js';
import { SocialTicketBody, statesOf, statusFilters, statusOf, toTicket } from './words.js';

export class SocialListQuery extends PagedQuery {
  /** a name, or its number: `New` 0, `InProgress` 1, `Resolved` 2, `Closed` 3 */
  @IsOptional()
  @IsIn(statusFilters)
  @GivenOnce()
  status?: string;
}

export class SocialPageBody {
  /** newest first */
  tickets!: SocialTicketBody[];
  /** on all pages */
  totalCount!: number;
  hasMore!: boolean;
}

export class SocialOpenBody {
  @Text(limits.subject)
  subject!: string;

  @OptionalText(limits.description)
  description?: string;

  @AttachmentUrls()
  attachmentUrls?: string[];

  @OptionalText(limits.department)
  department?: string;
}

const actions = ['StartProgress', 'MarkAsResolved', 'Close'] as const;

export class SocialStatusBody {
  @IsIn(actions)
  action!: (typeof actions)[number];

  /** of `StartProgress`: absent, the caller takes it; the other actions leave it alone */
  @MayBeAbsent()
  @UserId()
  assignedToUserId?: string;
}

/** After a command: `id` and `status` always, the rest as soon as the ticket can be read. */
export class SocialWrittenBody extends IntersectionType(
  PickType(SocialTicketBody, ['id', 'status']),
  PartialType(OmitType(SocialTicketBody, ['id', 'status'])),
) {}

@ApiTags('social surface')
@Controller('api/tickets')
export class SocialTickets {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
    private readonly reader: TicketReader,
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
    private readonly shown: Shown,
  ) {}

  @SocialRoute('GET', '', { does: "A page of the caller's tickets", as: SocialPageBody })
  async list(@By() by: Actor, @Query() query: SocialListQuery): Promise<Success<SocialPageBody>> {
    const { page = 1, pageSize = 20, status } = query;
    if (page * pageSize > deepestTicket) {
      const message = `reaches further than ${deepestTicket} tickets back; /v1/tickets goes on by cursor`;
      throw invalid({ field: 'page', code: 'too-deep', message });
    }
    const asked = { page, pageSize, ...(status !== undefined && { states: statesOf(status) }) };
    const policy = await this.policies.get(by.tenant);
    const { items, total, more } = await this.queries.execute(new TicketPages(by, asked, policy));
    return succeeded({ tickets: items.map(toTicket), totalCount: total, hasMore: more });
  }

  @SocialRoute('GET', ':id', { does: 'One ticket', as: SocialTicketBody })
  async one(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<Success<SocialTicketBody>> {
    return succeeded(toTicket(await this.reader.ticket(by, key, after)));
  }

  @SocialRoute('POST', '', { does: 'Open a ticket', as: SocialWrittenBody, answers: 201 })
  async open(@Asked() asked: Asked, @Body() body: SocialOpenBody): Promise<Success<SocialWrittenBody>> {
    const { subject, description, attachmentUrls, department } = body;
    const data = { subject, description, attachmentUrls, department };
    const command = (ticketId: string): CommandInput => ({ type: 'OpenTicket', data: { ticketId, ...data } });
    const complete = (ticketId: string) => Promise.resolve(command(ticketId));
    return this.#written(asked, await this.door.openingReceipt(asked, body, command, complete, '/api/tickets'));
  }

  @SocialRoute('PUT', ':id/status', { does: 'Start, resolve or close', as: SocialWrittenBody })
  async act(@Asked() asked: Asked, @Body() body: SocialStatusBody): Promise<Success<SocialWrittenBody>> {
    const command = commandOf(body);
    const receipt = await this.door.receipt(asked, body, command, async () => {
      const { assigneeId } = command.data as { assigneeId?: string };
      await this.references.check(asked.by, {
        assignedToUserId: assigneeId === undefined ? undefined : { assignee: assigneeId },
      });
      return command;
    });
    // What is so already was no action to take: here each of the three leads from one status to the next.
    if (!receipt.changed && !receipt.replayed) throw new Rejection('transition-not-allowed');
    return this.#written(asked, receipt);
  }

  async #written({ by }: Asked, receipt: Receipt): Promise<Success<SocialWrittenBody>> {
    const read = await this.shown.after(receipt, () => this.reader.ticket(by, receipt.id, undefined));
    return succeeded(read ? toTicket(read) : { id: receipt.id, status: statusOf(receipt.state) });
  }
}

function commandOf({ action, assignedToUserId }: SocialStatusBody): CommandInput {
  switch (action) {
    case 'StartProgress':
      return { type: 'StartProgress', data: assignedToUserId === undefined ? {} : { assigneeId: assignedToUserId } };
    case 'MarkAsResolved':
      return { type: 'ResolveTicket', data: {} };
    case 'Close':
      return { type: 'CloseTicket', data: {} };
  }
}
