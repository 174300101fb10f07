// The support desk's queue: every filter stands in the address, every act comes from the row's own allowedActions.
import { Button, Group, Paper, ScrollArea, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInboxOff, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { countsQuery, type View } from '../../api/tickets';
import { may, useMe } from '../../api/session';
import { Behind } from '../../parts/behind';
import { sayCount } from '../../parts/count';
import { useTicketList } from '../../parts/use-ticket-list';
import { Broken } from '../../shell/broken';
import { createAt } from '../../shell/navigation';
import { Place } from '../../shell/places';
import { BulkBar } from './bulk-bar';
import { StatusCards } from './status-cards';
import { Filters } from './filters';
import { QueueCards } from './queue-cards';
import { QueueTable } from './queue-table';
import { activeFilters, asFilters, deskViews, viewNames, type QueueSearch } from './search';

const route = getRouteApi('/shell/');

export function Queue() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const filters = useMemo(() => asFilters(search), [search]);
  const list = useTicketList(filters);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const change = useCallback(
    (changes: QueueSearch) => {
      setSelected(new Set());
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
    },
    [navigate],
  );
  const toggle = useCallback(
    (id: string) =>
      setSelected((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const replace = (next: QueueSearch) => {
    setSelected(new Set());
    void navigate({ search: next, replace: true });
  };
  const clear = () => replace(search.view ? { view: search.view } : {});
  const chosen = list.rows.filter(({ id }) => selected.has(id));
  const Rows = phone ? QueueCards : QueueTable;

  return (
    <Stack gap="sm" p="md" h="calc(100dvh - 52px)">
      <Group justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <Title order={1} size="h3">
            Queue
          </Title>
          <Behind lagMs={list.lagMs} />
        </Group>
        {may(me, 'create') && (
          <Button component={Link} to={createAt(me)} size="sm" leftSection={<IconPlus size={16} />}>
            New ticket
          </Button>
        )}
      </Group>
      <StatusCards chosen={search.status ?? []} onChoose={(status) => change({ view: 'all', status: [status] })} />
      <Views view={search.view ?? 'open'} onChange={(view) => change({ view })} />
      <Filters
        search={search}
        onChange={change}
        onReplace={replace}
        onClear={clear}
        busy={list.isFetching && !list.isFetchingNextPage}
      />
      <BulkBar chosen={chosen} onDone={setSelected} />
      <Paper
        withBorder
        style={{ flex: 1, minHeight: 240, overflow: 'hidden', opacity: list.isPlaceholderData ? 0.6 : 1 }}
        aria-busy={list.isFetching}
      >
        {list.isPending ? (
          <Waiting />
        ) : list.isError && list.rows.length === 0 ? (
          <Broken error={list.error} reset={() => void list.refetch()} />
        ) : list.rows.length === 0 ? (
          <Place
            icon={IconInboxOff}
            title={activeFilters(search) > 0 ? 'No ticket fits' : 'Nothing here'}
            action={
              activeFilters(search) > 0 ? (
                <Button variant="light" onClick={clear}>
                  Clear the filters
                </Button>
              ) : undefined
            }
          >
            {activeFilters(search) > 0
              ? 'No ticket in this view fits the filters.'
              : 'Tickets of this view appear here as soon as there are any.'}
          </Place>
        ) : (
          <Rows
            list={list}
            search={search}
            selected={selected}
            onSelect={setSelected}
            onToggle={toggle}
            onSort={change}
          />
        )}
      </Paper>
    </Stack>
  );
}

/** Each with its number: the same predicate counts and lists. */
function Views({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const { data } = useQuery(countsQuery);
  return (
    <ScrollArea type="never" style={{ flexShrink: 0 }}>
      <Group gap={4} wrap="nowrap" role="group" aria-label="Views">
        {viewNames
          .filter((name) => !data || name in data.views)
          .map((name) => (
            <Button
              key={name}
              size="compact-sm"
              fw={500}
              variant={name === view ? 'light' : 'subtle'}
              color={name === view ? undefined : 'gray'}
              aria-pressed={name === view}
              onClick={() => onChange(name)}
              style={{ flexShrink: 0 }}
              rightSection={
                <Text span size="xs" c="dimmed" className="figures" miw={14} data-testid={`count-${name}`}>
                  {sayCount(data?.views[name])}
                </Text>
              }
            >
              {deskViews[name]}
            </Button>
          ))}
      </Group>
    </ScrollArea>
  );
}

const Waiting = () => (
  <Stack gap={0} role="status" aria-label="Loading tickets" p="sm">
    {Array.from({ length: 12 }, (_, index) => (
      <Skeleton key={index} height={28} my={9} />
    ))}
  </Stack>
);
