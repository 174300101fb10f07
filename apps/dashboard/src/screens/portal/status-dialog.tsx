// Moving a ticket, with the words that go along. Somebody who was faster is shown, and what was written stays.
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { limits } from '#ticket';
import type { Ticket } from '../../api/client';
import { useAct, type Act } from '../../api/commands';
import { isProblem, sayProblem } from '../../api/problem';
import { useStatuses } from '../../api/tickets';
import { ConflictDialog, type Conflict } from '../../parts/conflict';
import { sayDone } from '../../parts/say';

export const moves = [
  { type: 'resolve', label: 'Mark as resolved', done: 'The ticket is resolved', words: 'What solved it' },
  { type: 'reopen', label: 'Reopen', done: 'The ticket is open again', words: 'What is still wrong' },
  { type: 'start', label: 'Start work', done: 'The ticket is in progress', words: null },
  { type: 'wait', label: 'Mark as waiting', done: 'The ticket is waiting', words: 'What it waits for' },
  { type: 'close', label: 'Close', done: 'The ticket is closed', words: 'Why' },
] as const;

export type Move =
  { readonly type: (typeof moves)[number]['type'] } | { readonly type: 'set-status'; readonly status: string };

function actOf(move: Move, said: string | undefined): Act {
  switch (move.type) {
    case 'resolve':
      return { type: 'resolve', ...(said && { notes: said }) };
    case 'start':
      return { type: 'start' };
    case 'set-status':
      return { ...move, ...(said && { reason: said }) };
    case 'reopen':
    case 'wait':
    case 'close':
      return { type: move.type, ...(said && { reason: said }) };
  }
}

interface StatusDialogProps {
  readonly ticket: Ticket;
  readonly wanted: Move | undefined;
  readonly onClose: () => void;
}

export function StatusDialog({ ticket, wanted, onClose }: StatusDialogProps) {
  const { byId } = useStatuses();
  const doing = useAct();
  const [text, setText] = useState('');
  const [conflict, setConflict] = useState<Conflict>();
  const known = moves.find(({ type }) => type === wanted?.type);
  const label =
    wanted?.type === 'set-status' ? `Set to ${byId.get(wanted.status)?.label ?? wanted.status}` : (known?.label ?? '');
  const close = () => {
    setText('');
    doing.reset();
    onClose();
  };
  const go = (whateverHappened = false) => {
    if (!wanted || doing.isPending) return;
    setConflict(undefined);
    doing.mutate(
      {
        id: ticket.id,
        act: actOf(wanted, text.trim() || undefined),
        ...(!whateverHappened && { ifMatch: ticket.revision }),
      },
      {
        onSuccess: () => {
          sayDone(known?.done ?? 'The status is set');
          close();
        },
        onError: (error) => {
          if (!isProblem(error, 'revision-mismatch')) return;
          setConflict({ ticketId: ticket.id, since: ticket.updatedAt, wanted: label.toLowerCase() });
        },
      },
    );
  };
  const error = doing.error && !isProblem(doing.error, 'revision-mismatch') ? sayProblem(doing.error) : undefined;
  const notes = wanted?.type === 'resolve';
  return (
    <>
      <Modal
        opened={wanted !== undefined && !conflict}
        onClose={close}
        title={label}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack>
          {known?.words === null ? (
            error
          ) : (
            <Textarea
              data-autofocus
              label={known?.words ?? 'Reason'}
              description={known ? 'May stay empty' : 'Needed for moves that are not the usual ones'}
              autosize
              minRows={3}
              maxLength={notes ? limits.notes : limits.reason}
              value={text}
              readOnly={doing.isPending}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
              error={error}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button loading={doing.isPending} onClick={() => go()}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
      <ConflictDialog conflict={conflict} onAgain={() => go(true)} onClose={() => setConflict(undefined)} />
    </>
  );
}
