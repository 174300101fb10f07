// What can have happened to a ticket. Shapes here are for ever: fields are added as optional, never renamed or removed
// (test/stored/*.json holds every released one). Events name people by user id only; who acted and when stands in the
// metadata, so it is not repeated in the data.
import type { Priority, State } from '#policy';

export interface Reference {
  readonly kind: string;
  readonly id: string;
}
export interface Assignee {
  readonly userId: string | null;
  readonly groupId: string | null;
}
export interface Classification {
  readonly categoryId: string | null;
  readonly typeId: string | null;
  readonly itemId: string | null;
}
export type CustomValue = string | number;

/** Whose a ticket is. */
export interface Ownership {
  readonly requesterId: string;
  readonly clientId: string | null;
}

interface StatusMove {
  /** status ids of the tenant's catalogue, and the canonical states they stood for at that moment */
  readonly from: string;
  readonly to: string;
  readonly fromState: State;
  readonly toState: State;
}

export interface EventData {
  TicketOpened: Classification & {
    readonly ticketId: string;
    readonly number: string;
    readonly subject: string;
    readonly description: string;
    readonly requesterId: string;
    readonly clientId: string | null;
    readonly projectId: string | null;
    readonly status: string;
    readonly state: State;
    readonly priority: Priority;
    readonly assignee: Assignee;
    readonly recipients: readonly string[];
    readonly references: readonly Reference[];
    readonly customFields: Readonly<Record<string, CustomValue>>;
    readonly tags: readonly string[];
    readonly context: Readonly<Record<string, string>>;
    readonly department: string | null;
    readonly attachmentUrls: readonly string[];
    /** Set for a guest's ticket, whose requesterId then is `guest:<ticketId>`. */
    readonly guest: { readonly name: string; readonly email: string; readonly phone?: string } | null;
  };
  TicketStatusChanged: StatusMove & { readonly reason: string | null };
  TicketResolved: StatusMove & { readonly notes: string | null; readonly reason: string | null };
  TicketClosed: StatusMove & { readonly reason: string | null; readonly cause: 'action' | 'timer' };
  TicketReopened: StatusMove & { readonly reason: string | null; readonly cause: 'action' | 'reply' };

  RequesterChanged: { readonly from: Ownership; readonly to: Ownership };
  /** A guest is to be mailed a link to this ticket. What opens it is derived from these ids with a key of the vault's. */
  GuestLinkIssued: { readonly linkId: string; readonly expiresAt: string };

  TicketAssigned: { readonly from: Assignee; readonly to: Assignee };
  TicketUnassigned: { readonly from: Assignee };
  PriorityChanged: { readonly from: Priority; readonly to: Priority };
  TicketReclassified: { readonly from: Classification; readonly to: Classification };
  /** `from`/`to` null: the field had, or now has, no value. */
  CustomFieldSet: { readonly fieldId: string; readonly from: CustomValue | null; readonly to: CustomValue | null };
  TagAdded: { readonly tag: string };
  TagRemoved: { readonly tag: string };

  ReplyAdded: {
    readonly replyId: string;
    readonly body: string;
    readonly parentId: string | null;
    readonly side: 'requester' | 'support';
    readonly notify: boolean;
    readonly attachmentUrls: readonly string[];
  };
  NoteAdded: { readonly replyId: string; readonly body: string; readonly parentId: string | null };
  ReplyEdited: { readonly replyId: string; readonly body: string };
  ReplyDeleted: { readonly replyId: string };

  RecipientAdded: { readonly userId: string };
  RecipientRemoved: { readonly userId: string };
  ReferenceAdded: Reference;
  ReferenceRemoved: Reference;

  /** Set aside by the desk until then (ISO 8601 UTC), unless the requester speaks before, or the ticket is done. */
  TicketSnoozed: { readonly until: string };
  /** `until`: what it was snoozed until */
  TicketWoke: { readonly until: string; readonly cause: 'timer' | 'reply' | 'action' };
  /** Of the resolution before it, by the requester. `score`: 1 to 5. */
  TicketRated: { readonly score: number; readonly comment: string | null };

  /** On the parent: a reaction resolves the named children, one idempotent command each. */
  ChildrenResolveRequested: { readonly notes: string | null; readonly children: readonly string[] };
  /** On the primary, first: from here on the source belongs to it. */
  TicketAbsorbed: { readonly source: string; readonly upToRevision: string };
  TicketReleased: { readonly source: string };
  /** On the source, which ends with it: closed, or resolved where nothing is ever closed; as it was where it is so already. */
  TicketMergedInto: StatusMove & { readonly target: string };
  /** Back to the status it was merged in. */
  MergeUndone: StatusMove & { readonly target: string };

