// What stands where something is still on its way, and says so to those who do not see it.
import { Stack, type StackProps } from '@mantine/core';

export const Busy = ({ label = 'Loading', ...stack }: StackProps & { readonly label?: string }) => (
  <Stack role="status" aria-busy="true" aria-label={label} {...stack} />
);
