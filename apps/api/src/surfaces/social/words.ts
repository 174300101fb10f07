// The social application's words for what the domain knows under other names.
import type { State } from '#policy';
import type { ThreadEntry, TicketDetail } from '#read-side';

/** In the order of their numbers. */
export const statusNames = ['New', 'InProgress', 'Resolved', 'Closed'] as const;
export type StatusName = (typeof statusNames)[number];

/** A filter takes a name or its number. */
export const statusFilters: readonly string[] = [...statusNames, ...statusNames.keys()].map(String);

const nameOf: Readonly<Record<State, StatusName>> = {
  new: 'New',
  open: 'New',
  in_progress: 'InProgress',
  waiting: 'InProgress',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** `filter`: one of `statusFilters`. */
export function statesOf(filter: string): State[] {
  const name = /^\d$/.test(filter) ? statusNames[Number(filter)] : filter;
  return (Object.keys(nameOf) as State[]).filter((state) => nameOf[state] === name);
}

export const statusOf = (state: State): StatusName => nameOf[state];

export class SocialTicketBody {
  id!: string;
  subject!: string;
  description!: string;
  /** as they were given; nobody has looked at what is there */
  attachmentUrls!: string[];
  department!: string | null;
  /** whose ticket it is */
  userId!: string;
  status!: 'New' | 'InProgress' | 'Resolved' | 'Closed';
  createdAt!: string;
  updatedAt!: string;
  resolvedAt!: string | null;
  closedAt!: string | null;
  assignedToUserId!: string | null;
}

export const toTicket = (ticket: TicketDetail): SocialTicketBody => ({
  id: ticket.id,
  subject: ticket.subject,
  description: ticket.description,
  attachmentUrls: ticket.attachments.map(({ url }) => url),
  department: ticket.department,
  userId: ticket.requester.id,
  status: statusOf(ticket.state),
  createdAt: ticket.createdAt,
  updatedAt: ticket.updatedAt,
  resolvedAt: ticket.resolvedAt,
  closedAt: ticket.closedAt,
  assignedToUserId: ticket.assignee?.user?.id ?? null,
});

export class SocialCommentBody {
  id!: string;
  ticketId!: string;
  /** the comment that it answers */
  parentCommentId!: string | null;
  text!: string;
  /** as they were given; nobody has looked at what is there */
  attachmentUrls!: string[];
  userId!: string;
  userName!: string;
  createdAt!: string;
  /** when it was last edited, else when it was written */
  updatedAt!: string;
}

export const toComment = (ticketId: string, entry: ThreadEntry): SocialCommentBody => ({
  id: entry.id,
  ticketId,
  parentCommentId: entry.parentId ?? null,
  text: entry.body ?? '',
  attachmentUrls: [...(entry.attachmentUrls ?? [])],
  userId: entry.actor.id,
  userName: entry.actor.name,
  createdAt: entry.at,
  updatedAt: entry.edited ?? entry.at,
});
