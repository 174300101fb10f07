// What was said, in order, with the moves of the status between. One's own words can be corrected for a while.
import { ActionIcon, Badge, Button, Group, Menu, Skeleton, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconArrowBackUp, IconDots, IconPencil } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { durationMs } from '#policy';
import { useAround } from '../../api/around-ticket';
import type { ThreadEntry, Ticket } from '../../api/client';
import { may, useMe } from '../../api/session';
import { threadQuery } from '../../api/tickets';
import { Busy } from '../../parts/busy';
import { sayEntry } from '../../parts/conflict';
import { CorrectReply } from '../../parts/correct-reply';
import { Moved } from '../../parts/moved';
import { Prose } from '../../parts/prose';
import { sayDone, sayFailed } from '../../parts/say';
import { Time } from '../../parts/time';
import { useNames } from '../../parts/use-names';
import { Broken } from '../../shell/broken';
import classes from './portal.module.css';

const isTalk = ({ kind }: ThreadEntry) => kind === 'reply' || kind === 'note';

export function Conversation({ ticket }: { readonly ticket: Ticket }) {
  const query = useInfiniteQuery(threadQuery(ticket.id));
  const nameOf = useNames();
  if (query.isPending) {
    return (
      <Busy label="Loading the conversation">
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Busy>
    );
  }
  if (query.isError && !query.data) return <Broken error={query.error} reset={() => void query.refetch()} />;
  const entries = query.data.pages
    .flatMap(({ items }) => items)
    // The opening is the description above.
    .filter((entry) => isTalk(entry) || (entry.kind === 'status' && entry.from !== null && entry.from !== undefined));
  return (
    <>
      <Title order={2} size="h5">
        Conversation
      </Title>
      <ol className={classes.thread} aria-label="Conversation">
        {entries.map((entry) =>
          isTalk(entry) ? (
            <Said key={entry.id} entry={entry} ticket={ticket} />
          ) : (
            <li key={entry.id} className={classes.happened}>
              <b>{entry.actor.name}</b> {sayEntry(entry, nameOf)} · <Time at={entry.at} />
            </li>
          ),
        )}
        {!entries.some(isTalk) && <li className={classes.happened}>Nobody has replied yet.</li>}
      </ol>
      {query.hasNextPage && (
        <Button variant="light" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

/** Whether the caller may change the entry now; ends by itself when the window does. */
function useCorrectable({ actor, at, deleted, moved, origin }: ThreadEntry, ticket: Ticket): boolean {
  const me = useMe();
  const { editWindow } = me.rules;
  const until = editWindow === null ? null : new Date(at).getTime() + durationMs(editWindow);
  const own = actor.id === me.user.id && may(me, 'edit-own');
  const [, again] = useState(0);
  const left = until === null ? 0 : until - Date.now();
  useEffect(() => {
    if (!own || left <= 0 || left > 2 ** 31) return;
    const timer = setTimeout(() => again((times) => times + 1), left + 50);
    return () => clearTimeout(timer);
  }, [own, left]);
  // Where nothing can be done to a ticket any more, its replies stay as they are, too.
  if (deleted || moved || origin || ticket.allowedActions.length === 0 || ticket.mergedInto) return false;
  return may(me, 'edit-any') || (own && (until === null || left > 0));
}

function Said({ entry, ticket }: { readonly entry: ThreadEntry; readonly ticket: Ticket }) {
  const { id, kind, actor, at, body = '', edited, deleted } = entry;
  const me = useMe();
  const correctable = useCorrectable(entry, ticket);
  const [correcting, setCorrecting] = useState(false);
  const around = useAround();
  const takeBack = () =>
    modals.openConfirmModal({
      title: 'Take this reply back?',
      closeButtonProps: { 'aria-label': 'Close' },
      children: <Text size="sm">Nobody you write with will see it any more. This cannot be undone.</Text>,
      labels: { confirm: 'Take it back', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        around.mutate(
          { id: ticket.id, done: { type: 'take-back', replyId: id } },
          { onSuccess: () => sayDone('The reply is taken back'), onError: (error) => sayFailed(error) },
        ),
    });
  return (
    <li className={classes.said} data-kind={kind} data-side={actor.side}>
      <Group justify="space-between" mb={6} gap="xs" wrap="nowrap">
        <Group gap={8} miw={0}>
          <Text size="sm" fw={600}>
            {actor.id === me.user.id ? `${actor.name} (you)` : actor.name}
          </Text>
          {actor.side === 'staff' && (
            <Badge variant="default" size="sm" tt="none" fw={500}>
              Support
            </Badge>
          )}
          {kind === 'note' && (
            <Badge variant="default" size="sm" tt="none" fw={600}>
              Internal note
            </Badge>
          )}
        </Group>
        <Group gap={4} wrap="nowrap">
          <Text size="xs" c="dimmed">
            <Time at={at} />
            {edited && ' · corrected'}
          </Text>
          {correctable && !correcting && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Change this reply">
                  <IconDots size={14} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setCorrecting(true)}>
                  Correct it
                </Menu.Item>
                <Menu.Item leftSection={<IconArrowBackUp size={14} />} onClick={takeBack}>
                  Take it back
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      {correcting ? (
        <CorrectReply ticketId={ticket.id} replyId={id} body={body} onEnd={() => setCorrecting(false)} />
      ) : deleted ? (
        <Text size="sm" fs="italic" c="dimmed">
          Taken back
        </Text>
      ) : entry.moved ? (
        <Moved entry={entry} to="/dashboard/support/$id" />
      ) : (
        <Prose text={body} />
      )}
    </li>
  );
}
