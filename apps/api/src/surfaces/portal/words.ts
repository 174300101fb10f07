// The portal's words for what the domain knows under other names. Clients are named to those who work for several, and
// never by id.
import type { Actor, Side } from '#access';
import type { Priority, State, TicketPolicy } from '#policy';
import type { ThreadEntry, TicketDetail, TicketItem } from '#read-side';
import { NamedBody } from '../../tickets/answers.js';

export const portalStatuses = ['open', 'resolved', 'closed'] as const;
export type PortalStatus = (typeof portalStatuses)[number];

export const statusOf = (state: State): PortalStatus => (state === 'resolved' || state === 'closed' ? state : 'open');

export class PortalTicketBody {
  id!: string;
  /** what people call it */
  reference!: string;
  subject!: string;
  status!: 'open' | 'resolved' | 'closed';
  priority!: Priority;
  category!: NamedBody | null;
  requester!: NamedBody;
  /** who works on it */
  owner!: string | null;
  /** whose ticket it is; told to partners and support */
  client?: string | null;
  project!: NamedBody | null;
  createdAt!: string;
  updatedAt!: string;
  /** public ones */
  commentCount!: number;
  /** support spoke last */
  supportReplied!: boolean;
  waitingOn!: 'requester' | 'support' | null;
  relatedCallId?: string;
}

export class PortalCommentBody {
  id!: string;
  at!: string;
  author!: string;
  side!: Side;
  text!: string;
  /** when it was last edited */
  edited?: string;
}

export class PortalMoveBody {
  at!: string;
  by!: string;
  from!: 'open' | 'resolved' | 'closed';
  to!: 'open' | 'resolved' | 'closed';
}

export class PortalAttachmentBody {
  url!: string;
}

export class PortalDetailBody extends PortalTicketBody {
  description!: string;
  resolutionNotes!: string | null;
  recipients!: NamedBody[];
  /** references of related calls */
  calls!: string[];
  attachments!: PortalAttachmentBody[];
  /** the first hundred, oldest first */
  comments!: PortalCommentBody[];
  /** for `…/comments?cursor=`; null: these are all */
  commentsCursor!: string | null;
  /** the last hundred moves, oldest first */
  statusHistory!: PortalMoveBody[];
  /** where the caller may move it now */
  allowedStatuses!: ('open' | 'resolved' | 'closed')[];
  mayComment!: boolean;
  mayCategorise!: boolean;
}

export function toPortal(ticket: TicketItem, { side }: Actor) {
  const { client, assignee } = ticket;
  // What the directory has forgotten goes by its id elsewhere.
  const named = client && client.name !== client.id ? client.name : null;
  return {
    id: ticket.id,
    reference: ticket.number,
    subject: ticket.subject,
    status: statusOf(ticket.state),
    priority: ticket.priority,
    category: ticket.category,
    requester: { id: ticket.requester.id, name: ticket.requester.name },
    owner: assignee?.user?.name ?? assignee?.group?.name ?? null,
    ...(side !== 'customer' && { client: named }),
    project: ticket.project,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    commentCount: ticket.publicReplyCount,
    supportReplied: ticket.lastReplyBy === 'support',
    waitingOn: ticket.waitingOn,
    ...(ticket.relatedCallId !== undefined && { relatedCallId: ticket.relatedCallId }),
  } satisfies PortalTicketBody;
}

const actions = { open: 'reopen', resolved: 'resolve', closed: 'close' } as const;

export const detailsOf = (ticket: TicketDetail) => ({
  description: ticket.description,
  resolutionNotes: ticket.resolution?.notes ?? null,
  recipients: ticket.recipients.map(({ id, name }) => ({ id, name })),
  calls: callsOf(ticket),
  attachments: ticket.attachments.map(({ url }) => ({ url })),
  allowedStatuses: portalStatuses.filter((status) => ticket.allowedActions.includes(actions[status])),
  mayComment: ticket.allowedActions.includes('reply'),
  mayCategorise: ticket.allowedActions.includes('classify'),
});

export const callsOf = ({ references }: TicketDetail): string[] =>
  references.filter(({ kind }) => kind === 'call').map(({ id }) => id);

export const toComment = (entry: ThreadEntry): PortalCommentBody => ({
  id: entry.id,
  at: entry.at,
  author: entry.actor.name,
  side: entry.actor.side,
  text: entry.body ?? '',
  ...(entry.edited !== undefined && { edited: entry.edited }),
});

/** Moves between two statuses of which the portal makes one are none to it. */
export function toMoves(entries: readonly ThreadEntry[], { statuses }: TicketPolicy): PortalMoveBody[] {
  const called = (id: unknown) => statusOf(statuses.find((status) => status.id === id)?.state ?? 'open');
  return entries
    .map(({ at, actor, from, to }) => ({ at, by: actor.name, from: called(from), to: called(to) }))
    .filter(({ from, to }) => from !== to);
}
