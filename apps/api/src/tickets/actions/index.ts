// A route for every command, complete by type: a new action does not compile until it has one, or is not for HTTP.
import type { Type } from '@nestjs/common';
import type { LinkCommand, TicketCommand } from '#ticket';
import { AddLinkRoute } from './add-link.js';
import { AddRecipientRoute } from './add-recipient.js';
import { AddReferenceRoute } from './add-reference.js';
import { AddReplyRoute } from './add-reply.js';
import { AdoptTicketRoute } from './adopt-ticket.js';
import { AssignTicketRoute } from './assign-ticket.js';
import { ClassifyTicketRoute } from './classify-ticket.js';
import { CloseTicketRoute } from './close-ticket.js';
import { DeleteReplyRoute } from './delete-reply.js';
import { DeleteTicketRoute } from './delete-ticket.js';
import { EditReplyRoute } from './edit-reply.js';
import { MarkWaitingRoute } from './mark-waiting.js';
import { MergeTicketsRoute } from './merge-tickets.js';
import { OpenTicketRoute } from './open-ticket.js';
import { RateTicketRoute } from './rate-ticket.js';
import { RemoveLinkRoute } from './remove-link.js';
import { RemoveRecipientRoute } from './remove-recipient.js';
import { RemoveReferenceRoute } from './remove-reference.js';
import { ReopenTicketRoute } from './reopen-ticket.js';
import { ResolveChildrenRoute } from './resolve-children.js';
import { ResolveTicketRoute } from './resolve-ticket.js';
import { SetCustomFieldsRoute } from './set-custom-fields.js';
import { SetPriorityRoute } from './set-priority.js';
import { SetStatusRoute } from './set-status.js';
import { SnoozeTicketRoute } from './snooze-ticket.js';
import { SplitTicketRoute } from './split-ticket.js';
import { StartProgressRoute } from './start-progress.js';
import { TagTicketRoute } from './tag-ticket.js';
import { TakeTicketRoute } from './take-ticket.js';
import { UnmergeTicketRoute } from './unmerge-ticket.js';
import { UntagTicketRoute } from './untag-ticket.js';

const routes = {
  OpenTicket: OpenTicketRoute,
  AddReply: AddReplyRoute,
  AddNote: AddReplyRoute,
  EditReply: EditReplyRoute,
  DeleteReply: DeleteReplyRoute,
  StartProgress: StartProgressRoute,
  MarkWaiting: MarkWaitingRoute,
  ResolveTicket: ResolveTicketRoute,
  CloseTicket: CloseTicketRoute,
  CloseByTimer: 'not-over-http',
  ReopenTicket: ReopenTicketRoute,
  SetStatus: SetStatusRoute,
  AssignTicket: AssignTicketRoute,
  TakeTicket: TakeTicketRoute,
  SetPriority: SetPriorityRoute,
  ClassifyTicket: ClassifyTicketRoute,
  SetCustomFields: SetCustomFieldsRoute,
  TagTicket: TagTicketRoute,
  UntagTicket: UntagTicketRoute,
  AddRecipient: AddRecipientRoute,
  RemoveRecipient: RemoveRecipientRoute,
  AddReference: AddReferenceRoute,
  RemoveReference: RemoveReferenceRoute,
  SplitOff: SplitTicketRoute,
  SnoozeTicket: SnoozeTicketRoute,
  WakeTicket: SnoozeTicketRoute,
  WakeByTimer: 'not-over-http',
  RateTicket: RateTicketRoute,
  ResolveChildren: ResolveChildrenRoute,
  AddLink: AddLinkRoute,
  RemoveLink: RemoveLinkRoute,
  AbsorbTicket: MergeTicketsRoute,
  ReleaseTicket: UnmergeTicketRoute,
  MergeInto: 'not-over-http',
  UndoMerge: 'not-over-http',
  IssueGuestLink: 'not-over-http',
  ClaimTicket: 'not-over-http',
  AdoptTicket: AdoptTicketRoute,
  DeleteTicket: DeleteTicketRoute,
} satisfies Record<(TicketCommand | LinkCommand)['type'], Type | 'not-over-http'>;

export const actionRoutes: Type[] = [...new Set(Object.values(routes).filter((route) => route !== 'not-over-http'))];
