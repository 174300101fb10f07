// The columns of the three lists. Names of people and texts are cut where there is no room; the title has them whole.
import { Group, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import type { TicketItem } from '../../api/client';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Time } from '../../parts/time';
import classes from './portal.module.css';
import type { ListKind } from './views';

export const features = tableFeatures({});
const column = createColumnHelper<typeof features, TicketItem>();

export const ownerOf = ({ assignee }: TicketItem): string | undefined => (assignee?.user ?? assignee?.group)?.name;

/** Who spoke last, and how much was said. */
export function sayReplies({ publicReplyCount, lastReplyBy, waitingOn }: TicketItem): string {
  if (publicReplyCount === 0) return 'No replies yet';
  const count = publicReplyCount === 1 ? '1 reply' : `${publicReplyCount} replies`;
  if (waitingOn === 'requester') return `${count} · your turn`;
  return lastReplyBy === 'support' ? `${count} · support replied` : `${count} · you replied`;
}

const Named = ({ name, none }: { readonly name: string | undefined; readonly none: string }) => (
  <Text size="sm" truncate title={name} c={name === undefined ? 'dimmed' : undefined}>
    {name ?? none}
  </Text>
);

export const SubjectLink = ({ ticket: { id, subject } }: { readonly ticket: TicketItem }) => (
  <Link to="/dashboard/support/$id" params={{ id }} className={classes.subject} title={subject}>
    {subject}
  </Link>
);

/** Leads to everything that was asked about the call. */
export const CallLink = ({ id }: { readonly id: string }) => (
  <Link
    to="/dashboard/support"
    search={{ view: 'all', reference: `call:${id}` }}
    className={classes.call}
    title={`Tickets about call ${id}`}
  >
    <IconPhone size={14} aria-hidden />
    <span>{id}</span>
  </Link>
);

const reference = column.accessor('number', {
  header: 'Reference',
  cell: ({ getValue }) => (
    <Text size="sm" c="dimmed" className="figures" truncate>
      {getValue()}
    </Text>
  ),
});
const subject = column.accessor('subject', {
  header: 'Subject',
  cell: ({ row: { original } }) => <SubjectLink ticket={original} />,
});
/** Where room is scarce, the reference stands below. */
const subjectAndReference = column.accessor('subject', {
  header: 'Subject',
  cell: ({ row: { original } }) => (
    <>
      <SubjectLink ticket={original} />
      <Text size="xs" c="dimmed" className="figures">
        {original.number}
      </Text>
    </>
  ),
});
const owner = column.display({
  id: 'owner',
  header: 'Owner',
  cell: ({ row: { original } }) => <Named name={ownerOf(original)} none="Nobody" />,
});
const status = column.accessor('status', {
  header: 'Status',
  cell: ({ getValue }) => <StatusBadge status={getValue()} />,
});
const priority = column.accessor('priority', {
  header: 'Priority',
  cell: ({ getValue }) => <PriorityBadge priority={getValue()} />,
});
const category = column.display({
  id: 'category',
  header: 'Category',
  cell: ({ row: { original } }) => <Named name={original.category?.name} none="None" />,
});
const requester = column.display({
  id: 'requester',
  header: 'Requester',
  cell: ({ row: { original } }) => <Named name={original.requester.name} none="" />,
});
const client = column.display({
  id: 'client',
  header: 'Client',
  cell: ({ row: { original } }) => <Named name={original.client?.name} none="None" />,
});
const replies = column.display({
  id: 'replies',
  header: 'Replies',
  cell: ({ row: { original } }) => (
    <Group gap={6} wrap="nowrap" miw={0}>
      {original.waitingOn === 'requester' && <span className={classes.turn} aria-hidden />}
      <Text size="sm" truncate c={original.waitingOn === 'requester' ? undefined : 'dimmed'}>
        {sayReplies(original)}
      </Text>
    </Group>
  ),
});
const call = column.display({
  id: 'call',
  header: 'Call',
  cell: ({ row: { original } }) => original.relatedCallId && <CallLink id={original.relatedCallId} />,
});
const created = column.accessor('createdAt', {
  header: 'Created',
  cell: ({ getValue }) => <Time at={getValue()} />,
});
const updated = column.accessor('updatedAt', {
  header: 'Updated',
  cell: ({ getValue }) => <Time at={getValue()} />,
});

export const columnsOf = {
  overview: column.columns([reference, subject, owner, status, replies, updated]),
  queue: column.columns([subjectAndReference, client, requester, owner, status, priority, category, updated]),
  own: column.columns([subjectAndReference, status, priority, category, requester, created, call]),
} satisfies Record<ListKind, unknown>;
