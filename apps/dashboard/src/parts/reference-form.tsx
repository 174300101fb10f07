// Naming something that is kept elsewhere: what kind of thing it is, and which; the latest known are offered.
import { Autocomplete, Button, Group, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { limits } from '#ticket';
import type { Ticket } from '../api/client';
import { useReferenceOptions } from './reference-options';

interface ReferenceFormProps {
  readonly ticket: Ticket;
  readonly size: 'xs' | 'sm';
  readonly busy: boolean;
  readonly onAdd: (reference: { readonly kind: string; readonly refId: string }, added: () => void) => void;
}

export function ReferenceForm({ ticket, size, busy, onAdd }: ReferenceFormProps) {
  const [kind, setKind] = useState('call');
  const [text, setText] = useState('');
  const { kinds, offered } = useReferenceOptions({
    kind,
    text,
    clientId: ticket.client?.id,
    projectId: ticket.project?.id,
    without: ticket.references.flatMap((one) => (one.kind === kind ? [one.id] : [])),
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const refId = text.trim();
    // What was written meanwhile stays.
    if (refId && !busy) onAdd({ kind, refId }, () => setText((now) => (now.trim() === refId ? '' : now)));
  };
  return (
    <form onSubmit={add}>
      <Group gap="xs" wrap="nowrap">
        {kinds.length > 1 && (
          <NativeSelect
            size={size}
            aria-label="Kind of reference"
            data={[...kinds]}
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value)}
            w={100}
          />
        )}
        <Autocomplete
          {...offered}
          size={size}
          aria-label={`Id of a ${kind}`}
          placeholder={`Id of a ${kind}`}
          flex={1}
          maxLength={limits.referenceId}
          value={text}
          onChange={setText}
          // The desk has searched already.
          filter={({ options }) => options}
        />
        <Button size={size} type="submit" variant="default" loading={busy}>
          Add
        </Button>
      </Group>
    </form>
  );
}
