// What the caller may do to a row now, and nothing else.
import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArchive,
  IconArrowBackUp,
  IconCheck,
  IconDots,
  IconFlag,
  IconHandGrab,
  IconHourglass,
  IconMoon,
  IconMoonOff,
  IconPlayerPlay,
  type Icon,
} from '@tabler/icons-react';
import type { TicketItem } from '../../api/client';
import { useAct, type Act } from '../../api/commands';
import { usePriorities } from '../../api/tickets';
import { sayDone, sayFailed } from '../../parts/say';
import { sayTime } from '../../parts/time';
import { SnoozeDialog, SnoozeItems } from './snooze';

export const quick: readonly {
  readonly type: 'take' | 'start' | 'wait' | 'resolve' | 'close' | 'reopen';
  readonly label: string;
  readonly done: string;
  readonly icon: Icon;
}[] = [
  { type: 'take', label: 'Take', done: 'is yours', icon: IconHandGrab },
  { type: 'start', label: 'Start progress', done: 'is in progress', icon: IconPlayerPlay },
  { type: 'wait', label: 'Mark waiting', done: 'waits for the requester', icon: IconHourglass },
  { type: 'resolve', label: 'Resolve', done: 'is resolved', icon: IconCheck },
  { type: 'close', label: 'Close', done: 'is closed', icon: IconArchive },
  { type: 'reopen', label: 'Reopen', done: 'is open again', icon: IconArrowBackUp },
];

/** The step that comes next for most: start what is new, resolve what is in work, close what is resolved. */
function nextOf({ state, allowedActions }: TicketItem) {
  const step = state === 'new' || state === 'open' ? 'start' : state === 'resolved' ? 'close' : 'resolve';
  return allowedActions.includes(step) ? quick.find(({ type }) => type === step) : undefined;
}

/** What takes an act back, where one does. */
export const wayBack = (ticket: TicketItem, act: Act): Act | undefined => {
  const { type } = act;
  if (type === 'take' || type === 'assign') {
    const { user, group } = ticket.assignee ?? {};
    return { type: 'assign', ...(user && { userId: user.id }), ...(group && { groupId: group.id }) };
  }
  if (type === 'tag' && !ticket.tags.includes(act.tag)) return { type: 'untag', tag: act.tag };
  if (type === 'set-priority') return { type, priority: ticket.priority };
  if (type === 'snooze' || type === 'wake') {
    return ticket.snoozedUntil ? { type: 'snooze', until: ticket.snoozedUntil } : { type: 'wake' };
  }
  if (['start', 'wait', 'resolve', 'close', 'reopen', 'set-status'].includes(type)) {
    return { type: 'set-status', status: ticket.status, reason: 'Taken back' };
  }
  return undefined;
};

/** Does it, says so, and offers the way back: also when the row has left the list by then. */
export function useRowAct() {
  const { mutateAsync } = useAct();
  return (ticket: TicketItem, act: Act, done: string) => {
    const back = wayBack(ticket, act);
    const undo = back && (() => void mutateAsync({ id: ticket.id, act: back }).catch(sayFailed));
    mutateAsync({ id: ticket.id, act }).then(
      () => sayDone(`${ticket.number} ${done}`, undo),
      (error: unknown) => sayFailed(error, `${ticket.number} stays as it is`),
    );
  };
}

export const sayAside = (until: string) => `is set aside until ${sayTime(until)}`;

export function RowActions({ ticket }: { readonly ticket: TicketItem }) {
  const act = useRowAct();
  const { items: priorities } = usePriorities();
  const [momentOpen, moment] = useDisclosure(false);
  const snooze = (until: string) => act(ticket, { type: 'snooze', until }, sayAside(until));
  const allowed = new Set(ticket.allowedActions);
  const offered = quick.filter(({ type }) => allowed.has(type));
  const next = nextOf(ticket);
  const prioritises = allowed.has('set-priority');
  const snoozes = allowed.has('snooze');
  if (offered.length === 0 && !prioritises && !snoozes) return null;
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      {next && (
        <Tooltip label={next.label}>
          <ActionIcon
            variant="subtle"
            aria-label={`${next.label}: ${ticket.number}`}
            onClick={() => act(ticket, { type: next.type }, next.done)}
          >
            <next.icon size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      <SnoozeDialog opened={momentOpen} onUntil={snooze} onClose={moment.close} />
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions on ${ticket.number}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map(({ type, label, done, icon: Sign }) => (
            <Menu.Item key={type} leftSection={<Sign size={16} />} onClick={() => act(ticket, { type }, done)}>
              {label}
            </Menu.Item>
          ))}
          {prioritises && (
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item leftSection={<IconFlag size={16} />}>Priority</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                {priorities.map(({ id, label }) => (
                  <Menu.Item
                    key={id}
                    disabled={id === ticket.priority}
                    onClick={() => act(ticket, { type: 'set-priority', priority: id }, `has priority ${label}`)}
                  >
                    {label}
                  </Menu.Item>
                ))}
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          )}
          {snoozes && (
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item leftSection={<IconMoon size={16} />}>Snooze</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown miw={250}>
                <SnoozeItems onUntil={snooze} onOther={moment.open} />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          )}
          {snoozes && ticket.snoozedUntil && (
            <Menu.Item
              leftSection={<IconMoonOff size={16} />}
              onClick={() => act(ticket, { type: 'wake' }, 'is awake again')}
            >
              Wake
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
