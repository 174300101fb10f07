import { Skeleton, Stack } from '@mantine/core';

/** Holds the place of what comes, so that nothing jumps. */
export const Loading = () => (
  <Stack p="md" role="status" aria-busy="true" aria-label="Loading">
    <Skeleton height={32} width="40%" maw={320} />
    {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
      <Skeleton key={key} height={44} />
    ))}
  </Stack>
);
