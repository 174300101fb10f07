// The whole of a ticket as its history tells it, texts included: what auditors look at, at any moment of the past.
// Complete by type, like `evolve`; nothing decides on it, and nothing is left out because it was deleted.
import type { Priority, State } from '#policy';
import type {
  Assignee,
  Classification,
  CustomValue,
  EventData,
  EventOf,
  EventType,
  Happening,
  Reference,
  TicketFact,
} from './events.js';
import { isOpen } from './policies.js';
import { linkSeenFrom, type LinkEvent, type LinkType } from './links.js';

export interface PictureReply {
  readonly id: string;
  readonly kind: 'reply' | 'note';
  /** null for notes, which nobody but support writes */
  readonly side: 'requester' | 'support' | null;
  readonly by: Happening['by'];
  readonly at: string;
  readonly body: string;
  readonly parentId: string | null;
  readonly attachmentUrls: readonly string[];
  readonly editedAt: string | null;
  /** a deleted reply keeps its text here */
  readonly deletedAt: string | null;
  /** the ticket it was split off into */
  readonly movedTo?: string;
}

export interface Picture {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly description: string;
  readonly requesterId: string;
  readonly guest: EventData['TicketOpened']['guest'];
  readonly clientId: string | null;
  readonly projectId: string | null;
  readonly status: string;
  readonly state: State;
  readonly priority: Priority;
  readonly classification: Classification;
  readonly assignee: Assignee;
  readonly recipients: readonly string[];
  readonly references: readonly Reference[];
  readonly customFields: Readonly<Record<string, CustomValue>>;
  readonly tags: readonly string[];
  readonly context: Readonly<Record<string, string>>;
  readonly department: string | null;
  readonly attachmentUrls: readonly string[];
  readonly replies: readonly PictureReply[];
  /** as seen from this ticket */
  readonly links: readonly { readonly type: LinkType; readonly ticketId: string }[];
  /** the last one; it survives a reopening */
  readonly resolution: { readonly notes: string | null; readonly by: string; readonly at: string } | null;
  /** the last one */
  readonly rating?: { readonly score: number; readonly comment: string | null; readonly at: string };
  readonly createdAt: string;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly reopened: boolean;
  readonly reopenCount: number;
  /** false while everything about it was imported */
  readonly live: boolean;
  readonly snoozedUntil?: string;
  /** the primary that a merged ticket belongs to */
  readonly mergedInto?: string;
  /** the tickets it has taken in */
  readonly absorbed?: readonly string[];
  readonly deleted: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
}

type Repaint<T extends EventType> = (picture: Picture, fact: EventOf<T> & Happening) => Picture;

/** Resolved and closed times are those of the present state. */
type Move =
  'TicketStatusChanged' | 'TicketResolved' | 'TicketClosed' | 'TicketReopened' | 'TicketMergedInto' | 'MergeUndone';

const moved = (picture: Picture, { data: { to, toState }, at }: EventOf<Move> & Happening): Picture => ({
  ...(isOpen(toState) ? picture : awake(picture)),
  status: to,
  state: toState,
  resolvedAt: toState === 'resolved' ? at : toState === 'closed' ? picture.resolvedAt : null,
  closedAt: toState === 'closed' ? at : null,
});

const awake = ({ snoozedUntil: _until, ...picture }: Picture): Picture => picture;

const written = (picture: Picture, reply: Omit<PictureReply, 'editedAt' | 'deletedAt'>): Picture => ({
  ...picture,
  reopened: picture.reopened && reply.side !== 'support',
  replies: [...picture.replies, { ...reply, editedAt: null, deletedAt: null }],
});

const rewritten = (picture: Picture, id: string, change: Partial<PictureReply>): Picture => ({
  ...picture,
  replies: picture.replies.map((reply) => (reply.id === id ? { ...reply, ...change } : reply)),
});

