// Replies and notes share a route: `visibility` says which of the two commands it is.
import { randomUUID } from 'node:crypto';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { priorities, type Priority } from '#policy';
import { limits } from '#ticket';
import { MayBeAbsent, OptionalText, Slug, Text } from '../../http/fields.js';
import { Asked } from '../asked.js';
import { CommandDoor } from '../command-door.js';
import { CommandRoute, ReplyReceiptBody } from '../command-route.js';

const visibilities = ['public', 'internal'] as const;

/** What support changes along with a reply, all or nothing. */
export class ThenBody {
  @MayBeAbsent()
  @Slug()
  status?: string;

  @MayBeAbsent()
  @IsIn(priorities)
  priority?: Priority;

  @OptionalText(limits.notes)
  notes?: string;

  @OptionalText(limits.reason)
  reason?: string;
}

export class AddReplyBody {
  @Text(limits.body)
  body!: string;

  @MayBeAbsent()
  @IsIn(visibilities)
  visibility?: (typeof visibilities)[number];

  /** the reply that this one answers */
  @MayBeAbsent()
  @IsUUID(undefined, { message: '$property must be a reply id' })
  parentId?: string;

  /** whether the requester is mailed; notes never are */
  @MayBeAbsent()
  @IsBoolean()
  notify?: boolean;

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ThenBody)
  then?: ThenBody;
}

@ApiTags('commands')
@Controller('v1/tickets')
export class AddReplyRoute {
  constructor(private readonly door: CommandDoor) {}

  @CommandRoute('POST', ':id/replies', { does: 'Reply, or add a note', answers: 201, with: ReplyReceiptBody })
  handle(@Asked() asked: Asked, @Body() body: AddReplyBody) {
    const { visibility = 'public', notify, ...said } = body;
    const replyId = randomUUID();
    return visibility === 'internal'
      ? this.door.act(asked, body, { type: 'AddNote', data: { replyId, ...said } })
      : this.door.act(asked, body, { type: 'AddReply', data: { replyId, notify, ...said } });
  }
}
