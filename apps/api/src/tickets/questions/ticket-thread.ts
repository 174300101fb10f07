import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Actor } from '#access';
import { By } from '../../auth/caller.js';
import { PageQuery, ReadQuery } from '../../http/query-fields.js';
import { ReplyBody, ThreadPage } from '../answers.js';
import { Key } from '../key.js';
import { Question, type Told } from '../question.js';
import { TicketReader } from '../ticket-reader.js';

const orders = ['asc', 'desc'] as const;

export class ThreadQuery extends PageQuery {
  /** `asc`, oldest first, when absent */
  @IsOptional()
  @IsIn(orders)
  order?: (typeof orders)[number];
}

export class RepliesQuery extends ThreadQuery {
  /** the answers to this reply */
  @IsOptional()
  @IsUUID(undefined, { message: '$property must be a reply id' })
  parentId?: string;
}

@ApiTags('questions')
@Controller('v1/tickets')
export class TicketThreadRoute {
  constructor(private readonly reader: TicketReader) {}

  @Question(':id/thread', { tells: 'Everything that happened on a ticket, oldest first', as: ThreadPage })
  thread(@By() by: Actor, @Key() key: string, @Query() query: ThreadQuery): Promise<Told<ThreadPage>> {
    const { after, ...params } = query;
    return this.reader.thread(by, key, after, params);
  }

  @Question(':id/replies', { tells: 'Replies and notes, or the answers to one of them', as: ThreadPage })
  replies(@By() by: Actor, @Key() key: string, @Query() query: RepliesQuery): Promise<Told<ThreadPage>> {
    const { after, ...params } = query;
    return this.reader.thread(by, key, after, { ...params, of: 'replies' });
  }

  @Question(':id/replies/:replyId', { tells: 'One reply or note', as: ReplyBody })
  reply(
    @By() by: Actor,
    @Key() key: string,
    @Param('replyId') replyId: string,
    @Query() { after }: ReadQuery,
  ): Promise<Told<ReplyBody>> {
    return this.reader.reply(by, key, after, replyId);
  }
}
