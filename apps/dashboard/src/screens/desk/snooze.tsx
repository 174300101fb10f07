// Setting tickets aside until a moment: the usual moments in a menu, any other one in a dialog.
import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { sayExactly } from '../../parts/time';

const day = 24;
const morning = 9;

function inDays(days: number): Date {
  const moment = new Date();
  moment.setDate(moment.getDate() + days);
  moment.setHours(morning, 0, 0, 0);
  return moment;
}

/** Moments of the reader's own clock. */
export const usualMoments = () =>
  [
    ['In three hours', new Date(Date.now() + 3 * 3_600_000)],
    ['Tomorrow morning', inDays(1)],
    ['Next Monday', inDays((8 - new Date().getDay()) % 7 || 7)],
    ['In two weeks', inDays(14)],
  ] as const;

export function SnoozeItems(props: {
  readonly onUntil: (until: string) => void;
  /** asks for another moment */
  readonly onOther: () => void;
}) {
  return (
    <>
      {usualMoments().map(([label, moment]) => (
        <Menu.Item
          key={label}
          onClick={() => props.onUntil(moment.toISOString())}
          rightSection={
            <Text span size="xs" c="dimmed" pl="sm">
              {sayShort(moment)}
            </Text>
          }
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Item onClick={props.onOther}>Another moment…</Menu.Item>
    </>
  );
}

const short = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const farther = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const sayShort = (moment: Date) =>
  (moment.getTime() - Date.now() < 7 * day * 3_600_000 ? short : farther).format(moment);

/** As `datetime-local` has it: the reader's clock, no zone. */
const local = (moment: Date) =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export function SnoozeDialog(props: {
  readonly opened: boolean;
  readonly onUntil: (until: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title="Snooze until"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Moment {...props} />
    </Modal>
  );
}

function Moment({ onUntil, onClose }: { readonly onUntil: (until: string) => void; readonly onClose: () => void }) {
  const [text, setText] = useState(() => local(inDays(1)));
  const moment = new Date(text);
  const known = !Number.isNaN(moment.getTime());
  const ahead = known && moment.getTime() > Date.now();
  const within = known && moment.getTime() < Date.now() + 366 * day * 3_600_000;
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!ahead || !within) return;
    onUntil(moment.toISOString());
    onClose();
  };
  return (
    <form onSubmit={go} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          type="datetime-local"
          label="Moment"
          description="A reply of the requester wakes it before"
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={
            !known ? 'A date and a time are needed' : !ahead ? 'That is over' : !within ? 'A year at most' : undefined
          }
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            disabled={!ahead || !within}
            title={known ? sayExactly(moment.toISOString()) : undefined}
          >
            Snooze
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
