// Events in an auditor's words.
import type { Schemas } from '../../api/client';
import type { operations } from '../../api/contract';

export type LogEvent = Schemas['AuditEventBody'];
export type Step = Schemas['AuditStepBody'];
type LogQuery = NonNullable<operations['ExportEventsRoute_events']['parameters']['query']>;
export type LoggedType = NonNullable<LogQuery['type']>[number];

const names = {
  TicketOpened: 'Ticket opened',
  TicketStatusChanged: 'Status changed',
  TicketResolved: 'Ticket resolved',
  TicketClosed: 'Ticket closed',
  TicketReopened: 'Ticket reopened',
  RequesterChanged: 'Requester changed',
  GuestLinkIssued: 'Access link issued',
  TicketAssigned: 'Ticket assigned',
  TicketUnassigned: 'Assignment taken back',
  PriorityChanged: 'Priority changed',
  TicketReclassified: 'Category changed',
  CustomFieldSet: 'Custom field set',
  TagAdded: 'Tag added',
  TagRemoved: 'Tag removed',
  ReplyAdded: 'Reply written',
  NoteAdded: 'Internal note written',
  ReplyEdited: 'Reply edited',
  ReplyDeleted: 'Reply deleted',
  RecipientAdded: 'Recipient added',
  RecipientRemoved: 'Recipient removed',
  ReferenceAdded: 'Reference added',
  ReferenceRemoved: 'Reference removed',
  ChildrenResolveRequested: 'Resolving of children asked for',
  TicketAbsorbed: 'Other ticket merged into it',
  TicketReleased: 'Other ticket released from it',
  TicketMergedInto: 'Merged into another ticket',
  MergeUndone: 'Merge undone',
  TicketAdopted: 'Imported ticket taken over',
  TicketTombstoned: 'Ticket deleted, its texts erased',
  TicketRated: 'Ticket rated',
  TicketSnoozed: 'Ticket put off',
  TicketWoke: 'Ticket came back',
  ReplySplitOff: 'Replies split off',
  ReplyTakenOver: 'Reply taken over',
  LinkAdded: 'Link added',
  LinkRemoved: 'Link removed',
  TicketPolicyPublished: 'Policy published',
  NumbersReserved: 'Ticket numbers reserved',
  DirectoryChanged: 'Directory changed',
  AuditRead: 'History read',
};
/** Complete by type: an event without a name does not compile. */
export const eventNames: Readonly<Record<LoggedType, string>> = names;

/** An event of a later release keeps its own name. */
export const nameOfEvent = (type: string): string => (names as Readonly<Record<string, string>>)[type] ?? type;

const reads: Readonly<Record<string, string>> = {
  ticket: 'a ticket at a moment',
  'ticket-events': 'the steps of a ticket',
  events: 'the log',
  verification: 'a hash check',
  evidence: 'the evidence of a ticket',
  refusals: 'refused commands',
  'outside-queue': 'a ticket outside of the reader’s queue',
};

/** What it was about in one line; '' where its name says everything. */
export function gistOf({ type, data }: Pick<LogEvent, 'type' | 'data'>, nameOf: (id: string) => string): string {
  const say = (value: unknown): string => sayValue(value, nameOf);
  switch (type) {
    case 'TicketOpened':
      return `${say(data.number)} · ${say(data.subject)}`;
    case 'TicketStatusChanged':
    case 'TicketResolved':
    case 'TicketClosed':
    case 'TicketReopened':
    case 'PriorityChanged':
    case 'TicketAssigned':
    case 'TicketReclassified':
    case 'TicketMergedInto':
    case 'MergeUndone':
      return `${say(data.from)} → ${say(data.to)}`;
    case 'CustomFieldSet':
      return `${say(data.fieldId)}: ${say(data.from)} → ${say(data.to)}`;
    case 'ReplyAdded':
    case 'NoteAdded':
    case 'ReplyEdited':
      return say(data.body);
    case 'TagAdded':
    case 'TagRemoved':
      return say(data.tag);
    case 'LinkAdded':
    case 'LinkRemoved':
      return say(data.type).replaceAll('_', ' ');
    case 'TicketTombstoned':
      return data.reason ? `${say(data.number)}: ${say(data.reason)}` : say(data.number);
    case 'NumbersReserved':
      return `${say(data.from)} to ${say(data.to)}`;
    case 'DirectoryChanged':
      return `${say(data.entity)} ${say(data.id)} ${say(data.change)}${fieldsIn(data)}`;
    case 'AuditRead':
      return reads[String(data.what)] ?? say(data.what);
    default:
      return '';
  }
}

const fieldsIn = ({ fields }: LogEvent['data']): string => {
  const names = typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];
  return names.length > 0 ? `: ${names.join(', ')}` : '';
};

/** Any value as people read it. */
export function sayValue(value: unknown, nameOf: (id: string) => string = (id) => id): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return nameOf(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  const isList = Array.isArray(value);
  const parts = Object.entries(value).flatMap(([key, part]) => {
    if (part === null || part === undefined) return [];
    return isList || key.endsWith('Id') ? [sayValue(part, nameOf)] : [`${sayField(key)} ${sayValue(part, nameOf)}`];
  });
  return parts.join(', ') || 'none';
}

/** `customFields` as `custom fields` */
export const sayField = (field: string): string => field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** The ticket whose stream it is, or that it is about. */
export function ticketOf({ stream, data }: Pick<LogEvent, 'stream' | 'data'>): string | null {
  if (stream.startsWith('ticket-')) return stream.slice(stream.indexOf('.') + 1);
  const named = data.ticketId ?? data.source;
  return typeof named === 'string' ? named : null;
}

export const roleNames = (role: string): string => role.replaceAll('_', ' ');
