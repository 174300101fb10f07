import { Kbd, Modal, Table } from '@mantine/core';
import { useMe } from '../api/session';
import { placesOf } from './navigation';

const everywhere: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'Jump to a ticket, or search'],
  ['?', 'This help'],
];
const inLists: readonly (readonly [keys: string, does: string])[] = [
  ['j or ↓', 'Next ticket'],
  ['k or ↑', 'Previous ticket'],
  ['Enter', 'Open the ticket'],
  ['x', 'Select the ticket'],
  ['Esc', 'Select none'],
];
const onTickets: readonly (readonly [keys: string, does: string])[] = [
  ['r', 'Write a reply'],
  ['n', 'Write a note'],
  ['Ctrl + Enter', 'Send'],
];

export function ShortcutHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const me = useMe();
  const going = placesOf(me).flatMap(({ label, shortcut }) =>
    shortcut ? [[`Alt + ${shortcut}`, label] as const] : [],
  );
  const groups = [
    ['Everywhere', [...everywhere, ...going]],
    ['In lists', inLists],
    ['On a ticket', onTickets],
  ] as const;
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" closeButtonProps={{ 'aria-label': 'Close' }}>
      {groups.map(([title, rows]) => (
        <Table key={title} captionSide="top" mb="sm">
          <Table.Caption ta="left" fw={600}>
            {title}
          </Table.Caption>
          <Table.Tbody>
            {rows.map(([keys, does]) => (
              <Table.Tr key={keys}>
                <Table.Td>{does}</Table.Td>
                <Table.Td ta="right">
                  <Kbd>{keys}</Kbd>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </Modal>
  );
}
