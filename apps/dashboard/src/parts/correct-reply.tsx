// Correcting what was written: in its place, with a way back. The draft outlives the page.
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { limits } from '#ticket';
import { useAround } from '../api/around-ticket';
import { fieldErrors, sayProblem } from '../api/problem';
import { useDraft } from './draft';
import { MarkdownField } from './markdown-field';
import { sayDone, sayFailed } from './say';
import { SecretsHint } from './secrets';

export function CorrectReply(props: {
  readonly ticketId: string;
  readonly replyId: string;
  readonly body: string;
  readonly onEnd: () => void;
}) {
  const { ticketId: id, replyId, body, onEnd } = props;
  const [draft, keepDraft, drop] = useDraft(`correct:${replyId}`);
  const [text, setText] = useState(draft || body);
  const around = useAround();
  const end = () => {
    drop();
    onEnd();
  };
  const keep = () => {
    if (around.isPending) return;
    if (text.trim() === '' || text === body) return end();
    const undo = () => void around.mutateAsync({ id, done: { type: 'correct', replyId, body } }).catch(sayFailed);
    around.mutate(
      { id, done: { type: 'correct', replyId, body: text } },
      {
        onSuccess: () => {
          sayDone('The correction is kept', undo);
          end();
        },
      },
    );
  };
  return (
    <Stack gap="xs">
      <div>
        <MarkdownField
          autoFocus
          label="Correct the text"
          minRows={3}
          maxLength={limits.body}
          value={text}
          readOnly={around.isPending}
          onChange={(written) => {
            setText(written);
            keepDraft(written);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') end();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          }}
          error={around.error && (fieldErrors(around.error).body ?? sayProblem(around.error))}
        />
        <SecretsHint text={text === body ? '' : text} />
      </div>
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="default" onClick={end}>
          Cancel
        </Button>
        <Button size="xs" onClick={keep} loading={around.isPending}>
          Keep the correction
        </Button>
      </Group>
    </Stack>
  );
}
