import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

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
