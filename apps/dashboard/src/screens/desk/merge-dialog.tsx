// One ticket takes others in: which one stays is asked, and nothing happens before it is confirmed.
import { Button, Group, List, Modal, Radio, Stack, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useMerge } from '../../api/around-ticket';
import type { Schemas } from '../../api/client';
import { sayCode, sayProblem } from '../../api/problem';
import { sayDone } from '../../parts/say';
import { useTicketOptions } from './ticket-options';

interface Mergeable {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
}

interface MergeDialogProps {
  readonly opened: boolean;
  /** one: what it takes in is asked; several: which of them stays is asked */
  readonly tickets: readonly Mergeable[];
  readonly onClose: () => void;
}

export function MergeDialog(props: MergeDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title="Merge tickets"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Merging {...props} />
    </Modal>
  );
}

function Merging({ tickets, onClose }: MergeDialogProps) {
  const [only] = tickets.length === 1 ? tickets : [];
  const [primary, setPrimary] = useState(tickets[0]?.id ?? '');
  const [numbers, setNumbers] = useState<string[]>([]);
  const [refused, setRefused] = useState<readonly Schemas['ItemResult'][]>([]);
  const [text, setText] = useState('');
  const offered = useTicketOptions(text, [...(only ? [only.id] : []), ...numbers]);
  const merge = useMerge();
  const kept = tickets.find(({ id }) => id === primary);
  const sources = only ? numbers : tickets.filter(({ id }) => id !== primary).map(({ id }) => id);
  const go = () =>
    merge.mutate(
      { id: primary, sources },
      {
        onSuccess: ({ results }) => {
          const failed = results.filter(({ ok }) => !ok);
          const done = results.length - failed.length;
          if (done > 0) sayDone(`${kept?.number ?? 'It'} took in ${done === 1 ? 'one ticket' : `${done} tickets`}`);
          if (failed.length === 0) return onClose();
          setRefused(failed);
          // Only what was refused is asked for again.
          if (only) setNumbers(failed.map(({ id, number }) => number ?? id));
        },
      },
    );
  const nameOf = ({ id, number }: Schemas['ItemResult']) =>
    number ?? tickets.find((ticket) => ticket.id === id)?.number ?? id;
  return (
    <Stack>
      {only ? (
        <TagsInput
          data-autofocus
          label={`Duplicates of ${only.number}`}
          description="Found by number or words"
          {...offered}
          searchValue={text}
          onSearchChange={setText}
          comboboxProps={{ withinPortal: true }}
          value={numbers}
          onChange={setNumbers}
          acceptValueOnBlur
          maxTags={50}
          error={merge.error && sayProblem(merge.error)}
        />
      ) : (
        <Radio.Group
          label="This one stays"
          value={primary}
          onChange={setPrimary}
          error={merge.error && sayProblem(merge.error)}
        >
          <Stack gap="xs" mt="xs">
            {tickets.map(({ id, number, subject }) => (
              <Radio key={id} value={id} label={`${number} ${subject}`} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Text size="sm" c="dimmed">
        What was written on the others is read with it, and nobody can write on them any more. They can be taken apart
        again.
      </Text>
      {refused.length > 0 && (
        <List size="sm" role="alert">
          {refused.map((result) => (
            <List.Item key={result.id}>
              <b>{nameOf(result)}</b> stays: {sayCode(result.code ?? '')}
            </List.Item>
          ))}
        </List>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={go} disabled={sources.length === 0} loading={merge.isPending}>
          Merge
        </Button>
      </Group>
    </Stack>
  );
}
