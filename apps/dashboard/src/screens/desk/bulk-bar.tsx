// One act on several tickets. Each is judged by itself: what is done stays done, the others say why not.
import { Button, Group, List, Menu, Modal, Paper, Stack, Text } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas, TicketItem } from '../../api/client';
import { useBulk, type Act } from '../../api/commands';
import { sayCode } from '../../api/problem';
import { assigneesQuery, usePriorities } from '../../api/tickets';
import { sayDone, sayFailed } from '../../parts/say';
import { quick } from './row-actions';

type Result = Schemas['BulkResultsBody']['results'][number];

export function BulkBar({ chosen, onDone }: { readonly chosen: readonly TicketItem[]; readonly onDone: () => void }) {
  const bulk = useBulk();
  const { items: priorities } = usePriorities();
  const [refused, setRefused] = useState<readonly Result[]>([]);
  const may = (type: string) => chosen.some(({ allowedActions }) => allowedActions.includes(type));
  const { data: assignees } = useQuery({ ...assigneesQuery(''), enabled: may('assign') });
  const act = (command: Act) =>
    bulk.mutate(
      { ids: chosen.map(({ id }) => id), act: command },
      {
        onSuccess: ({ results }) => {
          const failed = results.filter(({ ok }) => !ok);
          const done = results.length - failed.length;
          if (done > 0) sayDone(done === 1 ? 'One ticket was changed' : `${done} tickets were changed`);
          setRefused(failed);
          if (failed.length === 0) onDone();
        },
        onError: (error) => sayFailed(error),
      },
    );
  const numberOf = ({ id, number }: Result) => number ?? chosen.find((ticket) => ticket.id === id)?.number ?? id;
  return (
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
          .map(({ type, label, icon: Sign }) => (
            <Button
              key={type}
              size="compact-sm"
              variant="default"
              leftSection={<Sign size={14} aria-hidden />}
              loading={bulk.isPending && bulk.variables.act.type === type}
              disabled={bulk.isPending}
              onClick={() => act({ type })}
            >
              {label}
            </Button>
          ))}
        {may('set-priority') && (
          <Menu>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                disabled={bulk.isPending}
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                Priority
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {priorities.map(({ id, label }) => (
                <Menu.Item key={id} onClick={() => act({ type: 'set-priority', priority: id })}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {may('assign') && (
          <Menu>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                disabled={bulk.isPending}
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                Assign
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
              <Menu.Item onClick={() => act({ type: 'assign' })}>Nobody</Menu.Item>
              <Menu.Label>Groups</Menu.Label>
              {assignees?.groups.map(({ id, name }) => (
                <Menu.Item key={id} onClick={() => act({ type: 'assign', groupId: id })}>
                  {name}
                </Menu.Item>
              ))}
              <Menu.Label>People</Menu.Label>
              {assignees?.users.map(({ id, name }) => (
                <Menu.Item key={id} onClick={() => act({ type: 'assign', userId: id })}>
                  {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={onDone}
          ml="auto"
        >
          Select none
        </Button>
      </Group>
      <Modal
        opened={refused.length > 0}
        onClose={() => setRefused([])}
        title={`${refused.length} of ${chosen.length} stayed as they are`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack>
          <List spacing="xs">
            {refused.map((result) => (
              <List.Item key={result.id}>
                <b>{numberOf(result)}</b>: {sayCode(result.code ?? '')}
              </List.Item>
            ))}
          </List>
          <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={() => setRefused([])}>
            Understood
          </Button>
        </Stack>
      </Modal>
    </Paper>
  );
}
