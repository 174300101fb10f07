// How many tickets stand in each status, over everything the caller may see; pressing one lists them.
import { Group, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { countsQuery, useStatuses } from '../../api/tickets';
import { sayCount } from '../../parts/count';
import classes from './queue.module.css';

export function StatusCards(props: {
  readonly chosen: readonly string[];
  readonly onChoose: (status: string) => void;
}) {
  const { items } = useStatuses();
  const { data } = useQuery(countsQuery);
  const shown = items.filter(({ active, id }) => active || (data?.byStatus[id] ?? 0) > 0);
  return (
    <ScrollArea type="never" style={{ flexShrink: 0 }} mih={44}>
      <Group gap="xs" wrap="nowrap" role="group" aria-label="Tickets by status">
        {shown.map(({ id, label, colour }) => (
          <UnstyledButton
            key={id}
            className={classes.status}
            aria-pressed={props.chosen.length === 1 && props.chosen[0] === id}
            onClick={() => props.onChoose(id)}
          >
            <Group gap={6} wrap="nowrap">
              <span className={classes.dot} style={{ background: colour }} aria-hidden />
              <Text size="xs" c="dimmed" truncate>
                {label}
              </Text>
              <Text size="sm" fw={650} className="figures" data-testid={`status-${id}`} ml="auto">
                {sayCount(data && (data.byStatus[id] ?? 0))}
              </Text>
            </Group>
          </UnstyledButton>
        ))}
      </Group>
    </ScrollArea>
  );
}
