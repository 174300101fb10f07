// Replies that are about something else go on in a ticket of their own. Which ones, and under what subject, is asked.
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { limits } from '#ticket';
import { useSplit } from '../../api/around-ticket';
import type { ThreadEntry, Ticket } from '../../api/client';
import { fieldErrors, sayProblem } from '../../api/problem';
import { threadQuery } from '../../api/tickets';
import { sayDone } from '../../parts/say';
import { useSendKey } from '../../parts/send-key';
import { Time } from '../../parts/time';

interface SplitDialogProps {
  readonly ticket: Ticket;
  readonly opened: boolean;
  /** the reply it was asked for at */
  readonly first?: string | undefined;
  readonly onClose: () => void;
}

/** What stands on this ticket and can leave it. */
export const canLeave = ({ kind, deleted, moved, origin }: ThreadEntry): boolean =>
  (kind === 'reply' || kind === 'note') && !deleted && !moved && !origin;

export function SplitDialog(props: SplitDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title="Move into a new ticket"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Splitting {...props} />
    </Modal>
  );
}

function Splitting({ ticket, first, onClose }: SplitDialogProps) {
  const { data } = useInfiniteQuery(threadQuery(ticket.id));
  const [chosen, setChosen] = useState<string[]>(first ? [first] : []);
  const [subject, setSubject] = useState('');
  const split = useSplit();
  const sending = useSendKey();
  const navigate = useNavigate();
  const entries = data?.pages.flatMap(({ items }) => items).filter(canLeave) ?? [];
  // In the order of the thread, and only what still stands in it.
  const replyIds = entries.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const ready = replyIds.length > 0 && subject.trim() !== '';
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || split.isPending) return;
    const body = { replyIds, subject: subject.trim() };
    split.mutate(
      { id: ticket.id, key: sending.keyFor(body), ...body },
      {
        onSuccess: ({ into }) => {
          sending.sent();
          sayDone(`${replyIds.length === 1 ? 'One entry is' : `${replyIds.length} entries are`} in ${into.number} now`);
          onClose();
          void navigate({ to: '/tickets/$id', params: { id: into.id } });
        },
      },
    );
  };
  const wrong = fieldErrors(split.error);
  return (
    <form onSubmit={go} noValidate>
      <Stack>
        <Checkbox.Group label="What moves" value={chosen} onChange={setChosen}>
          <Stack gap={6} mt={6} mah="40dvh" style={{ overflowY: 'auto' }}>
            {entries.map(({ id, kind, actor, at, body = '' }) => (
              <Checkbox
                key={id}
                value={id}
                disabled={!chosen.includes(id) && chosen.length >= limits.repliesPerSplit}
                label={
                  <>
                    <b>{actor.name}</b>
                    {kind === 'note' && ' (internal note)'}, <Time at={at} />
                  </>
                }
                description={
                  <Text span size="xs" lineClamp={2}>
                    {body}
                  </Text>
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          label="Subject of the new ticket"
          required
          maxLength={limits.subject}
          value={subject}
          readOnly={split.isPending}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          error={wrong['subject'] ?? (split.error && sayProblem(split.error))}
        />
        <Text size="sm" c="dimmed">
          The new ticket has the same requester and is linked with this one. What moves is read there; here a line says
          where it has gone. It cannot be moved back.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready} loading={split.isPending}>
            Move
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
