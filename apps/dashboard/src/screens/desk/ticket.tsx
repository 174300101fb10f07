// One ticket at the desk: what was said, what happened, and everything that can be done to it now.
import {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Box,
  Button,
  Group,
  Menu,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconArrowMerge, IconChevronDown, IconHistory, IconPhone } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMerge } from '../../api/around-ticket';
import type { Ticket } from '../../api/client';
import { sayCode } from '../../api/problem';
import { may, useMe } from '../../api/session';
import { useStatuses, ticketQuery } from '../../api/tickets';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Prose } from '../../parts/prose';
import { Time } from '../../parts/time';
import { sayDone, sayFailed, sayNote } from '../../parts/say';
import { MergeDialog } from './merge-dialog';
import { ReplyBox } from './reply-box';
import { quick, useRowAct } from './row-actions';
import { Sidebar } from './sidebar';
import { StatusDialog } from './status-dialog';
import { Thread, type Shown } from './thread';
import classes from './ticket.module.css';

const route = getRouteApi('/shell/tickets/$id');

export function TicketScreen() {
  const { id } = route.useParams();
  const { stay } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: ticket } = useSuspenseQuery(ticketQuery(id));
  // A number in the address becomes the id that live updates speak of.
  useEffect(() => {
    if (ticket.id !== id) void navigate({ params: { id: ticket.id }, search: (now) => now, replace: true });
  }, [ticket.id, id, navigate]);
  // What was merged leads on to what took it in.
  const { mergedInto, number } = ticket;
  useEffect(() => {
    if (mergedInto && !stay) void navigate({ params: { id: mergedInto }, search: { from: number }, replace: true });
  }, [mergedInto, number, stay, navigate]);
  useEffect(() => {
    document.title = `${ticket.number} ${ticket.subject}`;
    return () => {
      document.title = 'Ledgerdesk';
    };
  }, [ticket.number, ticket.subject]);
  const [shown, setShown] = useState<Shown>('all');
  const replies = ticket.allowedActions.includes('reply') || ticket.allowedActions.includes('note');

  return (
    <Stack p="md" gap="md" maw={1320} mx="auto">
      <Head ticket={ticket} />
      <div className={classes.columns}>
        <Stack gap="md" miw={0}>
          <Paper withBorder p="md">
            <Group justify="space-between" mb="xs">
              <Text size="sm" fw={600}>
                {ticket.requester.name}
                {ticket.client && (
                  <Text span c="dimmed" size="sm">
                    {' · '}
                    {ticket.client.name}
                  </Text>
                )}
              </Text>
              <Text size="sm" c="dimmed">
                <Time at={ticket.createdAt} />
              </Text>
            </Group>
            <Prose text={ticket.description} />
            <Context ticket={ticket} />
          </Paper>
          <Group justify="space-between">
            <Title order={2} size="h5">
              What happened
            </Title>
            <SegmentedControl
              size="xs"
              aria-label="Show"
              value={shown}
              onChange={setShown}
              data={[
                { value: 'all', label: 'All' },
                { value: 'talk', label: 'Conversation' },
                { value: 'changes', label: 'Changes' },
              ]}
            />
          </Group>
          <Thread ticket={ticket} shown={shown} />
          {replies && <ReplyBox key={ticket.id} ticket={ticket} />}
        </Stack>
        <Sidebar ticket={ticket} />
      </div>
    </Stack>
  );
}

