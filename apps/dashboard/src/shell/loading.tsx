import { Skeleton } from '@mantine/core';
import { Busy } from '../parts/busy';

/** Holds the place of what comes, so that nothing jumps. */
export const Loading = () => (
  <Busy p="md">
    <Skeleton height={32} width="40%" maw={320} />
    {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
      <Skeleton key={key} height={44} />
    ))}
  </Busy>
);
