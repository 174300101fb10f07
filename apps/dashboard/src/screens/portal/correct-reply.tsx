import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { limits } from '#ticket';
import { fieldErrors, sayProblem } from '../../api/problem';
import { useDraft } from '../../parts/draft';
import { MarkdownField } from '../../parts/markdown-field';
import { sayDone } from '../../parts/say';
import { useSecrets } from './secrets';
import { useReplyChange } from './use-reply-change';

/** One's own reply, being corrected; the draft outlives the page. */
export function CorrectReply(props: {
  readonly ticketId: string;
  readonly replyId: string;
  readonly body: string;
  readonly onClose: () => void;
}) {
  const { ticketId, replyId, body, onClose } = props;
  const [draft, write, drop] = useDraft(`correct:${replyId}`);
  const [text, setText] = useState(draft || body);
  const change = useReplyChange(ticketId);
  const { warning } = useSecrets({ 'Your reply': text });
  const close = () => {
    drop();
    onClose();
  };
  return (
    <Stack gap="xs">
      <MarkdownField
        label="Correct the reply"
        value={text}
        readOnly={change.isPending}
        onChange={(written) => {
          setText(written);
          write(written);
        }}
        minRows={3}
        maxLength={limits.body}
        error={change.error && (fieldErrors(change.error).body ?? sayProblem(change.error))}
      />
      {warning}
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={close}>
          Leave it
        </Button>
        <Button
          size="xs"
          disabled={text.trim() === '' || text === body}
          loading={change.isPending}
          onClick={() =>
            change.mutate(
              { replyId, body: text },
              {
                onSuccess: () => {
                  close();
                  sayDone('The reply is corrected');
                },
              },
            )
          }
        >
          Keep the correction
        </Button>
      </Group>
    </Stack>
  );
}
