// One ticket as those see it who asked: what was said, how it stands, and what they can do now.
import { ActionIcon, Alert, Anchor, Box, Button, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconChevronDown, IconCircleCheck } from '@tabler/icons-react';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Ticket } from '../../api/client';
import { useStatuses, useTicket } from '../../api/tickets';
import { PriorityBadge, StatusBadge } from '../../parts/status';
import { Prose } from '../../parts/prose';
import { Time, sayExactly } from '../../parts/time';
import { Conversation } from './conversation';
import { contextFields } from './new-ticket';
import classes from './portal.module.css';
import { Side } from './side';
import { StatusDialog, moves, type Move } from './status-dialog';
import { WriteReply } from './write-reply';

const route = getRouteApi('/shell/dashboard/support/$id');

export function SupportTicket() {
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const ticket = useTicket(id);
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

  return (
    <Stack p="md" gap="md" maw={1180} mx="auto">
      <Head key={`head ${ticket.id}`} ticket={ticket} />
      <div className={classes.columns}>
        <Stack gap="md" miw={0}>
          {ticket.resolution && (ticket.state === 'resolved' || ticket.state === 'closed') && (
            <Alert
              color="teal"
              icon={<IconCircleCheck />}
              title={
                <Text inherit c="var(--mantine-color-text)">
                  Resolved
                </Text>
              }
              data-testid="resolution"
            >
              {ticket.resolution.notes && <Prose text={ticket.resolution.notes} />}
              <Text size="sm" mt={ticket.resolution.notes ? 'xs' : 0}>
                {ticket.resolution.by && `${ticket.resolution.by.name}, `}
                <Time at={ticket.resolution.at} />
              </Text>
            </Alert>
          )}
          <Paper withBorder p="md" component="section" aria-label="Description">
            <Group justify="space-between" mb="xs">
              <Text size="sm" fw={600}>
                {ticket.requester.name}
              </Text>
              <Text size="sm" c="dimmed">
                <Time at={ticket.createdAt} />
              </Text>
            </Group>
            {ticket.description === '' ? <Text c="dimmed">No description.</Text> : <Prose text={ticket.description} />}
            <Context ticket={ticket} />
          </Paper>
          <Conversation key={`talk ${ticket.id}`} ticket={ticket} />
          {ticket.allowedActions.includes('reply') ? (
            <WriteReply key={ticket.id} ticket={ticket} />
          ) : (
            <Text size="sm" c="dimmed" data-testid="no-reply">
              {ticket.state === 'closed'
                ? 'This ticket is closed. If something is left, open a new one and name this one in it.'
                : 'Replies are not open at the moment.'}
            </Text>
          )}
        </Stack>
        <Side key={ticket.id} ticket={ticket} />
      </div>
    </Stack>
  );
}

function Head({ ticket }: { readonly ticket: Ticket }) {
  const { byId } = useStatuses();
  const [wanted, setWanted] = useState<Move>();
  const offered = moves.filter(({ type }) => ticket.allowedActions.includes(type));
  const others = ticket.allowedActions.includes('set-status') ? ticket.allowedStatuses : [];
  return (
    <Box component="header">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Back to all tickets"
          component={Link}
          to="/dashboard/support"
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
            {ticket.mergedInto && (
              <Anchor component={Link} to={`/dashboard/support/${ticket.mergedInto}`} size="sm">
                Goes on in another ticket
              </Anchor>
            )}
          </Group>
        </Stack>
      </Group>
      {(offered.length > 0 || others.length > 0) && (
        <Group gap="xs" mt="sm" role="toolbar" aria-label="Actions">
          {offered.map(({ type, label }) => (
            <Button
              key={type}
              size="xs"
              variant={type === 'resolve' ? 'filled' : 'default'}
              leftSection={type === 'resolve' ? <IconCheck size={14} aria-hidden /> : undefined}
              onClick={() => setWanted({ type })}
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
                  <Menu.Item key={status} onClick={() => setWanted({ type: 'set-status', status })}>
                    {byId.get(status)?.label ?? status}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      )}
      <StatusDialog ticket={ticket} wanted={wanted} onClose={() => setWanted(undefined)} />
    </Box>
  );
}

const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);

function Context({ ticket: { context, department, attachments } }: { readonly ticket: Ticket }) {
  const said = [
    ...Object.entries(contextFields).flatMap(([name, label]) => {
      const value = context[name];
      return value === undefined ? [] : [[label, value] as const];
    }),
    ...(department ? [['Department', department] as const] : []),
    ...attachments.map(({ url }) => ['Attachment', url] as const),
  ];
  if (said.length === 0) return null;
  return (
    <dl className={classes.facts} style={{ marginTop: 'var(--mantine-spacing-sm)' }}>
      {said.map(([name, value], index) => (
        <div key={`${name} ${index}`}>
          <dt>{name}</dt>
          <dd>{isMoment(value) ? sayExactly(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
