// Somebody else was faster (412): shows what they did since, keeps what was written, and asks.
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask, type ThreadEntry } from '../api/client';
import { Prose } from './prose';
import { Time, sayExactly } from './time';
import { useNames } from './use-names';

export interface Conflict {
  readonly ticketId: string;
  /** `updatedAt` or the last entry's time of what was on the screen */
  readonly since: string;
  /** what one was about to do, like `resolve it` */
  readonly wanted: string;
}

export function ConflictDialog(props: {
  readonly conflict: Conflict | undefined;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { conflict, onAgain, onClose } = props;
  const { data } = useQuery({
    queryKey: ['ticket', conflict?.ticketId, 'since', conflict?.since],
    queryFn: () =>
      ask(
        api.GET('/v1/tickets/{id}/thread', {
          params: { path: { id: conflict?.ticketId ?? '' }, query: { order: 'desc', limit: 20 } },
        }),
      ),
    enabled: conflict !== undefined,
    staleTime: 0,
  });
  const nameOf = useNames();
  const news = data?.items.filter(({ at }) => conflict && at > conflict.since).toReversed() ?? [];
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={onClose}
      title="Somebody else was faster"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text>Since you looked at this ticket, this has changed. What you wrote is kept.</Text>
        <List spacing="xs" withPadding={false} listStyleType="none">
          {news.map((entry) => (
            <List.Item key={entry.id} p="xs" style={{ border: '1px solid var(--desk-line)', borderRadius: 8 }}>
              <Text size="sm" fw={600}>
                {entry.actor.name} {sayEntry(entry, nameOf)} <Time at={entry.at} />
              </Text>
              {entry.body && <Prose text={entry.body} />}
            </List.Item>
          ))}
        </List>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Look at it first
          </Button>
          <Button onClick={onAgain}>Still {conflict?.wanted}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export type NameOf = (id: string) => string;
const asIs: NameOf = (id) => id;

function plain(value: unknown, nameOf: NameOf): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return nameOf(value);
  if (typeof value !== 'object' || value === null) return 'none';
  if ('name' in value) return plain(value.name, asIs);
  const parts = Object.values(value).filter((part) => part !== null && part !== undefined);
  return parts.map((part) => plain(part, nameOf)).join(', ') || 'none';
}

/** What a ticket has several of: one comes, or goes. */
const lists: Readonly<Record<string, string>> = {
  tags: 'the tag',
  recipients: 'the recipient',
  references: 'the reference',
};

/** An entry of the thread as half a sentence after its actor's name. `nameOf`: what ids in it are called. */
export function sayEntry(
  { kind, field, from, to, reason, deleted, moved }: ThreadEntry,
  nameOf: NameOf = asIs,
): string {
  if (deleted) return 'wrote something that was taken back';
  if (moved) return 'wrote something that went into a ticket of its own';
  if (kind === 'reply') return 'replied';
  if (kind === 'note') return 'left a note';
  if (kind === 'change' && field === 'snooze') {
    return typeof to === 'string' ? `set it aside until ${sayExactly(to)}` : 'woke it';
  }
  if (kind === 'change' && field === 'rating' && typeof to === 'object' && to !== null && 'score' in to) {
    return `rated it ${Number(to.score)} of 5`;
  }
  const lone = kind === 'change' && field !== undefined && lists[field];
  if (lone) {
    const added = to !== null && to !== undefined;
    return `${added ? 'added' : 'took away'} ${lone} ${plain(added ? to : from, nameOf)}`;
  }
  const [before, after] = [plain(from, nameOf), plain(to, nameOf)];
  const change =
    kind !== 'status'
      ? `changed ${(field ?? 'it').replaceAll(/([A-Z])/g, ' $1').toLowerCase()} from ${before} to ${after}`
      : from === null || from === undefined
        ? `opened it as ${after}`
        : `moved it from ${before} to ${after}`;
  return reason ? `${change}: ${reason}` : change;
}
