// Lists are read models: they follow what happens, and say so when they are late. Its place is in a line that is there
// anyway, so that nothing moves.
import { Group, Text, Tooltip } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';

export const isLate = (lagMs: number | null | undefined): lagMs is number => typeof lagMs === 'number' && lagMs > 5_000;

/** In the largest unit of which there are at least two. */
export function sayLag(lagMs: number): string {
  const seconds = lagMs / 1_000;
  if (seconds < 120) return `${Math.round(seconds)} s behind`;
  if (seconds < 2 * 3_600) return `${Math.round(seconds / 60)} min behind`;
  if (seconds < 2 * 86_400) return `${Math.round(seconds / 3_600)} h behind`;
  return `${Math.round(seconds / 86_400)} days behind`;
}

export const Behind = ({ lagMs }: { readonly lagMs: number | null }) => (
  <div role="status">
    {isLate(lagMs) && (
      <Tooltip label="The last changes may be missing from this list; an opened ticket has them.">
        <Group gap={4} wrap="nowrap" c="dimmed">
          <IconClockPause size={16} aria-hidden />
          <Text size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
            <Text span inherit visibleFrom="sm">
              Updating…{' '}
            </Text>
            {sayLag(lagMs)}
          </Text>
        </Group>
      </Tooltip>
    )}
  </div>
);
