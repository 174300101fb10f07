// The queue as rows. Only those in sight are in the document; the row under one's eyes stays where it is.
import { Checkbox, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconArrowDown, IconArrowUp, IconMoon, IconPhone } from '@tabler/icons-react';
import { createColumnHelper, FlexRender, tableFeatures, useTable, type Row } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { TicketItem } from '../../api/client';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Time, sayExactly } from '../../parts/time';
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
        {original.snoozedUntil && (
          <IconMoon
            size={14}
            aria-label={`Snoozed until ${sayExactly(original.snoozedUntil)}`}
            style={{ flexShrink: 0 }}
          />
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
          <Text span c="dimmed" size="sm" className={classes.organisation}>
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
    const row = () => body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`);
    // At once where it can be, so that the next key finds it.
    if (row()) row()?.focus();
    else requestAnimationFrame(() => row()?.focus());
  };
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const row = target.closest<HTMLElement>('tr[data-row]');
    if (row) setAt(Number(row.dataset.row));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { row: shownAt } = (event.target as HTMLElement).dataset;
    if (shownAt === undefined) return;
    const index = Number(shownAt);
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
        <tbody style={{ height: virtual.getTotalSize() }} onFocus={onFocus} onKeyDown={onKeyDown}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const isSelected = selected.has(row.id);
            return (
              <TicketRow
                key={row.id}
                row={row}
                ticket={row.original}
                index={index}
                start={start}
                selected={isSelected}
                selectable={isSelected || selected.size < mostChosen}
                reached={index === Math.min(at, rows.length - 1)}
                onToggle={onToggle}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface TicketRowProps {
  readonly row: Row<typeof features, TicketItem>;
  readonly ticket: TicketItem;
  readonly index: number;
  readonly start: number;
  readonly selected: boolean;
  readonly selectable: boolean;
  /** by the Tab key */
  readonly reached: boolean;
  readonly onToggle: (id: string) => void;
}

/** Drawn again only when something of it has changed: a table makes new rows of the same tickets at every answer. */
const TicketRow = memo(
  function TicketRow({ row, ticket, index, start, selected, selectable, reached, onToggle }: TicketRowProps) {
    return (
      <tr
        className={classes.row}
        style={{ transform: `translateY(${start}px)`, height: rowHeight }}
        aria-rowindex={index + 2}
        aria-selected={selected}
        data-row={index}
        data-number={ticket.number}
        tabIndex={reached ? 0 : -1}
      >
        <td className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={`Select ${ticket.number}`}
            checked={selected}
            disabled={!selectable}
            onChange={() => onToggle(ticket.id)}
          />
        </td>
        {row.getAllCells().map((cell) => (
          <td key={cell.id} data-column={cell.column.id}>
            <FlexRender cell={cell} />
          </td>
        ))}
        <td className={classes.act}>
          <RowActions ticket={ticket} />
        </td>
      </tr>
    );
  },
  (before, after) =>
    (Object.keys(after) as (keyof TicketRowProps)[]).every((name) => name === 'row' || before[name] === after[name]),
);
