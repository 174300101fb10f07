// What questions answer, as the OpenAPI document tells it. The read side makes the answers; routes are typed with these.
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Side } from '#access';
import type { Priority, State } from '#policy';
import { linkTypes, type LinkType } from '#ticket';
import { customValues } from './custom-values.js';

export class AsOfBody {
  /** everything up to here is in the answer; opaque */
  position!: string;
  /** how old the answer may be; null: the read model has not run yet */
  lagMs!: number | null;
}

export class NamedBody {
  id!: string;
  name!: string;
}

export class PersonBody extends NamedBody {
  /** told to support */
  email?: string;
  /** of guests, told to support */
  phone?: string;
}

export class AssigneeAnswer {
  user?: NamedBody;
  group?: NamedBody;
}

export class ReferenceAnswer {
  kind!: string;
  id!: string;
}

export class TicketItemBody {
  id!: string;
  number!: string;
  subject!: string;
  /** the tenant's status */
  status!: string;
  state!: State;
  priority!: Priority;
  category!: NamedBody | null;
  type!: NamedBody | null;
  item!: NamedBody | null;
  requester!: PersonBody;
  client!: NamedBody | null;
  project!: NamedBody | null;
  assignee!: AssigneeAnswer | null;
  tags!: string[];
  createdAt!: string;
  updatedAt!: string;
  resolvedAt!: string | null;
  closedAt!: string | null;
  reopened!: boolean;
  reopenCount!: number;
  publicReplyCount!: number;
  lastReplyBy!: 'requester' | 'support' | null;
  waitingOn!: 'requester' | 'support' | null;
  /** the first call it refers to */
  relatedCallId?: string;
  @ApiProperty({ type: 'null' })
  sla!: null;
  slaDeadline!: string | null;
  /** set aside by the desk until then; null also for those who may not see notes */
  snoozedUntil!: string | null;
  mergedInto?: string;
  revision!: string;
  /** what the caller may do to it now */
  allowedActions!: string[];
  /** the statuses the caller may put it in now */
  allowedStatuses!: string[];
}

export class TicketPage {
  items!: TicketItemBody[];
  nextCursor!: string | null;
  asOf!: AsOfBody;
}

export class ResolutionBody {
  notes!: string | null;
  by!: NamedBody | null;
  at!: string;
}

export class RatingBody {
  /** 1 to 5 */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  score!: number;
  comment!: string | null;
  at!: string;
}

export class AttachmentBody {
  url!: string;
}

export class LinkBody {
  /** as the ticket in the path sees it */
  @ApiProperty({ enum: linkTypes })
  type!: LinkType;
  /** the other ticket */
  id!: string;
  number!: string;
  subject!: string;
  status!: string;
}

export class LinksBody {
  items!: LinkBody[];
  asOf!: AsOfBody;
}

export class TicketBody extends TicketItemBody {
  description!: string;
  recipients!: NamedBody[];
  references!: ReferenceAnswer[];
  /** by the field's id */
  @ApiProperty(customValues)
  customFields!: Record<string, string | number>;
  /** those whose other ticket the caller may see */
  links!: LinkBody[];
  /** the last one; it outlives a reopening */
  resolution!: ResolutionBody | null;
  /** what the requester thought of it, the last time; null also for those who may not see it */
  rating!: RatingBody | null;
  attachments!: AttachmentBody[];
  context!: Record<string, string>;
  department!: string | null;
  asOf!: AsOfBody;
}

const anyValue: ApiPropertyOptions = {
  oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'object', additionalProperties: true }, { type: 'null' }],
};

export class ActorBody extends NamedBody {
  role!: string;
  side!: Side;
}

export class OriginBody {
  id!: string;
  number!: string;
}

export class ThreadEntryBody {
  id!: string;
  kind!: 'reply' | 'note' | 'status' | 'change';
  at!: string;
  actor!: ActorBody;
  /** absent on a deleted reply, and where nothing was written */
  body?: string;
  parentId?: string;
  attachmentUrls?: string[];
  /** when it was last edited */
  edited?: string;
  @ApiProperty({ type: 'boolean', enum: [true], required: false })
  deleted?: true;
  /** it was split off: its words are in another ticket */
  @ApiProperty({ type: 'boolean', enum: [true], required: false })
  moved?: true;
  /** that ticket, where the caller may open it */
  movedTo?: OriginBody;
  field?: string;
  /** of a status or a change; null: none */
  @ApiPropertyOptional(anyValue)
  from?: unknown;
  @ApiPropertyOptional(anyValue)
  to?: unknown;
  reason?: string;
  /** the merged ticket it was written on */
  origin?: OriginBody;
}

export class ThreadPage {
  items!: ThreadEntryBody[];
  nextCursor!: string | null;
  asOf!: AsOfBody;
}

export class ReplyBody extends ThreadEntryBody {
  asOf!: AsOfBody;
}

export class RecipientsBody {
  items!: NamedBody[];
  asOf!: AsOfBody;
}

export class ReferencesBody {
  items!: ReferenceAnswer[];
  asOf!: AsOfBody;
}

export class CountsBody {
  /** every view the caller's role has */
  views!: Record<string, number>;
  /** by status; those without tickets are absent */
  byStatus!: Record<string, number>;
  asOf!: AsOfBody;
}
