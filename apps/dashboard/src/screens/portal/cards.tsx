// The list on a phone.
import { Group, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { TicketItem } from '../../api/client';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Time } from '../../parts/time';
import { useKeepPlace } from '../../parts/use-keep-place';
import { CallLink, SubjectLink, ownerOf, sayReplies } from './columns';
import classes from './portal.module.css';
import type { RowsProps } from './table';
import type { ListKind } from './views';

const height = 98;

const about: Readonly<Record<ListKind, (ticket: TicketItem) => string>> = {
  overview: (ticket) => `${ownerOf(ticket) ?? 'Nobody yet'} · ${sayReplies(ticket)}`,
  queue: (ticket) =>
    [ticket.client?.name, ticket.requester.name, ownerOf(ticket) ?? 'nobody yet'].filter(Boolean).join(' · '),
  own: ({ requester, category }) => [requester.name, category?.name].filter(Boolean).join(' · '),
};

export function SupportCards({ list, kind }: RowsProps) {
  const { rows, more, hasNextPage } = list;
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && last >= rows.length - 15) more();
  }, [hasNextPage, last, rows.length, more]);
  useKeepPlace(body, rows, height);
  return (
    <div ref={body} className={classes.scroll}>
      <ul className={classes.cards} style={{ height: virtual.getTotalSize() }} aria-label="Tickets">
        {shown.map(({ index, start }) => {
          const ticket = rows[index];
          if (!ticket) return null;
          const at = kind === 'own' ? ticket.createdAt : ticket.updatedAt;
          return (
            <li key={ticket.id} style={{ transform: `translateY(${start}px)`, height }} data-number={ticket.number}>
              <Group gap={8} wrap="nowrap" mb={4}>
                <Text size="xs" c="dimmed" className="figures">
                  {ticket.number}
                </Text>
                <StatusBadge status={ticket.status} size="sm" />
                {kind !== 'overview' && <PriorityBadge priority={ticket.priority} size="sm" />}
                {kind === 'own' && ticket.relatedCallId && <CallLink id={ticket.relatedCallId} />}
              </Group>
              <SubjectLink ticket={ticket} />
              <Text size="xs" c="dimmed" truncate mt={2}>
                {about[kind](ticket)} · <Time at={at} />
              </Text>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
