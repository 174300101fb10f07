// Who moves tickets between statuses. Rules are changed on a copy; what that changes is shown before it is saved.
import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PolicyDocument, Transition } from '#policy';
import { LeaveGuard } from '../../parts/leave-guard';
import { useChangePolicy } from './change-policy';
import { Nothing, Page } from './parts';
import { documentOf } from './policy-data';
import { sayTransition, statusName } from './say-policy';
import { TransitionForm } from './transition-form';
import { leads, TransitionMatrix, type Pair } from './transition-matrix';
import classes from './transitions.module.css';

const fresh: Transition = { from: '*', to: '*', by: ['staff'], reason: 'optional' };

export function TransitionsPage() {
  /** undefined: as it is in force */
  const [rows, setRows] = useState<readonly Transition[]>();
  const [chosen, setChosen] = useState<Pair>();
  const [editing, setEditing] = useState<{ readonly index: number; readonly rule: Transition }>();
  const change = useChangePolicy(() => setRows(undefined));
  const { policy, errors } = change;
  const current = documentOf(policy);
  const draft: PolicyDocument = { ...current, transitions: rows ?? current.transitions };
  const { transitions } = draft;
  const status = (id: string) => draft.statuses.find((one) => one.id === id);
  const [from, to] = [chosen && status(chosen.from), chosen && status(chosen.to)];
  const shown = transitions
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => !from || !to || leads(draft, rule, from, to));
  const put = (next: readonly Transition[]) => {
    change.forget();
    setRows(next);
  };
  const keep = (rule: Transition) => {
    if (!editing) return;
    put(transitions.toSpliced(editing.index, 1, rule));
    setEditing(undefined);
  };
  const others = errors.filter(({ field }) => !/^transitions\[\d+\]/.test(field));
  return (
    <Page
      title="Transitions"
      about="Who may move a ticket from which status to which, and whether a reason is asked for. Choose a cell to see the rules behind it."
      actions={
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => setEditing({ index: transitions.length, rule: { ...fresh, ...chosen } })}
        >
          New rule
        </Button>
      }
    >
      <TransitionMatrix policy={draft} chosen={chosen} onChoose={setChosen} />
      <Group justify="space-between">
        <Title order={2} size="h5">
          {chosen
            ? `Rules from ${statusName(draft, chosen.from)} to ${statusName(draft, chosen.to)}`
            : `All ${transitions.length} rules`}
        </Title>
        {chosen && (
          <Button size="compact-sm" variant="subtle" onClick={() => setChosen(undefined)}>
            Show all
          </Button>
        )}
      </Group>
      <Stack component="ol" gap={0} p={0} m={0} style={{ listStyle: 'none' }} aria-label="Rules">
        {shown.map(({ rule, index }) => {
          const said = sayTransition(draft, rule);
          const wrong = errors.filter(({ field }) => field.startsWith(`transitions[${index}]`));
          return (
            <Group
              key={index}
              component="li"
              wrap="nowrap"
              justify="space-between"
              py={4}
              style={{ borderBottom: '1px solid var(--desk-line)' }}
            >
              <div>
                <Text size="sm">{said}</Text>
                {wrong.map(({ field, message }) => (
                  <Text key={`${field} ${message}`} size="sm" c="var(--mantine-color-error)" role="alert">
                    {message}
                  </Text>
                ))}
              </div>
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Change: ${said}`}
                  onClick={() => setEditing({ index, rule })}
                >
                  <IconPencil size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Take away: ${said}`}
                  onClick={() => put(transitions.toSpliced(index, 1))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            </Group>
          );
        })}
      </Stack>
      {shown.length === 0 && <Nothing>No rule leads there: nobody makes this move.</Nothing>}
      {rows && (
        <Paper withBorder p="sm" className={classes.unsaved} role="region" aria-label="Not saved yet">
          <Group justify="space-between" gap="xs">
            <div>
              <Text size="sm">What you changed here is not in force yet.</Text>
              {others.map(({ field, message }) => (
                <Text key={`${field} ${message}`} size="sm" c="var(--mantine-color-error)" role="alert">
                  {field}: {message}
                </Text>
              ))}
            </div>
            <Group gap="xs">
              <Button
                variant="default"
                onClick={() => {
                  change.forget();
                  setRows(undefined);
                }}
              >
                Discard
              </Button>
              <Button loading={change.busy} onClick={() => change.propose(draft)}>
                See what changes
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
      <TransitionForm
        policy={draft}
        rule={editing?.rule}
        isNew={editing?.index === transitions.length}
        errors={errors}
        at={`transitions[${editing?.index ?? transitions.length}]`}
        onKeep={keep}
        onClose={() => setEditing(undefined)}
      />
      <LeaveGuard unsaved={rows !== undefined} />
      {change.dialog}
    </Page>
  );
}
