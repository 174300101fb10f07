// Toasts: what was done, with a way back where there is one; what failed, and why.
import { Button, Group, Text } from '@mantine/core';
import { notifications, notificationsStore, type NotificationData } from '@mantine/notifications';
import { sayProblem } from '../api/problem';

/** As many toasts as are shown at a time. */
export const toasts = 4;

/** The library lets the newest wait until an older one is gone; but its way back is the one that is looked for. */
function show(toast: NotificationData): void {
  notifications.show(toast);
  const { notifications: shown, queue } = notificationsStore.getState();
  const all = [...shown, ...queue];
  const passing = all.filter(({ autoClose }) => autoClose !== false);
  for (const { id } of passing.slice(0, Math.min(0, all.length - passing.length - toasts)))
    if (id) notifications.hide(id);
}

/** `undo`: takes back what was done. */
export function sayDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  show({
    id,
    color: 'teal',
    autoClose: undo ? 8000 : 4000,
    closeButtonProps: { 'aria-label': 'Close' },
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}

/** Something that holds until it is over, and is not pushed away by what is said meanwhile. @returns the end of it */
export function sayStanding(toast: Pick<NotificationData, 'color' | 'icon' | 'title' | 'message'>): () => void {
  const id = crypto.randomUUID();
  show({ ...toast, id, autoClose: false, closeButtonProps: { 'aria-label': 'Close' } });
  return () => notifications.hide(id);
}

/** Something to know that is no failure. */
export function sayNote(message: string): void {
  show({ color: 'orange', autoClose: 12_000, message, closeButtonProps: { 'aria-label': 'Close' } });
}

export function sayFailed(error: unknown, what = 'That was not done'): void {
  show({
    color: 'red',
    autoClose: 8000,
    title: what,
    message: sayProblem(error),
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
