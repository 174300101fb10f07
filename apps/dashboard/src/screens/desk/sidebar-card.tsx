// What the parts of the sidebar have in common.
import { ActionIcon, Paper, Stack, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAround, type Around } from '../../api/around-ticket';
import type { Ticket } from '../../api/client';
import { useAct, type Act } from '../../api/commands';
import { sayFailed } from '../../parts/say';

export interface Part {
  readonly ticket: Ticket;
  readonly may: (action: string) => boolean;
}

export const Card = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper withBorder p="sm" component="section" aria-label={title}>
    <Stack gap="xs">
      <Title order={2} size="h6">
        {title}
      </Title>
      {children}
    </Stack>
  </Paper>
);

export function useDo({ id }: Ticket) {
  const acting = useAct();
  const arounding = useAround();
  const onError = (error: unknown) => sayFailed(error);
  // Several at once are each told of, also when the screen has gone.
  return {
    act: (act: Act) => void acting.mutateAsync({ id, act }).catch(onError),
    around: (done: Around, onSuccess?: () => void) => void arounding.mutateAsync({ id, done }).then(onSuccess, onError),
    busy: acting.isPending || arounding.isPending,
  };
}

export const Remove = ({
  name,
  busy,
  onClick,
}: {
  readonly name: string;
  readonly busy: boolean;
  readonly onClick: () => void;
}) => (
  <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Remove ${name}`} disabled={busy} onClick={onClick}>
    <IconX size={14} />
  </ActionIcon>
);
