// Writing: a reply or a note, as Markdown with a preview, and what is to happen to the ticket with it, all or nothing.
import { Button, Group, Menu, Paper, SegmentedControl, Switch, Tabs, Text, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconSend } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { State } from '#policy';
import { limits } from '#ticket';
import type { Ticket } from '../../api/client';
import { useAct, type Act } from '../../api/commands';
import { fieldErrors, isProblem, sayProblem } from '../../api/problem';
import { useStatuses } from '../../api/tickets';
import { ConflictDialog, type Conflict } from '../../parts/conflict';
import { useDraft } from '../../parts/draft';
import { SecretsHint, saySecrets } from '../../parts/secrets';
import { useSendKey } from '../../parts/send-key';
import { Prose } from '../../parts/prose';
import { sayDone, sayNote } from '../../parts/say';
import classes from './ticket.module.css';

export function ReplyBox({ ticket }: { readonly ticket: Ticket }) {
  const mayReply = ticket.allowedActions.includes('reply');
  const mayNote = ticket.allowedActions.includes('note');
  const [note, setNote] = useState(!mayReply);
  const [text, write, drop] = useDraft(`${note ? 'note' : 'reply'}:${ticket.id}`);
  const [tab, setTab] = useState<string | null>('write');
  const [notify, setNotify] = useState(true);
  const [conflict, setConflict] = useState<Conflict & { readonly status?: string }>();
  const area = useRef<HTMLTextAreaElement>(null);
  const doing = useAct();
  const sending = useSendKey();
  const { byId } = useStatuses();
  const begin = (asNote: boolean) => {
    if (asNote ? !mayNote : !mayReply) return;
    setNote(asNote);
    setTab('write');
    requestAnimationFrame(() => area.current?.focus());
  };
  useHotkeys([
    ['r', () => begin(false)],
    ['n', () => begin(true)],
  ]);
  const statusIn = (state: State) =>
    ticket.allowedStatuses.find((id) => id !== ticket.status && byId.get(id)?.state === state && byId.get(id)?.active);
  const waiting = statusIn('waiting');
  const resolved = statusIn('resolved');

  const send = (status?: string, whateverHappened = false) => {
    // What is written on while one is under way is sent when that one is there.
    if (doing.isPending) return;
    if (text.trim() === '') return area.current?.focus();
    setConflict(undefined);
    const act: Act = {
      type: note ? 'note' : 'reply',
      body: text,
      ...(!note && !notify && { notify: false }),
      ...(status && { then: { status } }),
    };
    doing.mutate(
      {
        id: ticket.id,
        act,
        // Pressed again after a lost answer, it is the same reply.
        key: sending.keyFor(act),
        // An answer to what one has not read may be the wrong one.
        ...(!whateverHappened && { ifMatch: ticket.revision }),
        onReceipt: ({ warnings }) => {
          sending.sent();
          drop(text);
          setTab('write');
          const moved = status ? ` and the ticket is ${byId.get(status)?.label.toLowerCase() ?? status}` : '';
          sayDone(`${note ? 'The note is kept' : 'The reply is sent'}${moved}`);
          if (warnings) sayNote(`It looks as if it held ${saySecrets(warnings)}. You can correct it or take it back.`);
        },
      },
      {
        onError: (error) => {
          if (!isProblem(error, 'revision-mismatch')) return;
          setConflict({ ticketId: ticket.id, since: ticket.updatedAt, wanted: 'send it', ...(status && { status }) });
        },
      },
    );
  };
  const error = doing.error && !isProblem(doing.error, 'revision-mismatch') ? doing.error : undefined;
  const label = note ? 'Write an internal note' : 'Write a reply';

  return (
    <Paper withBorder p="sm" className={classes.write} data-note={note} component="section" aria-label={label}>
      <Tabs value={tab} onChange={setTab} variant="pills" keepMounted={false}>
        <Group justify="space-between" mb="xs">
          {mayReply && mayNote ? (
            <SegmentedControl
              size="xs"
              aria-label="Who reads it"
              value={note ? 'note' : 'reply'}
              onChange={(value) => begin(value === 'note')}
              data={[
                { value: 'reply', label: 'Public reply' },
                { value: 'note', label: 'Internal note' },
              ]}
            />
          ) : (
            <Text size="sm" fw={600}>
              {note ? 'Internal note' : 'Public reply'}
            </Text>
          )}
          <Tabs.List>
            <Tabs.Tab value="write">Write</Tabs.Tab>
            <Tabs.Tab value="preview">Preview</Tabs.Tab>
          </Tabs.List>
        </Group>
        <Tabs.Panel value="write">
          <Textarea
            ref={area}
            aria-label={label}
            placeholder={note ? 'Only your team reads this' : `To ${ticket.requester.name}`}
            autosize
            minRows={4}
            maxRows={20}
            maxLength={limits.body}
            value={text}
            onChange={({ currentTarget }) => write(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              send();
            }}
            error={error && (fieldErrors(error).body ?? sayProblem(error))}
          />
          <SecretsHint text={text} />
        </Tabs.Panel>
        <Tabs.Panel value="preview" mih={110} p="xs">
          {text.trim() === '' ? <Text c="dimmed">Nothing to show yet.</Text> : <Prose text={text} />}
        </Tabs.Panel>
      </Tabs>
      <Group justify="space-between" mt="sm" gap="xs">
        {note ? (
          <Text size="xs" c="dimmed">
            Never shown or mailed to the requester.
          </Text>
        ) : (
          <Switch
            size="xs"
            label="Mail the requester"
            checked={notify}
            onChange={({ currentTarget }) => setNotify(currentTarget.checked)}
          />
        )}
        <Group gap={2} wrap="nowrap" ml="auto">
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            loading={doing.isPending}
            onClick={() => send()}
            style={{ borderStartEndRadius: 0, borderEndEndRadius: 0 }}
          >
            {note ? 'Keep the note' : 'Send'}
          </Button>
          <Menu position="top-end">
            <Menu.Target>
              <Button
                px={8}
                disabled={doing.isPending || (!waiting && !resolved)}
                aria-label="More ways to send"
                style={{ borderStartStartRadius: 0, borderEndStartRadius: 0 }}
              >
                <IconChevronDown size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => send()}>Send, keep the status</Menu.Item>
              {waiting && <Menu.Item onClick={() => send(waiting)}>Send and mark waiting</Menu.Item>}
              {resolved && <Menu.Item onClick={() => send(resolved)}>Send and resolve</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <ConflictDialog
        conflict={conflict}
        onAgain={() => send(conflict?.status, true)}
        onClose={() => setConflict(undefined)}
      />
    </Paper>
  );
}
