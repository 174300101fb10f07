// What the portal does to a ticket: comments, status, category, related calls and who is told.
import { randomUUID } from 'node:crypto';
import { Body, Controller, Query } from '@nestjs/common';
import { ApiTags, IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { IsIn, ValidateIf } from 'class-validator';
import type { Actor } from '#access';
import { limits } from '#ticket';
import type { ActRequest, CommandInput } from '#write-side';
import { By } from '../../auth/caller.js';
import { OptionalText, Slug, Text, UserId } from '../../http/fields.js';
import { ReadQuery } from '../../http/query-fields.js';
import { NamedBody } from '../../tickets/answers.js';
import { Asked } from '../../tickets/asked.js';
import { CommandDoor } from '../../tickets/command-door.js';
import { CommandRoute } from '../../tickets/command-route.js';
import { Key } from '../../tickets/key.js';
import { NothingBody } from '../../tickets/nothing-body.js';
import { Question } from '../../tickets/question.js';
import { References } from '../../tickets/references.js';
import { TicketReader } from '../../tickets/ticket-reader.js';
import { renamed } from '../renamed.js';
import { Shown } from '../shown.js';
import { PortalWrittenBody } from './tickets.js';
import { callsOf, portalStatuses, toComment, PortalCommentBody, type PortalStatus } from './words.js';
import { PortalWriting } from './writing.js';

export class PortalNewCommentBody {
  @Text(limits.body)
  text!: string;
}

/** After a command: `id` always, the rest as soon as the comment can be read. */
export class PortalWrittenCommentBody extends IntersectionType(
  PickType(PortalCommentBody, ['id']),
  PartialType(OmitType(PortalCommentBody, ['id'])),
) {}

export class PortalStatusBody {
  @IsIn(portalStatuses)
  status!: 'open' | 'resolved' | 'closed';

  /** some changes need one */
  @OptionalText(limits.reason)
  reason?: string;
}

export class PortalCategoryBody {
  /** null: none */
  @ValidateIf((_, value) => value !== null)
  @Slug()
  categoryId!: string | null;
}

export class PortalCallBody {
  /** the call's reference */
  @Text(limits.referenceId)
  ref!: string;
}

export class PortalCallsBody {
  calls!: string[];
}

export class PortalRecipientBody {
  @UserId()
  userId!: string;
}

export class PortalRecipientsBody {
  recipients!: NamedBody[];
}

const moves: Readonly<Record<PortalStatus, (reason: string | undefined) => CommandInput>> = {
  open: (reason) => ({ type: 'ReopenTicket', data: { reason } }),
  resolved: (reason) => ({ type: 'ResolveTicket', data: { reason } }),
  closed: (reason) => ({ type: 'CloseTicket', data: { reason } }),
};

@ApiTags('portal surface')
@Controller('api/support/tickets')
export class PortalActions {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
    private readonly reader: TicketReader,
    private readonly shown: Shown,
    private readonly writing: PortalWriting,
  ) {}

  @CommandRoute('POST', ':id/comments', { does: 'Comment', answers: 201, with: PortalWrittenCommentBody })
  async comment(@Asked() asked: Asked, @Body() body: PortalNewCommentBody): Promise<PortalWrittenCommentBody> {
    const command: CommandInput = { type: 'AddReply', data: { replyId: randomUUID(), body: body.text } };
    const receipt = await renamed([[/^body$/, 'text']], this.door.receipt(asked, body, command));
    const id = receipt.replyId ?? '';
    const read = await this.shown.after(receipt, () => this.reader.reply(asked.by, receipt.id, undefined, id));
    return read ? toComment(read) : { id };
  }

  @CommandRoute('POST', ':id/status', { does: 'Resolve, close or reopen', with: PortalWrittenBody })
  status(@Asked() asked: Asked, @Body() body: PortalStatusBody): Promise<PortalWrittenBody> {
    return this.#do(asked, body, moves[body.status](body.reason));
  }

  @CommandRoute('PUT', ':id/category', { does: 'Put it in a category, or in none', with: PortalWrittenBody })
  category(@Asked() asked: Asked, @Body() body: PortalCategoryBody): Promise<PortalWrittenBody> {
    return this.#do(asked, body, { type: 'ClassifyTicket', data: body });
  }

  @Question(':id/calls', { tells: 'Its related calls', as: PortalCallsBody })
  async calls(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<PortalCallsBody> {
    return { calls: callsOf(await this.reader.ticket(by, key, after)) };
  }

  @CommandRoute('POST', ':id/calls', { does: 'Relate a call', with: PortalWrittenBody })
  relate(@Asked() asked: Asked, @Body() body: PortalCallBody): Promise<PortalWrittenBody> {
    const command: CommandInput = { type: 'AddReference', data: { kind: 'call', id: body.ref } };
    return renamed([[/^(id|kind|references)$/, 'ref']], this.#do(asked, body, command));
  }

  @CommandRoute('DELETE', ':id/calls/:ref', { does: 'Relate it no longer', with: PortalWrittenBody })
  unrelate(@Asked() asked: Asked, @Body() body: NothingBody): Promise<PortalWrittenBody> {
    return this.#do(asked, body, { type: 'RemoveReference', data: { kind: 'call', id: asked.params.ref ?? '' } });
  }

  @Question(':id/recipients', { tells: 'Who is told of comments', as: PortalRecipientsBody })
  async recipients(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<PortalRecipientsBody> {
    const { recipients } = await this.reader.ticket(by, key, after);
    return { recipients: recipients.map(({ id, name }) => ({ id, name })) };
  }

  @CommandRoute('POST', ':id/recipients', { does: 'Tell one more person', with: PortalWrittenBody })
  tell(@Asked() asked: Asked, @Body() body: PortalRecipientBody): Promise<PortalWrittenBody> {
    const command: CommandInput = { type: 'AddRecipient', data: body };
    return this.#do(asked, body, command, async () => {
      await this.references.check(asked.by, { userId: { recipient: body.userId } });
      return command;
    });
  }

  @CommandRoute('DELETE', ':id/recipients/:userId', { does: 'Tell somebody no longer', with: PortalWrittenBody })
  tellNoLonger(@Asked() asked: Asked, @Body() body: NothingBody): Promise<PortalWrittenBody> {
    const userId = (asked.params.userId ?? '').toLowerCase();
    return this.#do(asked, body, { type: 'RemoveRecipient', data: { userId } });
  }

  async #do(asked: Asked, body: object, command: CommandInput, complete?: ActRequest['complete']) {
    return this.writing.told(asked, await this.door.receipt(asked, body, command, complete));
  }
}
