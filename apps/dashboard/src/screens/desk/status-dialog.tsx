// Resolving asks for notes, any other status for a reason; children can be resolved along.
import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { limits } from '#ticket';
import { api, ask, type Ticket } from '../../api/client';
import { reached, useAct, useLookAgain } from '../../api/commands';
import { isProblem, sayProblem } from '../../api/problem';
import { useStatuses } from '../../api/tickets';
import { ConflictDialog, type Conflict } from '../../parts/conflict';
import { sayDone, sayFailed } from '../../parts/say';

interface StatusDialogProps {
  readonly ticket: Ticket;
  /** `resolve` or `status:<id>` */
  readonly wanted: string | undefined;
  readonly onClose: () => void;
}

export function StatusDialog({ ticket, wanted, onClose }: StatusDialogProps) {
  const { byId } = useStatuses();
  const doing = useAct();
  const lookAgain = useLookAgain();
  const [text, setText] = useState('');
  const [children, setChildren] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  const resolving = wanted === 'resolve';
  const status = wanted?.startsWith('status:') ? wanted.slice('status:'.length) : undefined;
  const label = resolving ? 'Resolve' : `Set to ${byId.get(status ?? '')?.label ?? status ?? ''}`;
  const parent = ticket.links.some(({ type }) => type === 'parent_of');
  const close = () => {
    setText('');
    doing.reset();
    onClose();
  };
  const resolveChildren = async () => {
    const { results, position } = await ask(
      api.POST('/v1/tickets/{id}/resolve-children', { params: { path: { id: ticket.id } }, body: {} }),
    );
    await reached({ id: ticket.id, position });
    await lookAgain();
    const refused = results.filter(({ ok }) => !ok).length;
    sayDone(
      refused === 0
        ? `${results.length} children are resolved`
        : `${results.length - refused} children are resolved, ${refused} are not`,
    );
  };
  const go = (whateverHappened = false) => {
    if (doing.isPending) return;
    setConflict(undefined);
    const said = text.trim() || undefined;
    doing.mutate(
      {
        id: ticket.id,
        act: resolving
          ? { type: 'resolve', ...(said && { notes: said }) }
          : { type: 'set-status', status: status ?? '', ...(said && { reason: said }) },
        ...(!whateverHappened && { ifMatch: ticket.revision }),
      },
      {
        onSuccess: () => {
          sayDone(`${ticket.number}: ${resolving ? 'resolved' : (byId.get(status ?? '')?.label ?? '')}`);
          if (resolving && children)
            resolveChildren().catch((error: unknown) => sayFailed(error, 'The children stay open'));
          close();
        },
        onError: (error) => {
          if (isProblem(error, 'revision-mismatch')) {
            setConflict({ ticketId: ticket.id, since: ticket.updatedAt, wanted: resolving ? 'resolve it' : 'set it' });
          }
        },
      },
    );
  };
  const error = doing.error && !isProblem(doing.error, 'revision-mismatch') ? sayProblem(doing.error) : undefined;
  return (
    <>
      <Modal opened={wanted !== undefined} onClose={close} title={label} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack>
          <Textarea
            data-autofocus
            label={resolving ? 'Notes for the requester' : 'Reason'}
            description={resolving ? 'What was done; may stay empty' : 'Needed for moves that are not the usual ones'}
            autosize
            minRows={3}
            maxLength={resolving ? limits.notes : limits.reason}
            value={text}
            readOnly={doing.isPending}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={error}
          />
          {resolving && parent && (
            <Checkbox
              label="Resolve its children, too"
              checked={children}
              onChange={({ currentTarget }) => setChildren(currentTarget.checked)}
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
