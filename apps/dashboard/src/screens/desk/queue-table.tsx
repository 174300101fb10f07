// The queue as rows. Only those in sight are in the document; the row under one's eyes stays where it is.
import { Checkbox, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconArrowDown, IconArrowUp, IconPhone } from '@tabler/icons-react';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { TicketItem } from '../../api/client';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Time } from '../../parts/time';
import { useKeepPlace } from '../../parts/use-keep-place';
import type { useTicketList } from '../../parts/use-ticket-list';
import classes from './queue.module.css';
import { RowActions } from './row-actions';
import type { QueueSearch, Sort } from './search';

export interface RowsProps {
  readonly list: ReturnType<typeof useTicketList>;
  readonly search: QueueSearch;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onToggle: (id: string) => void;
  readonly onSort: (changes: QueueSearch) => void;
}

const features = tableFeatures({});
const column = createColumnHelper<typeof features, TicketItem>();
const columns = column.columns([
  column.accessor('number', {
    header: 'Number',
    cell: ({ row: { original } }) => (
      <Text size="sm" className="figures" truncate>
        {original.number}
      </Text>
    ),
  }),
  column.accessor('subject', {
    header: 'Subject',
    cell: ({ row: { original } }) => (
      <Group gap={6} wrap="nowrap" miw={0}>
        <Link
          to="/tickets/$id"
          params={{ id: original.id }}
          className={classes.subject}
          title={original.subject}
          tabIndex={-1}
        >
          {original.subject}
        </Link>
        {original.relatedCallId && (
          <Link
            to="/"
            search={{ view: 'all', reference: [`call:${original.relatedCallId}`] }}
            aria-label={`Tickets of the call of ${original.number}`}
            title="Tickets of this call"
            tabIndex={-1}
            className={classes.call}
          >
            <IconPhone size={14} aria-hidden />
          </Link>
        )}
        {original.reopened && <IconArrowBackUp size={14} aria-label="Reopened" style={{ flexShrink: 0 }} />}
        {original.waitingOn === 'support' && (
          <span className={classes.needs} title="Waits for us" role="img" aria-label="Waits for us" />
        )}
      </Group>
    ),
  }),
  column.display({
    id: 'customer',
    header: 'Customer',
    cell: ({ row: { original } }) => (
      <Text size="sm" truncate title={original.requester.email}>
        {original.requester.name}
        {original.client && (
          <Text span c="dimmed" size="sm">
            {' · '}
            {original.client.name}
          </Text>
        )}
      </Text>
    ),
  }),
  column.accessor('status', { header: 'Status', cell: ({ getValue }) => <StatusBadge status={getValue()} /> }),
  column.accessor('priority', { header: 'Priority', cell: ({ getValue }) => <PriorityBadge priority={getValue()} /> }),
  column.display({
    id: 'assignee',
    header: 'Assigned to',
    cell: ({ row: { original } }) => {
      const held = original.assignee?.user ?? original.assignee?.group;
      return (
        <Text size="sm" truncate c={held ? undefined : 'dimmed'}>
          {held?.name ?? 'Unassigned'}
        </Text>
      );
    },
  }),
  column.display({
    id: 'category',
    header: 'Category',
    cell: ({ row: { original } }) => (
      <Text size="sm" truncate c={original.category ? undefined : 'dimmed'}>
        {original.category?.name ?? 'None'}
      </Text>
    ),
  }),
  column.accessor('createdAt', { header: 'Created', cell: ({ getValue }) => <Time at={getValue()} /> }),
  column.accessor('updatedAt', { header: 'Updated', cell: ({ getValue }) => <Time at={getValue()} /> }),
]);

const sortable: Readonly<Record<string, Sort>> = {
  priority: 'priority',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
};
export const rowHeight = 46;
const mostChosen = 100;

export function QueueTable({ list, search, selected, onSelect, onToggle, onSort }: RowsProps) {
  const { rows: tickets, more, hasNextPage } = list;
  const table = useTable({ features, columns, data: tickets, getRowId: ({ id }) => id });
  const rows = table.getRowModel().rows;
  const body = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && last >= rows.length - 25) more();
  }, [hasNextPage, last, rows.length, more]);
  useKeepPlace(body, tickets, rowHeight);

  const focus = (index: number) => {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    setAt(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[index];
    const does: Record<string, () => void> = {
      ArrowDown: () => focus(index + 1),
      j: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      k: () => focus(index - 1),
      x: () => row && onToggle(row.id),
      Escape: () => onSelect(new Set()),
      Enter: () => row && void navigate({ to: '/tickets/$id', params: { id: row.id } }),
    };
    const doing = event.altKey || event.ctrlKey || event.metaKey ? undefined : does[event.key];
    if (!doing) return;
    event.preventDefault();
    doing();
  };
  const sorting = search.sort ?? 'updatedAt';
  const ascending = search.order === 'asc';
  const all = tickets.length > 0 && tickets.slice(0, mostChosen).every(({ id }) => selected.has(id));

  return (
    <div ref={body} className={classes.scroll}>
      <table className={classes.table} aria-rowcount={hasNextPage ? -1 : rows.length + 1} aria-label="Tickets">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className={classes.row}>
              <th className={classes.check}>
                <Checkbox
                  size="xs"
                  aria-label={`Select the first ${Math.min(tickets.length, mostChosen)}`}
                  checked={all}
                  indeterminate={!all && selected.size > 0}
                  onChange={() => onSelect(new Set(all ? [] : tickets.slice(0, mostChosen).map(({ id }) => id)))}
                />
              </th>
              {group.headers.map((header) => {
                const sort = sortable[header.column.id];
                const sorted = sort !== undefined && sort === sorting;
                const Arrow = ascending ? IconArrowUp : IconArrowDown;
                return (
                  <th
                    key={header.id}
                    data-column={header.column.id}
                    aria-sort={sorted ? (ascending ? 'ascending' : 'descending') : undefined}
                  >
                    {sort ? (
                      <UnstyledButton
                        className={classes.sort}
                        onClick={() => onSort({ sort, order: sorted && !ascending ? 'asc' : 'desc' })}
                      >
                        <table.FlexRender header={header} />
                        {sorted && <Arrow size={12} aria-hidden />}
                      </UnstyledButton>
                    ) : (
                      <table.FlexRender header={header} />
                    )}
                  </th>
                );
              })}
              <th className={classes.act}>
                <span className={classes.unseen}>Actions</span>
              </th>
            </tr>
          ))}
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr
                key={row.id}
                className={classes.row}
                style={{ transform: `translateY(${start}px)`, height: rowHeight }}
                aria-rowindex={index + 2}
                aria-selected={selected.has(row.id)}
                data-row={index}
                data-number={row.original.number}
                tabIndex={index === Math.min(at, rows.length - 1) ? 0 : -1}
                onFocus={() => setAt(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                <td className={classes.check}>
                  <Checkbox
                    size="xs"
                    aria-label={`Select ${row.original.number}`}
                    checked={selected.has(row.id)}
                    disabled={!selected.has(row.id) && selected.size >= mostChosen}
                    onChange={() => onToggle(row.id)}
                  />
                </td>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
                <td className={classes.act}>
                  <RowActions ticket={row.original} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
