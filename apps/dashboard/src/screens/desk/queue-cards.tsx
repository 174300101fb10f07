// The queue on a phone: the same tickets as cards.
import { Checkbox, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconMoon } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Time, sayExactly } from '../../parts/time';
import { useKeepPlace } from '../../parts/use-keep-place';
import type { RowsProps } from './queue-table';
import classes from './queue.module.css';
import { RowActions } from './row-actions';

const height = 96;

export function QueueCards({ list, selected, onToggle }: RowsProps) {
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
          const held = ticket.assignee?.user ?? ticket.assignee?.group;
          return (
            <li
              key={ticket.id}
              className={classes.card}
              data-selected={selected.has(ticket.id)}
              data-number={ticket.number}
              style={{ transform: `translateY(${start}px)`, height }}
            >
              <Group gap={8} wrap="nowrap" justify="space-between">
                <Group gap={8} wrap="nowrap" miw={0}>
                  <Checkbox
                    size="sm"
                    aria-label={`Select ${ticket.number}`}
                    checked={selected.has(ticket.id)}
                    onChange={() => onToggle(ticket.id)}
                  />
                  <Text size="xs" c="dimmed" className="figures">
                    {ticket.number}
                  </Text>
                  <StatusBadge status={ticket.status} />
                  <PriorityBadge priority={ticket.priority} />
                </Group>
                <RowActions ticket={ticket} />
              </Group>
              <Link
                to="/tickets/$id"
                params={{ id: ticket.id }}
                className={classes.subject}
                style={{ display: 'block' }}
              >
                {ticket.subject}
              </Link>
              <Group gap={4} wrap="nowrap" c="dimmed">
                {ticket.snoozedUntil && (
                  <IconMoon size={14} aria-label={`Snoozed until ${sayExactly(ticket.snoozedUntil)}`} />
                )}
                {ticket.reopened && <IconArrowBackUp size={14} aria-label="Reopened" />}
                <Text size="xs" c="dimmed" truncate>
                  {ticket.requester.name} · {held?.name ?? 'Unassigned'} · <Time at={ticket.updatedAt} />
                </Text>
              </Group>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
