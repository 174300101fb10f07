// The portal's list: what is asked, how it stands, and whose turn it is.
import {
  Button,
  CloseButton,
  Group,
  Loader,
  Paper,
  Pill,
  ScrollArea,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconInboxOff, IconPlus, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { fieldErrors, isProblem } from '../../api/problem';
import { may, useMe } from '../../api/session';
import { countsQuery } from '../../api/tickets';
import { Behind } from '../../parts/behind';
import { sayCount } from '../../parts/count';
import { useTicketList } from '../../parts/use-ticket-list';
import { Broken } from '../../shell/broken';
import { Place } from '../../shell/places';
import { SupportCards } from './cards';
import { filtersOf, type PortalView, type SupportSearch } from './search';
import { SupportTable } from './table';
import { listKind, viewNames, viewsOf, type ListKind } from './views';

const route = getRouteApi('/shell/dashboard/support');

export function SupportList() {
  const me = useMe();
  const kind = listKind(me);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const list = useTicketList(filtersOf(search));
  const change = (changes: SupportSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  const asked = isProblem(list.error) ? (fieldErrors(list.error).q ?? undefined) : undefined;
  const Rows = phone ? SupportCards : SupportTable;

  return (
    <Stack gap="sm" p="md" h="calc(100dvh - 52px)">
      <Group justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <Title order={1} size="h3" fz={kind === 'queue' ? { base: 'h4', sm: 'h3' } : undefined}>
            {kind === 'queue' ? 'Support of your clients' : 'Support'}
          </Title>
          <Behind lagMs={list.lagMs} />
        </Group>
        {may(me, 'create') && (
          <Button component={Link} to="/dashboard/support/new" size="sm" leftSection={<IconPlus size={16} />}>
            New ticket
          </Button>
        )}
      </Group>
      <Group gap="sm" justify="space-between" wrap={phone ? 'wrap' : 'nowrap'} align="flex-start">
        <Views kind={kind} view={search.view ?? 'open'} onChange={(view) => change({ view })} />
        <Search
          value={search.q ?? ''}
          busy={list.isFetching && search.q !== undefined}
          error={asked}
          onChange={(q) => change({ q: q === '' ? undefined : q })}
        />
      </Group>
      {search.reference && (
        <Group gap="xs">
          <Text size="sm">Only those that refer to</Text>
          <Pill
            withRemoveButton
            size="md"
            removeButtonProps={{ 'aria-label': 'Show all of them', tabIndex: 0, 'aria-hidden': false }}
            onRemove={() => change({ reference: undefined })}
          >
            {search.reference.replace(':', ' ')}
          </Pill>
        </Group>
      )}
      <Paper
        withBorder
        style={{ flex: 1, minHeight: 240, overflow: 'hidden', opacity: list.isPlaceholderData ? 0.6 : 1 }}
        aria-busy={list.isFetching}
      >
        {list.isPending ? (
          <Waiting />
        ) : asked !== undefined ? (
          <Place icon={IconSearchOff} title="This cannot be searched for">
            The words you search for {asked}. Other tickets are shown again when the search is changed.
          </Place>
        ) : list.isError && list.rows.length === 0 ? (
          <Broken error={list.error} reset={() => void list.refetch()} />
        ) : list.rows.length === 0 ? (
          <Nothing search={search} mayCreate={may(me, 'create')} onAll={() => change({ view: 'all', q: undefined })} />
        ) : (
          <Rows list={list} kind={kind} search={search} onSort={change} />
        )}
      </Paper>
    </Stack>
  );
}

function Nothing(props: { readonly search: SupportSearch; readonly mayCreate: boolean; readonly onAll: () => void }) {
  const { search, mayCreate, onAll } = props;
  if (search.q || search.reference || (search.view ?? 'open') !== 'all') {
    const all = (
      <Button variant="light" onClick={onAll}>
        Show all tickets
      </Button>
    );
    return (
      <Place icon={IconInboxOff} title={search.q ? 'No ticket fits' : 'Nothing here'} action={all}>
        {search.q ? 'No ticket in this view has these words.' : 'There are no tickets in this view.'}
      </Place>
    );
  }
  const open = mayCreate && (
    <Button component={Link} to="/dashboard/support/new">
      Open a ticket
    </Button>
  );
  return (
    <Place icon={IconInboxOff} title="No tickets yet" action={open}>
      When something does not work or a question is left, open a ticket: the answers are found here.
    </Place>
  );
}

function Views(props: {
  readonly kind: ListKind;
  readonly view: PortalView;
  readonly onChange: (view: PortalView) => void;
}) {
  const { kind, view, onChange } = props;
  const { data } = useQuery(countsQuery);
  const names = viewNames(kind);
  return (
    <ScrollArea type="never" maw="100%">
      <Group gap={4} wrap="nowrap" role="group" aria-label="Views">
        {viewsOf[kind].map((name) => (
          <Button
            key={name}
            size="compact-sm"
            h={36}
            px="sm"
            fw={500}
            variant={name === view ? 'light' : 'subtle'}
            color={name === view ? undefined : 'gray'}
            c={name === view ? undefined : 'var(--mantine-color-text)'}
            aria-pressed={name === view}
            onClick={() => onChange(name)}
            style={{ flexShrink: 0 }}
            rightSection={
              name !== 'mine' && (
                <Text span size="xs" c="dimmed" className="figures" miw={14} data-testid={`count-${name}`}>
                  {sayCount(data?.views[name])}
                </Text>
              )
            }
          >
            {names[name]}
          </Button>
        ))}
      </Group>
    </ScrollArea>
  );
}

function Search(props: {
  readonly value: string;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onChange: (q: string) => void;
}) {
  const { value, busy, error, onChange } = props;
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((q: string) => {
    told.current = q;
    onChange(q);
  }, 300);
  // The address changed by other hands: back, or a link.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  const write = (q: string) => {
    setText(q);
    tell(q.trim());
  };
  return (
    <TextInput
      aria-label="Search subjects"
      placeholder="Search"
      value={text}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      maxLength={200}
      error={error}
      w={{ base: '100%', sm: 150, lg: 260 }}
      style={{ flexShrink: 0 }}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        busy ? (
          <Loader size={14} />
        ) : (
          text !== '' && <CloseButton size="sm" aria-label="Clear the search" onClick={() => write('')} />
        )
      }
    />
  );
}

const Waiting = () => (
  <Stack gap={0} role="status" aria-label="Loading tickets" p="sm">
    {Array.from({ length: 10 }, (_, index) => (
      <Skeleton key={index} height={32} my={11} />
    ))}
  </Stack>
);
