// Toasts: what was done, with a way back where there is one; what failed, and why.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { sayProblem } from '../api/problem';

/** `undo`: takes back what was done. */
export function sayDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  notifications.show({
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

/** Something to know that is no failure. */
export function sayNote(message: string): void {
  notifications.show({ color: 'orange', autoClose: 12_000, message, closeButtonProps: { 'aria-label': 'Close' } });
}

export function sayFailed(error: unknown, what = 'That was not done'): void {
  notifications.show({
    color: 'red',
    autoClose: 8000,
    title: what,
    message: sayProblem(error),
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