function Head({ ticket }: { readonly ticket: Ticket }) {
  const me = useMe();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const act = useRowAct();
  const { byId } = useStatuses();
  const [wanted, setWanted] = useState<string>();
  const [mergeOpen, merging] = useDisclosure(false);
  const offered = quick.filter(({ type }) => ticket.allowedActions.includes(type));
  const others = ticket.allowedActions.includes('set-status')
    ? ticket.allowedStatuses.filter((status) => status !== ticket.status)
    : [];
  return (
    <Box component="header">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Back to the queue"
          onClick={() => (canGoBack ? router.history.back() : void router.navigate({ to: '/' }))}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
        <Stack gap={6} miw={0} flex={1}>
          <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {ticket.subject}
          </Title>
          <Group gap={8}>
            <Text size="sm" c="dimmed" className="figures">
              {ticket.number}
            </Text>
            <StatusBadge status={ticket.status} />
            <PriorityBadge priority={ticket.priority} />
            {ticket.reopened && (
              <Badge variant="default" tt="none" fw={500} leftSection={<IconHistory size={12} aria-hidden />}>
                Reopened{ticket.reopenCount > 1 ? ` ${ticket.reopenCount} times` : ''}
              </Badge>
            )}
            {may(me, 'audit') && (
              <Anchor component={Link} to={`/audit/${ticket.id}`} size="sm">
                Its whole life
              </Anchor>
            )}
            {ticket.relatedCallId && (
              <Link
                to="/"
                search={{ view: 'all', reference: [`call:${ticket.relatedCallId}`] }}
                className={classes.origin}
              >
                <IconPhone size={12} aria-hidden /> Tickets of this call
              </Link>
            )}
          </Group>
        </Stack>
      </Group>
      <Merged ticket={ticket} />
      <Group gap="xs" mt="sm" role="toolbar" aria-label="Actions">
        {offered.map(({ type, label, done, icon: Sign }) => (
          <Button
            key={type}
            size="xs"
            variant={type === 'resolve' ? 'filled' : 'default'}
            leftSection={<Sign size={14} aria-hidden />}
            onClick={() => (type === 'resolve' ? setWanted('resolve') : act(ticket, { type }, done))}
          >
            {label}
          </Button>
        ))}
        {others.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                Set status
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((status) => (
                <Menu.Item key={status} onClick={() => setWanted(`status:${status}`)}>
                  {byId.get(status)?.label ?? status}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {ticket.allowedActions.includes('merge') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowMerge size={14} aria-hidden />}
            onClick={merging.open}
          >
            Merge
          </Button>
        )}
      </Group>
      <MergeDialog opened={mergeOpen} tickets={[ticket]} onClose={merging.close} />
      <StatusDialog ticket={ticket} wanted={wanted} onClose={() => setWanted(undefined)} />
    </Box>
  );
}

/** Where a merge led from and to, and the way apart. */
function Merged({ ticket }: { readonly ticket: Ticket }) {
  const me = useMe();
  const { from } = route.useSearch();
  const merge = useMerge();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const { mergedInto } = ticket;
  const number = mergedInto ? ticket.number : from;
  const apart = (primary: string, source: string) =>
    merge.mutate(
      { id: primary, source },
      {
        onSuccess: ({ results: [result] }) => {
          if (!result?.ok) return sayNote(sayCode(result?.code ?? ''));
          sayDone(`${source} goes on by itself`);
          // What is remembered of it would lead back here.
          for (const key of [source, result.id]) client.removeQueries({ queryKey: ['ticket', key] });
          void navigate({ params: { id: source }, search: {}, replace: true });
        },
        onError: (error) => sayFailed(error),
      },
    );
  if (!number) return null;
  return (
    <Alert mt="sm" p="xs" icon={<IconArrowMerge aria-hidden />} role="status">
      <Group gap="sm">
        <Text size="sm">
          {mergedInto ? 'This ticket was merged into another one.' : `${number} was merged into this one.`}
        </Text>
        {mergedInto ? (
          <Link to="/tickets/$id" params={{ id: mergedInto }}>
            Open that one
          </Link>
        ) : (
          <Link to="/tickets/$id" params={{ id: number }} search={{ stay: true }}>
            Look at {number}
          </Link>
        )}
        {may(me, 'merge') && (
          <Button
            size="compact-sm"
            variant="default"
            loading={merge.isPending}
            onClick={() => apart(mergedInto ?? ticket.id, number)}
          >
            Take apart
          </Button>
        )}
      </Group>
    </Alert>
  );
}

const contextNames: Readonly<Record<string, string>> = {
  productName: 'Product',
  siteUrl: 'Site',
  licenceKey: 'Licence key',
  occurredAt: 'When it happened',
  expected: 'Expected',
  actual: 'Happened instead',
  stepsTried: 'Tried already',
};

function Context({ ticket: { context, department, attachments } }: { readonly ticket: Ticket }) {
  const said = [...Object.entries(context), ...(department ? [['Department', department] as const] : [])];
  if (said.length === 0 && attachments.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{contextNames[name] ?? name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {attachments.map(({ url }) => (
        <div key={url}>
          <dt>Attachment</dt>
          {/* Stored as the sender wrote it: shown, never followed by itself. */}
          <dd>{url}</dd>
        </div>
      ))}
    </dl>
  );
}
