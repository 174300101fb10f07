// Correcting what was written: in its place, with a way back.
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { limits } from '#ticket';
import { useAround } from '../../api/around-ticket';
import { fieldErrors, sayProblem } from '../../api/problem';
import { useDraft } from '../../parts/draft';
import { sayDone, sayFailed } from '../../parts/say';
import { SecretsHint } from '../../parts/secrets';

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
    <>
      <Textarea
        autoFocus
        aria-label="Correct the text"
        autosize
        minRows={3}
        maxRows={20}
        maxLength={limits.body}
        value={text}
        readOnly={around.isPending}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          keepDraft(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') end();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
        }}
        error={around.error && (fieldErrors(around.error).body ?? sayProblem(around.error))}
      />
      <SecretsHint text={text === body ? '' : text} />
      <Group gap="xs" mt="xs" justify="flex-end">
        <Button size="xs" variant="default" onClick={end}>
          Cancel
        </Button>
        <Button size="xs" onClick={keep} loading={around.isPending}>
          Keep the correction
        </Button>
      </Group>
    </>
  );
}
