// What can be done to the ticket now, each from its allowedActions: what most do as buttons, what is rare in a menu.
import { Button, Group, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge, IconArrowsSplit2, IconChevronDown, IconDots, IconMoon, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ticket } from '../../api/client';
import { useStatuses } from '../../api/tickets';
import { DeleteDialog } from './delete-dialog';
import { MergeDialog } from './merge-dialog';
import { quick, sayAside, useRowAct } from './row-actions';
import { SnoozeDialog, SnoozeItems } from './snooze';
import { SplitDialog } from './split-dialog';
import { StatusDialog } from './status-dialog';

export function TicketActions({ ticket }: { readonly ticket: Ticket }) {
  const act = useRowAct();
  const { byId } = useStatuses();
  const [wanted, setWanted] = useState<string>();
  const [asked, setAsked] = useState<'merge' | 'split' | 'delete'>();
  const [momentOpen, moment] = useDisclosure(false);
  const may = (action: string) => ticket.allowedActions.includes(action);
  const offered = quick.filter(({ type }) => may(type));
  const others = may('set-status') ? ticket.allowedStatuses.filter((status) => status !== ticket.status) : [];
  const snooze = (until: string) => act(ticket, { type: 'snooze', until }, sayAside(until));
  const close = () => setAsked(undefined);
  if (ticket.allowedActions.length === 0) return null;
  return (
    <>
      <Group gap="xs" mt="sm" role="toolbar" aria-label="Actions">
        {offered.map(({ type, label, done, icon: Sign }) => (
          <Button
            key={type}
            size="xs"
            variant={type === 'resolve' ? 'filled' : 'default'}
            leftSection={<Sign size={14} aria-hidden />}
            onClick={() => (type === 'resolve' ? setWanted('resolve') : act(ticket, { type }, done))}
          >
            {label}
          </Button>
        ))}
        {others.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                Set status
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((status) => (
                <Menu.Item key={status} onClick={() => setWanted(`status:${status}`)}>
                  {byId.get(status)?.label ?? status}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {may('snooze') && (
          <Menu width={280}>
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconMoon size={14} aria-hidden />}
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                Snooze
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <SnoozeItems onUntil={snooze} onOther={moment.open} />
            </Menu.Dropdown>
          </Menu>
        )}
        {may('merge') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowMerge size={14} aria-hidden />}
            onClick={() => setAsked('merge')}
          >
            Merge
          </Button>
        )}
        {(may('split') || may('delete')) && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default" px={8} aria-label="More actions">
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {may('split') && (
                <Menu.Item leftSection={<IconArrowsSplit2 size={16} />} onClick={() => setAsked('split')}>
                  Move replies into a new ticket
                </Menu.Item>
              )}
              {may('delete') && (
                <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setAsked('delete')}>
                  Delete for good
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <SnoozeDialog opened={momentOpen} onUntil={snooze} onClose={moment.close} />
      <MergeDialog opened={asked === 'merge'} tickets={[ticket]} onClose={close} />
      <SplitDialog opened={asked === 'split'} ticket={ticket} onClose={close} />
      <DeleteDialog opened={asked === 'delete'} ticket={ticket} onClose={close} />
      <StatusDialog ticket={ticket} wanted={wanted} onClose={() => setWanted(undefined)} />
    </>
  );
}
