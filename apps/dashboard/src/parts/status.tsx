import { Badge, type MantineSize } from '@mantine/core';
import { usePriorities, useStatuses } from '../api/tickets';

const colours: Readonly<Record<string, string>> = {
  low: 'gray',
  normal: 'gray',
  medium: 'blue',
  high: 'orange',
  critical: 'red',
};

/** A status by the tenant's label, with a dot in the tenant's colour: the text stays readable whatever was chosen. */
export function StatusBadge({ status, size = 'md' }: { readonly status: string; readonly size?: MantineSize }) {
  const { byId } = useStatuses();
  const known = byId.get(status);
  const dot = (
    <span
      aria-hidden
      style={{ width: 8, height: 8, borderRadius: 8, background: known?.colour ?? 'gray', display: 'inline-block' }}
    />
  );
  return (
    <Badge size={size} variant="default" leftSection={dot} tt="none" fw={500} style={{ flexShrink: 0 }}>
      {known?.label ?? status}
    </Badge>
  );
}

export function PriorityBadge({ priority, size = 'md' }: { readonly priority: string; readonly size?: MantineSize }) {
  const { label } = usePriorities();
  const colour = colours[priority] ?? 'gray';
  return (
    <Badge
      size={size}
      variant={priority === 'critical' || priority === 'high' ? 'light' : 'transparent'}
      color={colour}
      c={`light-dark(color-mix(in srgb, var(--mantine-color-${colour}-9) 75%, black), var(--mantine-color-${colour}-3))`}
      tt="none"
      fw={500}
      px={priority === 'critical' || priority === 'high' ? undefined : 0}
      style={{ flexShrink: 0 }}
    >
      {label(priority)}
    </Badge>
  );
}
