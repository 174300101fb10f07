// Deleting for good: what people wrote becomes unreadable for everybody. So the ticket's number is asked for.
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { limits } from '#ticket';
import type { Ticket } from '../../api/client';
import { act, useLookAgain } from '../../api/commands';
import { sayProblem } from '../../api/problem';
import { sayDone } from '../../parts/say';

export function DeleteDialog(props: {
  readonly ticket: Ticket;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={`Delete ${props.ticket.number} for good?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Deleting {...props} />
    </Modal>
  );
}

function Deleting({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const lookAgain = useLookAgain();
  const navigate = useNavigate();
  const same = number.trim().toUpperCase() === ticket.number.toUpperCase();
  const deleting = useMutation({
    mutationFn: () => act(ticket.id, { type: 'delete', ...(reason.trim() && { reason: reason.trim() }) }),
    onSuccess: async () => {
      sayDone(`${ticket.number} is deleted`);
      await navigate({ to: '/' });
      client.removeQueries({ queryKey: ['ticket', ticket.id] });
      await lookAgain();
    },
  });
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (same && !deleting.isPending) deleting.mutate();
  };
  return (
    <form onSubmit={go} noValidate>
      <Stack>
        <Text size="sm">
          Subject, description, replies and notes become unreadable for everybody. That the ticket was there, and who
          did what to it, stays in the audit history. This cannot be undone.
        </Text>
        <Textarea
          label="Reason"
          description="Read by auditors"
          autosize
          minRows={2}
          maxLength={limits.reason}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <TextInput
          label={`Write ${ticket.number} to confirm`}
          autoComplete="off"
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          error={deleting.error && sayProblem(deleting.error)}
        />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep it
          </Button>
          <Button type="submit" color="red" disabled={!same} loading={deleting.isPending}>
            Delete for good
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
