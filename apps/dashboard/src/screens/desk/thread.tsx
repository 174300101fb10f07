// The thread: public replies, notes set apart by colour, border and word, and between them what changed.
import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ThreadEntry, Ticket } from '../../api/client';
import { threadQuery } from '../../api/tickets';
import { sayEntry } from '../../parts/conflict';
import { Prose } from '../../parts/prose';
import { Time } from '../../parts/time';
import { useNames } from '../../parts/use-names';
import { Broken } from '../../shell/broken';
import classes from './ticket.module.css';

export type Shown = 'all' | 'talk' | 'changes';

const isTalk = ({ kind }: ThreadEntry) => kind === 'reply' || kind === 'note';

export function Thread({ ticket, shown }: { readonly ticket: Ticket; readonly shown: Shown }) {
  const query = useInfiniteQuery(threadQuery(ticket.id));
  const nameOf = useNames();
  if (query.isPending) {
    return (
      <Stack aria-busy="true" aria-label="Loading what happened">
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Stack>
    );
  }
  if (query.isError && !query.data) return <Broken error={query.error} reset={() => void query.refetch()} />;
  const entries = query.data.pages
    .flatMap(({ items }) => items)
    .filter((entry) => shown === 'all' || isTalk(entry) === (shown === 'talk'));
  return (
    <>
      <ol className={classes.thread} aria-label="What happened">
        {entries.map((entry) =>
          isTalk(entry) ? (
            <Said key={entry.id} entry={entry} />
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
    </>
  );
}

function Said({ entry }: { readonly entry: ThreadEntry }) {
  const { kind, actor, at, body, edited, deleted } = entry;
  return (
    <li className={classes.said} data-kind={kind} data-side={actor.side}>
      <Group justify="space-between" mb={6} gap="xs">
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
        </Group>
        <Text size="xs" c="dimmed">
          <Time at={at} />
          {edited && ' · corrected'}
        </Text>
      </Group>
      {deleted ? (
        <Text size="sm" fs="italic" c="dimmed">
          Taken back
        </Text>
      ) : (
        <Prose text={body ?? ''} />
      )}
    </li>
  );
}
