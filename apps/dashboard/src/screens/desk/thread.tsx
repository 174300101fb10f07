// The thread: public replies, notes set apart by colour, border and word, and between them what changed.
import { ActionIcon, Badge, Button, Group, Menu, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { IconArrowDown, IconArrowsSplit2, IconDots, IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { durationMs } from '#policy';
import { useAround } from '../../api/around-ticket';
import type { Me, Named, ThreadEntry, Ticket } from '../../api/client';
import { may, useMe } from '../../api/session';
import { threadQuery } from '../../api/tickets';
import { Busy } from '../../parts/busy';
import { sayEntry } from '../../parts/conflict';
import { CorrectReply } from '../../parts/correct-reply';
import { Prose } from '../../parts/prose';
import { sayDone, sayFailed } from '../../parts/say';
import { Time } from '../../parts/time';
import { useNames } from '../../parts/use-names';
import { Broken } from '../../shell/broken';
import { Moved } from '../../parts/moved';
import { canLeave, SplitDialog } from './split-dialog';
import { useNews } from './news';
import classes from './ticket.module.css';

export type Shown = 'all' | 'talk' | 'changes';

const peopleOf = ({ requester, assignee, recipients }: Ticket): Named[] =>
  [requester, assignee?.user, assignee?.group, ...recipients].filter((one) => one !== undefined && one !== null);
const isTalk = ({ kind }: ThreadEntry) => kind === 'reply' || kind === 'note';

export function Thread({ ticket, shown }: { readonly ticket: Ticket; readonly shown: Shown }) {
  const query = useInfiniteQuery(threadQuery(ticket.id));
  const { data } = query;
  const all = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  const met = useMemo(() => [...peopleOf(ticket), ...(all ?? []).map(({ actor }) => actor)], [ticket, all]);
  const nameOf = useNames(met);
  const news = useNews(all?.filter(isTalk));
  if (query.isPending) {
    return (
      <Busy label="Loading what happened">
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Busy>
    );
  }
  if (!all) return <Broken error={query.error} reset={() => void query.refetch()} />;
  const entries = all.filter((entry) => shown === 'all' || isTalk(entry) === (shown === 'talk'));
  return (
    <>
      <ol className={classes.thread} aria-label="What happened">
        {entries.map((entry) =>
          isTalk(entry) ? (
            <Said key={entry.id} entry={entry} ticket={ticket} />
          ) : (
            <li key={entry.id} className={classes.happened}>
              <b>{entry.actor.name}</b> {sayEntry(entry, nameOf)} · <Time at={entry.at} />
            </li>
          ),
        )}
        {entries.length === 0 && (
          <li className={classes.happened}>
            {shown === 'changes' ? 'Nothing has changed yet.' : 'Nobody has replied yet.'}
          </li>
        )}
      </ol>
      {query.hasNextPage && (
        <Button variant="light" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
      <div role="status" className={classes.news}>
        {news.count > 0 && (
          <Button
            size="compact-sm"
            radius="xl"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onClick={news.show}
          >
            {news.count === 1 ? '1 new reply' : `${news.count} new replies`}
          </Button>
        )}
      </div>
    </>
  );
}

/** Whether the desk lets this person correct it or take it back now. */
function mayChange(me: Me, { actor, at, deleted, moved, origin }: ThreadEntry): boolean {
  if (deleted || moved || origin) return false;
  if (may(me, 'edit-any')) return true;
  const { editWindow } = me.rules;
  return (
    may(me, 'edit-own') &&
    actor.id === me.user.id &&
    (editWindow === null || Date.now() - new Date(at).getTime() < durationMs(editWindow))
  );
}

function Said({ entry, ticket }: { readonly entry: ThreadEntry; readonly ticket: Ticket }) {
  const { id, kind, actor, at, body, edited, deleted, origin } = entry;
  const me = useMe();
  const around = useAround();
  const [correcting, setCorrecting] = useState(false);
  const [splitOpen, splitting] = useDisclosure(false);
  const changes = mayChange(me, entry);
  const splits = ticket.allowedActions.includes('split') && canLeave(entry);
  const what = kind === 'note' ? 'note' : 'reply';
  const takeBack = () =>
    modals.openConfirmModal({
      title: `Take this ${what} back?`,
      children: (
        <Text size="sm">
          {kind === 'note' ? 'Your team' : 'The requester'} no longer reads it. It cannot be brought back, but stays in
          the audit history.
        </Text>
      ),
      labels: { confirm: 'Take it back', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        around.mutate(
          { id: ticket.id, done: { type: 'take-back', replyId: id } },
          { onSuccess: () => sayDone(`The ${what} is taken back`), onError: (error) => sayFailed(error) },
        ),
    });
  return (
    <li className={classes.said} data-kind={kind} data-side={actor.side} data-entry={id}>
      <Group justify="space-between" mb={6} gap="xs" wrap="nowrap" align="flex-start">
        <Group gap={8}>
          <Text size="sm" fw={600}>
            {actor.name}
          </Text>
          <Text size="xs" c="dimmed">
            {actor.role.replaceAll('_', ' ')}
          </Text>
          {kind === 'note' && (
            <Badge variant="default" tt="none" fw={600} leftSection={<IconLock size={12} aria-hidden />}>
              Internal note
            </Badge>
          )}
          {origin && (
            <Link to="/tickets/$id" params={{ id: origin.id }} search={{ stay: true }} className={classes.origin}>
              written on {origin.number}
            </Link>
          )}
        </Group>
        <Group gap={4} wrap="nowrap">
          <Text size="xs" c="dimmed" ta="right">
            <Time at={at} />
            {edited && (
              <>
                {' '}
                · corrected <Time at={edited} />
              </>
            )}
          </Text>
          {(changes || splits) && !correcting && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Change what ${actor.name} wrote`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {changes && (
                  <>
                    <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setCorrecting(true)}>
                      Correct
                    </Menu.Item>
                    <Menu.Item leftSection={<IconTrash size={16} />} onClick={takeBack}>
                      Take back
                    </Menu.Item>
                  </>
                )}
                {splits && (
                  <Menu.Item leftSection={<IconArrowsSplit2 size={16} />} onClick={splitting.open}>
                    Move into a new ticket
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      {deleted ? (
        <Text size="sm" fs="italic" c="dimmed">
          Taken back
        </Text>
      ) : entry.moved ? (
        <Moved entry={entry} to="/tickets/$id" />
      ) : correcting ? (
        <CorrectReply ticketId={ticket.id} replyId={id} body={body ?? ''} onEnd={() => setCorrecting(false)} />
      ) : (
        <Prose text={body ?? ''} />
      )}
      <SplitDialog ticket={ticket} opened={splitOpen} first={id} onClose={splitting.close} />
    </li>
  );
}