  /** On the ticket that is split: from here on these replies and notes are the new ticket's. A reaction opens it. */
  ReplySplitOff: { readonly into: string; readonly subject: string; readonly replyIds: readonly string[] };
  /** On the new ticket, beside TicketOpened: a reply or note that was written on another one, by whom and when. */
  ReplyTakenOver: {
    readonly replyId: string;
    readonly source: { readonly ticketId: string; readonly replyId: string };
    readonly kind: 'reply' | 'note';
    readonly by: Happening['by'];
    readonly at: string;
    readonly editedAt: string | null;
    readonly body: string;
    readonly parentId: string | null;
    /** null on notes */
    readonly side: 'requester' | 'support' | null;
    readonly attachmentUrls: readonly string[];
  };

  /** An imported ticket goes live: timers, mail and SLA clocks start here. */
  TicketAdopted: Record<string, never>;
  TicketTombstoned: { readonly number: string; readonly reason: string | null };
}

export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { [K in T]: { readonly type: K; readonly data: EventData[K] } }[T];
export type TicketEvent = EventOf<EventType>;

/** A fact as folds see it: the event with who and when, taken from its metadata. */
export interface Happening {
  readonly by: { readonly id: string; readonly role: string; readonly kind: 'user' | 'service' | 'system' };
  /** when it happened (occurredAt), ISO 8601 UTC */
  readonly at: string;
  readonly origin: 'live' | 'import';
  readonly revision: bigint;
}
export type TicketFact = TicketEvent & Happening;

/** Current schema version of each event; an older stored one is upcast, a newer one halts its reader. */
export const schemaVersions = {
  TicketOpened: 1,
  TicketStatusChanged: 1,
  TicketResolved: 1,
  TicketClosed: 1,
  TicketReopened: 1,
  RequesterChanged: 1,
  GuestLinkIssued: 1,
  TicketAssigned: 1,
  TicketUnassigned: 1,
  PriorityChanged: 1,
  TicketReclassified: 1,
  CustomFieldSet: 1,
  TagAdded: 1,
  TagRemoved: 1,
  ReplyAdded: 1,
  NoteAdded: 1,
  ReplyEdited: 1,
  ReplyDeleted: 1,
  RecipientAdded: 1,
  RecipientRemoved: 1,
  ReferenceAdded: 1,
  ReferenceRemoved: 1,
  TicketSnoozed: 1,
  TicketWoke: 1,
  TicketRated: 1,
  ChildrenResolveRequested: 1,
  TicketAbsorbed: 1,
  TicketReleased: 1,
  TicketMergedInto: 1,
  MergeUndone: 1,
  ReplySplitOff: 1,
  ReplyTakenOver: 1,
  TicketAdopted: 1,
  TicketTombstoned: 1,
} satisfies Record<EventType, number>;

/** Fields that hold what people wrote: the codec seals every leaf of them with the ticket's key. */
export const personalFields: { readonly [T in EventType]: readonly (keyof EventData[T])[] } = {
  TicketOpened: ['subject', 'description', 'customFields', 'context', 'guest', 'attachmentUrls'],
  TicketStatusChanged: ['reason'],
  TicketResolved: ['notes', 'reason'],
  TicketClosed: ['reason'],
  TicketReopened: ['reason'],
  RequesterChanged: [],
  GuestLinkIssued: [],
  TicketAssigned: [],
  TicketUnassigned: [],
  PriorityChanged: [],
  TicketReclassified: [],
  CustomFieldSet: ['from', 'to'],
  TagAdded: [],
  TagRemoved: [],
  ReplyAdded: ['body', 'attachmentUrls'],
  NoteAdded: ['body'],
  ReplyEdited: ['body'],
  ReplyDeleted: [],
  RecipientAdded: [],
  RecipientRemoved: [],
  ReferenceAdded: [],
  ReferenceRemoved: [],
  TicketSnoozed: [],
  TicketWoke: [],
  TicketRated: ['comment'],
  ChildrenResolveRequested: ['notes'],
  TicketAbsorbed: [],
  TicketReleased: [],
  TicketMergedInto: [],
  MergeUndone: [],
  ReplySplitOff: ['subject'],
  ReplyTakenOver: ['body', 'attachmentUrls'],
  TicketAdopted: [],
  TicketTombstoned: ['reason'],
};
