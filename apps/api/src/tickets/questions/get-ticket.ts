import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { inScope, type Actor, type ScopeFacts } from '#access';
import type { TicketAnswer } from '#read-side';
import { AuditDoor, Auditing, type Auditor } from '../../audit/audit-door.js';
import { By } from '../../auth/caller.js';
import { ReadQuery } from '../../http/query-fields.js';
import { LinksBody, RecipientsBody, ReferencesBody, TicketBody } from '../answers.js';
import { Key } from '../key.js';
import { Question, type Told } from '../question.js';
import { TicketReader } from '../ticket-reader.js';

@ApiTags('questions')
@Controller('v1/tickets')
export class GetTicketRoute {
  constructor(
    private readonly reader: TicketReader,
    private readonly audit: AuditDoor,
  ) {}

  @Question(':id', { tells: 'One ticket', as: TicketBody })
  async ticket(
    @Auditing() caller: Auditor,
    @Key() key: string,
    @Query() { after }: ReadQuery,
  ): Promise<Told<TicketBody>> {
    const { by } = caller;
    const ticket = await this.reader.ticket(by, key, after);
    // Staff may open what is not in their queue, and history knows of it.
    if (by.reach && !inScope(by.scope, factsOf(ticket))) {
      await this.audit.record(caller, { what: 'outside-queue', ticketId: ticket.id });
    }
    return ticket;
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

const factsOf = ({ requester, client, project, category, type, assignee }: TicketAnswer): ScopeFacts => ({
  requesterId: requester.id,
  clientId: client?.id ?? null,
  projectId: project?.id ?? null,
  categoryId: category?.id ?? null,
  typeId: type?.id ?? null,
  assigneeId: assignee?.user?.id ?? null,
  groupId: assignee?.group?.id ?? null,
});
