// Writing on: the draft outlives the page, and an answer to what one has not read yet asks first.
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { limits } from '#ticket';
import type { Ticket } from '../../api/client';
import { useAct } from '../../api/commands';
import { fieldErrors, isProblem, sayProblem } from '../../api/problem';
import { ConflictDialog, type Conflict } from '../../parts/conflict';
import { useDraft } from '../../parts/draft';
import { MarkdownField } from '../../parts/markdown-field';
import { sayDone } from '../../parts/say';
import { useSendKey } from '../../parts/send-key';
import { useSecrets } from './secrets';

export function WriteReply({ ticket }: { readonly ticket: Ticket }) {
  const [text, write, drop] = useDraft(`reply:${ticket.id}`);
  const [conflict, setConflict] = useState<Conflict>();
  const area = useRef<HTMLTextAreaElement>(null);
  const { keyFor, sent } = useSendKey();
  const doing = useAct();
  const secrets = useSecrets({ 'Your reply': text });
  useHotkeys([['r', () => area.current?.focus()]]);

  const send = (whateverHappened = false) => {
    setConflict(undefined);
    doing.mutate(
      {
        id: ticket.id,
        act: { type: 'reply', body: text },
        key: keyFor([text, whateverHappened]),
        ...(!whateverHappened && { ifMatch: ticket.revision }),
        onReceipt: () => {
          drop(text);
          sent();
          sayDone('The reply is sent');
        },
      },
      {
        onError: (error) => {
          if (!isProblem(error, 'revision-mismatch')) return;
          setConflict({ ticketId: ticket.id, since: ticket.updatedAt, wanted: 'send it' });
        },
      },
    );
  };
  const submit = () => {
    if (doing.isPending) return;
    if (text.trim() === '') return area.current?.focus();
    secrets.ask(send);
  };
  const error = doing.error && !isProblem(doing.error, 'revision-mismatch') ? doing.error : undefined;

  return (
    <Paper withBorder p="sm" component="section" aria-label="Write a reply">
      <Stack gap="sm">
        <MarkdownField
          area={area}
          label="Write a reply"
          placeholder="What is new, or what you want to add"
          minRows={4}
          maxLength={limits.body}
          value={text}
          onChange={write}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            submit();
          }}
          error={error && (fieldErrors(error).body ?? sayProblem(error))}
        />
        {secrets.warning}
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed">
            {ticket.state === 'resolved'
              ? 'The ticket may be opened again by it.'
              : 'Everybody on this ticket reads it.'}
          </Text>
          <Button ml="auto" leftSection={<IconSend size={16} aria-hidden />} loading={doing.isPending} onClick={submit}>
            Send
          </Button>
        </Group>
      </Stack>
      <ConflictDialog conflict={conflict} onAgain={() => send(true)} onClose={() => setConflict(undefined)} />
    </Paper>
  );
}
