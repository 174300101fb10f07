// The list as rows; only those in sight are in the document.
import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useKeepPlace } from '../../parts/use-keep-place';
import type { useTicketList } from '../../parts/use-ticket-list';
import { columnsOf, features } from './columns';
import classes from './portal.module.css';
import type { Sort, SupportSearch } from './search';
import type { ListKind } from './views';

export interface RowsProps {
  readonly list: ReturnType<typeof useTicketList>;
  readonly kind: ListKind;
  readonly search: SupportSearch;
  readonly onSort: (changes: SupportSearch) => void;
}

const sortable: Readonly<Record<string, Sort>> = {
  priority: 'priority',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
};
const height = 54;

export function SupportTable({ list, kind, search, onSort }: RowsProps) {
  const { rows: tickets, more, hasNextPage } = list;
  const table = useTable({ features, columns: columnsOf[kind], data: tickets, getRowId: ({ id }) => id });
  const rows = table.getRowModel().rows;
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && last >= rows.length - 25) more();
  }, [hasNextPage, last, rows.length, more]);
  useKeepPlace(body, tickets, height);
  const sorting = search.sort ?? 'updatedAt';
  const ascending = search.order === 'asc';

  return (
    <div ref={body} className={classes.scroll}>
      <table
        className={classes.table}
        data-kind={kind}
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        aria-label="Tickets"
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className={classes.row}>
              {group.headers.map((header) => {
                const sort = sortable[header.column.id];
                const sorted = sort === sorting;
                const Arrow = ascending ? IconArrowUp : IconArrowDown;
                return (
                  <th key={header.id} aria-sort={sorted ? (ascending ? 'ascending' : 'descending') : undefined}>
                    {sort ? (
                      <UnstyledButton
                        className={classes.sort}
                        onClick={() => onSort({ sort, order: sorted && !ascending ? 'asc' : undefined })}
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
                style={{ transform: `translateY(${start}px)`, height }}
                aria-rowindex={index + 2}
                data-number={row.original.number}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
