// One ticket at the desk: what was said, what happened, and everything that can be done to it now.
import {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Box,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconArrowLeft, IconArrowMerge, IconFileImport, IconHistory, IconMoon, IconPhone } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMerge } from '../../api/around-ticket';
import type { Ticket } from '../../api/client';
import { sayCode } from '../../api/problem';
import { may, useMe } from '../../api/session';
import { useTicket } from '../../api/tickets';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Prose } from '../../parts/prose';
import { Time, sayExactly } from '../../parts/time';
import { sayDone, sayFailed, sayNote } from '../../parts/say';
import { ReplyBox } from './reply-box';
import { useRowAct } from './row-actions';
import { Sidebar } from './sidebar';
import { Thread, type Shown } from './thread';
import { TicketActions } from './ticket-actions';
import classes from './ticket.module.css';

const route = getRouteApi('/shell/tickets/$id');

export function TicketScreen() {
  const { id } = route.useParams();
  const { stay } = route.useSearch();
  const navigate = route.useNavigate();
  const ticket = useTicket(id);
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
      <Head key={`head ${ticket.id}`} ticket={ticket} />
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
          <Thread key={`thread ${ticket.id}`} ticket={ticket} shown={shown} />
          {replies && <ReplyBox key={ticket.id} ticket={ticket} />}
        </Stack>
        <Sidebar key={ticket.id} ticket={ticket} />
      </div>
    </Stack>
  );
}

function Head({ ticket }: { readonly ticket: Ticket }) {
  const me = useMe();
  const router = useRouter();
  const canGoBack = useCanGoBack();
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
      <Aside ticket={ticket} />
      <Imported ticket={ticket} />
      <TicketActions ticket={ticket} />
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

/** Set aside: until when, and the way to wake it. */
function Aside({ ticket }: { readonly ticket: Ticket }) {
  const act = useRowAct();
  const { snoozedUntil } = ticket;
  if (!snoozedUntil) return null;
  return (
    <Alert mt="sm" p="xs" color="gray" icon={<IconMoon aria-hidden />} role="status">
      <Group gap="sm">
        <Text size="sm">Set aside until {sayExactly(snoozedUntil)}, or until the requester replies.</Text>
        {ticket.allowedActions.includes('snooze') && (
          <Button size="compact-sm" variant="default" onClick={() => act(ticket, { type: 'wake' }, 'is awake again')}>
            Wake
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** No timer runs for what was imported until somebody works on it, or lets it go live. */
function Imported({ ticket }: { readonly ticket: Ticket }) {
  const act = useRowAct();
  // A closed ticket has nothing to wait for.
  if (ticket.state === 'closed' || !ticket.allowedActions.includes('adopt')) return null;
  return (
    <Alert mt="sm" p="xs" color="gray" icon={<IconFileImport aria-hidden />} role="status">
      <Group gap="sm">
        <Text size="sm">
          Imported: no timer runs for it yet. Once it is live, its timers start from that moment, for good.
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => act(ticket, { type: 'adopt' }, 'is live')}>
          Let it go live
        </Button>
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