const repaints: { readonly [T in Exclude<EventType, 'TicketOpened'>]: Repaint<T> } = {
  TicketStatusChanged: moved,
  TicketResolved: (picture, fact) => ({
    ...moved(picture, fact),
    reopened: false,
    resolution: { notes: fact.data.notes, by: fact.by.id, at: fact.at },
  }),
  TicketClosed: moved,
  TicketReopened: (picture, fact) => ({
    ...moved(picture, fact),
    reopened: true,
    reopenCount: picture.reopenCount + 1,
  }),
  RequesterChanged: (picture, { data }) => ({ ...picture, ...data.to }),
  GuestLinkIssued: (picture) => picture,
  TicketAssigned: (picture, { data }) => ({ ...picture, assignee: data.to }),
  TicketUnassigned: (picture) => ({ ...picture, assignee: { userId: null, groupId: null } }),
  PriorityChanged: (picture, { data }) => ({ ...picture, priority: data.to }),
  TicketReclassified: (picture, { data }) => ({ ...picture, classification: data.to }),
  CustomFieldSet: (picture, { data: { fieldId, to } }) => {
    const { [fieldId]: _before, ...others } = picture.customFields;
    return { ...picture, customFields: to === null ? others : { ...others, [fieldId]: to } };
  },
  TagAdded: (picture, { data }) => ({ ...picture, tags: [...picture.tags, data.tag] }),
  TagRemoved: (picture, { data }) => ({ ...picture, tags: picture.tags.filter((tag) => tag !== data.tag) }),
  ReplyAdded: (picture, { data, by, at }) =>
    written(picture, {
      id: data.replyId,
      kind: 'reply',
      side: data.side,
      by,
      at,
      body: data.body,
      parentId: data.parentId,
      attachmentUrls: data.attachmentUrls,
    }),
  NoteAdded: (picture, { data, by, at }) =>
    written(picture, {
      id: data.replyId,
      kind: 'note',
      side: null,
      by,
      at,
      body: data.body,
      parentId: data.parentId,
      attachmentUrls: [],
    }),
  ReplyEdited: (picture, { data, at }) => rewritten(picture, data.replyId, { body: data.body, editedAt: at }),
  ReplyDeleted: (picture, { data, at }) => rewritten(picture, data.replyId, { deletedAt: at }),
  ReplySplitOff: (picture, { data: { replyIds, into } }) => {
    const moved = new Set(replyIds);
    const replies = picture.replies.map((reply) => (moved.has(reply.id) ? { ...reply, movedTo: into } : reply));
    return { ...picture, replies };
  },
  ReplyTakenOver: (picture, { data: { replyId: id, source: _source, ...reply } }) => ({
    ...picture,
    replies: [...picture.replies, { ...reply, id, deletedAt: null }],
  }),
  RecipientAdded: (picture, { data }) => ({ ...picture, recipients: [...picture.recipients, data.userId] }),
  RecipientRemoved: (picture, { data }) => ({
    ...picture,
    recipients: picture.recipients.filter((id) => id !== data.userId),
  }),
  ReferenceAdded: (picture, { data: { kind, id } }) => ({
    ...picture,
    references: [...picture.references, { kind, id }],
  }),
  ReferenceRemoved: (picture, { data: { kind, id } }) => ({
    ...picture,
    references: picture.references.filter((reference) => reference.kind !== kind || reference.id !== id),
  }),
  TicketSnoozed: (picture, { data }) => ({ ...picture, snoozedUntil: data.until }),
  TicketWoke: awake,
  TicketRated: (picture, { data: { score, comment }, at }) => ({ ...picture, rating: { score, comment, at } }),
  ChildrenResolveRequested: (picture) => picture,
  TicketAbsorbed: (picture, { data }) => ({ ...picture, absorbed: [...(picture.absorbed ?? []), data.source] }),
  TicketReleased: ({ absorbed = [], ...picture }, { data }) => {
    const left = absorbed.filter((id) => id !== data.source);
    return left.length === 0 ? picture : { ...picture, absorbed: left };
  },
  TicketMergedInto: (picture, fact) => ({
    ...(fact.data.from === fact.data.to ? picture : moved(picture, fact)),
    mergedInto: fact.data.target,
  }),
  MergeUndone: ({ mergedInto: _into, ...picture }, fact) =>
    fact.data.from === fact.data.to ? picture : moved(picture, fact),
  TicketAdopted: (picture) => picture,
  TicketTombstoned: (picture, { data, by, at }) => ({ ...picture, deleted: { by: by.id, at, reason: data.reason } }),
};

const opened = ({ data, at, origin }: EventOf<'TicketOpened'> & Happening): Picture => {
  const { categoryId, typeId, itemId, ...facts } = data;
  return {
    ...facts,
    classification: { categoryId, typeId, itemId },
    replies: [],
    links: [],
    resolution: null,
    createdAt: at,
    resolvedAt: facts.state === 'resolved' ? at : null,
    closedAt: facts.state === 'closed' ? at : null,
    reopened: false,
    reopenCount: 0,
    live: origin === 'live',
    deleted: null,
  };
};

/** @throws Error when the history does not begin with TicketOpened: it is then not a ticket's */
export function repaint(picture: Picture | null, fact: TicketFact): Picture {
  if (fact.type === 'TicketOpened') return opened(fact);
  if (!picture) throw new Error(`${fact.type} at revision ${fact.revision} comes before TicketOpened`);
  // One correlated pair of key and argument, which TypeScript cannot follow through the union.
  const change = repaints[fact.type] as Repaint<typeof fact.type>;
  const after = change(picture, fact);
  const live = after.live || fact.origin === 'live' || fact.type === 'TicketAdopted';
  return live === after.live ? after : { ...after, live };
}

/** Links have a stream of their own: this ticket's end of what happened there. */
export function relink(picture: Picture, { type, data }: LinkEvent): Picture {
  const seen = linkSeenFrom(data, picture.ticketId);
  const others = picture.links.filter((link) => link.type !== seen.type || link.ticketId !== seen.other);
  return {
    ...picture,
    links: type === 'LinkRemoved' ? others : [...others, { type: seen.type, ticketId: seen.other }],
  };
}
