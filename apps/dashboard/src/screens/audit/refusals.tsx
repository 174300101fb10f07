// Who tried what and was refused, the newest first.
import { Anchor, Button, Group, Loader, ScrollArea, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, ask } from '../../api/client';
import { sayCode } from '../../api/problem';
import { Broken } from '../../shell/broken';
import { Place } from '../../shell/places';
import { Busy } from '../../parts/busy';
import { ActorInput, TicketInput, sayActor, useActors } from './log-filters';
import { Moment, MomentInput } from './moments';
import { roleNames } from './say-event';
import type { LogSearch } from './search';

interface RefusalsProps {
  readonly search: LogSearch;
  readonly onChange: (changes: LogSearch) => void;
}
const nobody: never[] = [];

/** They know tickets by id; deleted ones still have their number in the history. @throws Problem */
async function idOf(ticket: string, signal: AbortSignal): Promise<string> {
  if (/^[0-9a-f-]{36}$/i.test(ticket)) return ticket;
  const { state } = await ask(api.GET('/v1/audit/tickets/{id}', { params: { path: { id: ticket } }, signal }));
  return String(state.ticketId);
}

export function Refusals({ search, onChange }: RefusalsProps) {
  const { from, to, actor, ticket } = search;
  const asked = { ...(from && { from }), ...(to && { to }), ...(actor && { actor }), ...(ticket && { ticket }) };
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['audit', 'refusals', asked],
    queryFn: async ({ pageParam, signal }) => {
      const named = ticket ? { ticket: await idOf(ticket, signal) } : {};
      const query = { ...asked, ...named, limit: 100, ...(pageParam && { cursor: pageParam }) };
      return ask(api.GET('/v1/audit/refusals', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Reading is recorded: only when it is asked for.
    staleTime: Infinity,
  });
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? nobody, [data]);
  const actors = useActors(
    useMemo(() => rows.map((row) => ({ actor: { kind: 'user' as const, ...row.actor } })), [rows]),
  );
  return (
    <Stack gap="sm" h="100%">
      <Group gap="xs" align="flex-start">
        <TicketInput ticket={ticket} onChange={(wanted) => onChange({ ticket: wanted })} />
        <ActorInput actor={actor ?? nobody} actors={actors} onChange={(wanted) => onChange({ actor: wanted })} />
        <MomentInput label="From" flex="0 1 205px" miw={0} value={from} onChange={(at) => onChange({ from: at })} />
        <MomentInput label="Before" flex="0 1 205px" miw={0} value={to} onChange={(at) => onChange({ to: at })} />
        <Button
          style={{ alignSelf: 'flex-end' }}
          variant="default"
          loading={isFetching && !isPending}
          onClick={() => void refetch()}
        >
          Look again
        </Button>
      </Group>
      {error ? (
        <Broken error={error} reset={() => void refetch()} />
      ) : isPending ? (
        <Busy p="md" label="Reading what was refused">
          <Loader />
        </Busy>
      ) : rows.length === 0 ? (
        <Place icon={IconShieldCheck} title="Nothing was refused">
          No refused command fits these filters. They are kept for 90 days.
        </Place>
      ) : (
        <ScrollArea flex={1} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Refused commands' }}>
          <Table miw={860} stickyHeader aria-label="Refused commands">
            <Table.Thead>
              <Table.Tr>
                {['When', 'Who', 'What was tried', 'Answer', 'Ticket', 'From'].map((name) => (
                  <Table.Th key={name}>{name}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.correlationId} ${row.at} ${row.command} ${row.code} ${row.ticketId}`}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>
                    <Moment at={row.at} />
                    {row.times > 1 && (
                      <Text size="xs" c="dimmed">
                        {row.times} times until <Moment at={row.until} />
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {sayActor(row.actor)}
                    <Text size="xs" c="dimmed">
                      {roleNames(row.actor.role)}
                    </Text>
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.command}</Table.Td>
                  <Table.Td>
                    <Tooltip label={sayCode(row.code)}>
                      <span>
                        {row.status} {row.code}
                      </span>
                    </Tooltip>
                  </Table.Td>
                  <Table.Td>
                    {row.ticketId ? (
                      <Anchor component={Link} to={`/audit/${row.ticketId}`} size="sm">
                        {row.ticketId.slice(0, 8)}
                      </Anchor>
                    ) : (
                      '–'
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Tooltip label="Tells addresses apart without telling them">
                      <span className="figures">{row.address.slice(0, 8)}</span>
                    </Tooltip>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {hasNextPage && (
            <Button m="sm" variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
              More
            </Button>
          )}
        </ScrollArea>
      )}
    </Stack>
  );
}
