// One act on several tickets. Each is judged by itself: what is done stays done, the others say why not and can be
// tried again.
import { Button, Group, List, Menu, Modal, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge, IconChevronDown, IconMessage, IconTag, IconX, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { limits } from '#ticket';
import type { Schemas, TicketItem } from '../../api/client';
import { useBulk, type Act } from '../../api/commands';
import { sayCode } from '../../api/problem';
import { assigneesQuery, usePriorities, useStatuses } from '../../api/tickets';
import { sayDone, sayFailed } from '../../parts/say';
import { SecretsHint } from '../../parts/secrets';
import { MergeDialog } from './merge-dialog';
import { rankedAssignees } from './ranked-assignees';
import { quick, wayBack } from './row-actions';
import { SnoozeDialog, SnoozeItems } from './snooze';

type Result = Schemas['BulkResultsBody']['results'][number];

/** Acts that ask for words first. */
const worded = {
  resolve: { title: 'Resolve', label: 'Notes for the requesters', limit: limits.notes, needed: false },
  reply: { title: 'Reply to each', label: 'Public reply on every one of them', limit: limits.body, needed: true },
  tag: { title: 'Tag', label: 'Tag', limit: limits.tag, needed: true },
} as const;
type Worded = keyof typeof worded;

const actOf = (type: Worded, text: string): Act =>
  type === 'resolve'
    ? { type, ...(text && { notes: text }) }
    : type === 'reply'
      ? { type, body: text }
      : { type, tag: text };

export function BulkBar(props: {
  readonly chosen: readonly TicketItem[];
  /** what stays selected */
  readonly onDone: (selected: ReadonlySet<string>) => void;
}) {
  const { chosen, onDone } = props;
  const bulk = useBulk();
  const { items: priorities } = usePriorities();
  const { byId } = useStatuses();
  const [refused, setRefused] = useState<{ readonly act: Act; readonly results: readonly Result[] }>();
  const [asking, setAsking] = useState<Worded>();
  const [mergeOpen, merging] = useDisclosure(false);
  const [momentOpen, moment] = useDisclosure(false);
  const may = (type: string) => chosen.some(({ allowedActions }) => allowedActions.includes(type));
  const { data: assignees } = useQuery({ ...assigneesQuery(''), enabled: may('assign') });
  const statuses = [...new Set(chosen.flatMap(({ allowedStatuses }) => allowedStatuses))];
  /** Each goes back to what it was itself; together where that is the same. */
  const undoOf = (tickets: readonly TicketItem[], command: Act) => {
    const backs = new Map<string, { readonly act: Act; readonly ids: string[] }>();
    for (const ticket of tickets) {
      const back = wayBack(ticket, command);
      if (!back) continue;
      const key = JSON.stringify(back);
      backs.set(key, { act: back, ids: [...(backs.get(key)?.ids ?? []), ticket.id] });
    }
    if (backs.size === 0) return undefined;
    return () => void Promise.all([...backs.values()].map((back) => bulk.mutateAsync(back))).catch(sayFailed);
  };
  /** `again`: from the dialog, which may be left before the answer is there. */
  const act = (command: Act, ids = chosen.map(({ id }) => id), again = false) =>
    bulk.mutate(
      { ids, act: command },
      {
        onSuccess: ({ results }) => {
          const failed = results.filter(({ ok }) => !ok);
          const done = results.length - failed.length;
          const kept = new Set(failed.map(({ id }) => id));
          const undo = undoOf(
            chosen.filter(({ id }) => ids.includes(id) && !kept.has(id)),
            command,
          );
          if (done > 0) sayDone(done === 1 ? 'One ticket was changed' : `${done} tickets were changed`, undo);
          setAsking(undefined);
          setRefused((shown) =>
            failed.length === 0 || (again && !shown) ? undefined : { act: command, results: failed },
          );
          onDone(new Set(failed.map(({ id }) => id)));
        },
        onError: (error) => sayFailed(error),
      },
    );
  const busy = (type: string) => bulk.isPending && bulk.variables.act.type === type;
  const one = (type: string, label: string, Sign: Icon, onClick: () => void) => (
    <Button
      key={type}
      size="compact-sm"
      variant="default"
      leftSection={<Sign size={14} aria-hidden />}
      loading={busy(type)}
      disabled={bulk.isPending}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  const several = (label: string, items: ReactNode) => (
    <Menu>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={bulk.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {items}
      </Menu.Dropdown>
    </Menu>
  );
  const { people, groups } = rankedAssignees(assignees);
  return (
    <>
      {chosen.length > 0 && (
        <Paper
          withBorder
          p="xs"
          bg="var(--desk-chosen)"
          role="toolbar"
          aria-label="Selected tickets"
          style={{ flexShrink: 0 }}
        >
          <Group gap="xs">
            <Text size="sm" fw={600} role="status">
              {chosen.length} selected
            </Text>
            {quick
              .filter(({ type }) => may(type))
              .map(({ type, label, icon }) =>
                one(type, label, icon, () => (type === 'resolve' ? setAsking(type) : act({ type }))),
              )}
            {may('set-status') &&
              several(
                'Status',
                statuses.map((status) => (
                  <Menu.Item key={status} onClick={() => act({ type: 'set-status', status })}>
                    {byId.get(status)?.label ?? status}
                  </Menu.Item>
                )),
              )}
            {may('set-priority') &&
              several(
                'Priority',
                priorities.map(({ id, label }) => (
                  <Menu.Item key={id} onClick={() => act({ type: 'set-priority', priority: id })}>
                    {label}
                  </Menu.Item>
                )),
              )}
            {may('assign') &&
              several(
                'Assign',
                <>
                  <Menu.Item onClick={() => act({ type: 'assign' })}>Nobody</Menu.Item>
                  <Menu.Label>Groups</Menu.Label>
                  {groups.map(({ id, name }) => (
                    <Menu.Item key={id} onClick={() => act({ type: 'assign', groupId: id })}>
                      {name}
                    </Menu.Item>
                  ))}
                  <Menu.Label>People</Menu.Label>
                  {people.map(({ id, name }) => (
                    <Menu.Item key={id} onClick={() => act({ type: 'assign', userId: id })}>
                      {name}
                    </Menu.Item>
                  ))}
                </>,
              )}
            {may('snooze') &&
              several(
                'Snooze',
                <SnoozeItems onUntil={(until) => act({ type: 'snooze', until })} onOther={moment.open} />,
              )}
            {may('reply') && one('reply', 'Reply', IconMessage, () => setAsking('reply'))}
            {may('tag') && one('tag', 'Tag', IconTag, () => setAsking('tag'))}
            {may('merge') && chosen.length > 1 && one('merge', 'Merge', IconArrowMerge, merging.open)}
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => onDone(new Set())}
              ml="auto"
            >
              Select none
            </Button>
          </Group>
        </Paper>
      )}
      <Modal
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={asking && `${worded[asking].title}: ${chosen.length === 1 ? 'one ticket' : `${chosen.length} tickets`}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {asking && <Words type={asking} busy={bulk.isPending} onSay={(text) => act(actOf(asking, text))} />}
      </Modal>
      <SnoozeDialog opened={momentOpen} onUntil={(until) => act({ type: 'snooze', until })} onClose={moment.close} />
      <MergeDialog
        opened={mergeOpen}
        tickets={chosen}
        onClose={() => {
          merging.close();
          onDone(new Set());
        }}
      />
      <Modal
        opened={refused !== undefined}
        onClose={() => setRefused(undefined)}
        title={
          refused?.results.length === 1 ? 'One stayed as it is' : `${refused?.results.length ?? 0} stayed as they are`
        }
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack>
          <List spacing="xs">
            {refused?.results.map((result) => (
              <List.Item key={result.id}>
                <b>{result.number ?? chosen.find(({ id }) => id === result.id)?.number ?? result.id}</b>:{' '}
                {sayCode(result.code ?? '')}
              </List.Item>
            ))}
          </List>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setRefused(undefined)}>
              Leave them
            </Button>
            <Button
              loading={bulk.isPending}
              onClick={() =>
                refused &&
                act(
                  refused.act,
                  refused.results.map(({ id }) => id),
                  true,
                )
              }
            >
              Try these again
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Words(props: { readonly type: Worded; readonly busy: boolean; readonly onSay: (text: string) => void }) {
  const { title, label, limit, needed } = worded[props.type];
  const [text, setText] = useState('');
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' || !needed) props.onSay(text.trim());
  };
  const common = {
    'data-autofocus': true,
    label,
    maxLength: limit,
    value: text,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setText(currentTarget.value),
  };
  return (
    <form onSubmit={say}>
      <Stack>
        {props.type === 'tag' ? <TextInput {...common} /> : <Textarea {...common} autosize minRows={3} maxRows={16} />}
        {props.type === 'reply' && <SecretsHint text={text} />}
        <Group justify="flex-end">
          <Button type="submit" loading={props.busy} disabled={needed && text.trim() === ''}>
            {title}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
