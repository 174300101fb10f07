// One ticket at the desk: what was said, what happened, and everything that can be done to it now.
import {
  ActionIcon,
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
import { IconArrowLeft, IconChevronDown, IconHistory } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Ticket } from '../../api/client';
import { useStatuses, ticketQuery } from '../../api/tickets';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Prose } from '../../parts/prose';
import { Time } from '../../parts/time';
import { ReplyBox } from './reply-box';
import { quick, useRowAct } from './row-actions';
import { Sidebar } from './sidebar';
import { StatusDialog } from './status-dialog';
import { Thread, type Shown } from './thread';
import classes from './ticket.module.css';

const route = getRouteApi('/shell/tickets/$id');

export function TicketScreen() {
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const { data: ticket } = useSuspenseQuery(ticketQuery(id));
  // A number in the address becomes the id that live updates speak of.
  useEffect(() => {
    if (ticket.id !== id) void navigate({ params: { id: ticket.id }, replace: true });
  }, [ticket.id, id, navigate]);
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
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const act = useRowAct();
  const { byId } = useStatuses();
  const [wanted, setWanted] = useState<string>();
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
            {ticket.mergedInto && (
              <Anchor component={Link} to={`/tickets/${ticket.mergedInto}`} size="sm">
                Merged into another ticket
              </Anchor>
            )}
          </Group>
        </Stack>
      </Group>
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
      </Group>
      <StatusDialog ticket={ticket} wanted={wanted} onClose={() => setWanted(undefined)} />
    </Box>
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
