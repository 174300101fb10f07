// In the place of what was split off: where it is read now, for those who may open that.
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ThreadEntry } from '../api/client';

export const Moved = (props: {
  readonly entry: ThreadEntry;
  readonly to: '/tickets/$id' | '/dashboard/support/$id';
}) => (
  <Text size="sm" fs="italic" c="dimmed">
    {props.entry.movedTo ? (
      <>
        Moved to{' '}
        <Link to={props.to} params={{ id: props.entry.movedTo.id }}>
          {props.entry.movedTo.number}
        </Link>
      </>
    ) : (
      'Moved to another ticket'
    )}
  </Text>
);
