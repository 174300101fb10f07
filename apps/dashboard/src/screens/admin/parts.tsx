// What the pages of the administration are made of.
import { Alert, Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { sayProblem } from '../../api/problem';
import { Busy } from '../../parts/busy';

interface PageProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export const Page = ({ title, about, actions, children }: PageProps) => (
  <Stack gap="md">
    <Group justify="space-between" align="flex-start" gap="sm">
      <div style={{ flex: '1 1 260px' }}>
        <Title order={1} size="h3">
          {title}
        </Title>
        <Text c="dimmed" size="sm" maw={680}>
          {about}
        </Text>
      </div>
      {actions}
    </Group>
    {children}
  </Stack>
);

export const Card = ({ children, label }: { readonly children: ReactNode; readonly label?: string }) => (
  <Paper withBorder p="md" component="section" aria-label={label}>
    {children}
  </Paper>
);

export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <Text c="dimmed" ta="center" py="xl">
    {children}
  </Text>
);

/** Holds the place of what is being fetched. */
export const Waiting = ({ height = 44 }: { readonly height?: number }) => (
  <Busy gap={8}>
    {['a', 'b', 'c', 'd', 'e'].map((key) => (
      <Skeleton key={key} height={height} />
    ))}
  </Busy>
);

/** Why a form was not taken, above its buttons. */
export const Refused = ({ error }: { readonly error: unknown }) =>
  error ? (
    <Alert color="red" role="alert" py="xs">
      {sayProblem(error)}
    </Alert>
  ) : null;

export const Off = ({ children }: { readonly children: ReactNode }) => (
  <Badge color="gray" variant="outline" size="sm" tt="none" c="dimmed">
    {children}
  </Badge>
);

interface Question {
  readonly title: string;
  readonly text: ReactNode;
  readonly yes: string;
  readonly danger?: boolean;
}

/** Asks first; Enter is not yes for what cannot be taken back. */
export function confirmFirst({ title, text, yes, danger = true }: Question, act: () => void): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{text}</Text>,
    labels: { confirm: yes, cancel: 'Leave it' },
    confirmProps: { color: danger ? 'red' : undefined },
    cancelProps: { autoFocus: true },
    closeButtonProps: { 'aria-label': 'Close' },
    onConfirm: act,
  });
}

/** `Save` and `Cancel` under a form. */
export const FormButtons = ({
  busy,
  save,
  onCancel,
}: {
  readonly busy: boolean;
  readonly save: string;
  readonly onCancel: () => void;
}) => (
  <Group justify="flex-end" gap="xs">
    <Button variant="default" onClick={onCancel}>
      Cancel
    </Button>
    <Button type="submit" loading={busy}>
      {save}
    </Button>
  </Group>
);

/** An id as the desk wants it: of a-z, 0-9 and dashes. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64);

/** One that the others do not have. */
export function freeId(name: string, taken: readonly string[]): string {
  const base = slugOf(name) || 'entry';
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(id)) return id;
  }
}
