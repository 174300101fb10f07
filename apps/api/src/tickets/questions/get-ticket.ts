import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { By } from '../../auth/caller.js';
import { ReadQuery } from '../../http/query-fields.js';
import { LinksBody, RecipientsBody, ReferencesBody, TicketBody } from '../answers.js';
import { Key } from '../key.js';
import { Question, type Told } from '../question.js';
import { TicketReader } from '../ticket-reader.js';

@ApiTags('questions')
@Controller('v1/tickets')
export class GetTicketRoute {
  constructor(private readonly reader: TicketReader) {}

  @Question(':id', { tells: 'One ticket', as: TicketBody })
  ticket(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<Told<TicketBody>> {
    return this.reader.ticket(by, key, after);
  }

  @Question(':id/links', { tells: 'The tickets it is linked to, as far as the caller may see them', as: LinksBody })
  links(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<Told<LinksBody>> {
    return this.reader.links(by, key, after);
  }

  @Question(':id/recipients', { tells: 'Who is told of public replies', as: RecipientsBody })
  async recipients(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<Told<RecipientsBody>> {
    const { recipients: items, asOf } = await this.reader.ticket(by, key, after);
    return { items, asOf };
  }

  @Question(':id/references', { tells: 'What it refers to elsewhere', as: ReferencesBody })
  async references(@By() by: Actor, @Key() key: string, @Query() { after }: ReadQuery): Promise<Told<ReferencesBody>> {
    const { references: items, asOf } = await this.reader.ticket(by, key, after);
    return { items, asOf };
  }
}
