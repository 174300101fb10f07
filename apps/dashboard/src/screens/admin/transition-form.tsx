// One rule of the matrix: from, to, who, by what, and whether a reason is asked for, said in a sentence as it is written.
import { Box, Button, Checkbox, Group, Input, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { roles as builtIn } from '#access';
import { states, type Party, type PolicyDocument, type Transition, type Trigger } from '#policy';
import type { FieldError } from '../../api/problem';
import { errorAt } from './change-policy';
import { partyName, partyNames, roleName, sayTransition, triggers } from './say-policy';

const reasons = {
  none: 'No reason is asked for',
  optional: 'A reason may be given',
  required: 'A reason is needed',
} as const;

/** What a selector can name: one status, all that stand for a state, or any. */
const places = ({ statuses }: PolicyDocument) => [
  { group: 'One status', items: statuses.map(({ id, label }) => ({ value: id, label })) },
  {
    group: 'Every status that stands for',
    items: states.map((state) => ({ value: `@${state}`, label: `all: ${state.replace('_', ' ')}` })),
  },
];

export function TransitionForm(props: {
  readonly policy: PolicyDocument;
  readonly rule: Transition | undefined;
  readonly isNew: boolean;
  /** at `at`, its place in the document */
  readonly errors: readonly FieldError[];
  readonly at: string;
  readonly onKeep: (rule: Transition) => void;
  readonly onClose: () => void;
}) {
  const { rule, isNew, onClose } = props;
  return (
    <Modal
      opened={rule !== undefined}
      onClose={onClose}
      title={isNew ? 'New rule' : 'Change the rule'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {rule && <Fields {...props} rule={rule} />}
    </Modal>
  );
}

function Fields(props: Parameters<typeof TransitionForm>[0] & { readonly rule: Transition }) {
  const { policy, errors, at, onKeep, onClose } = props;
  const [rule, setRule] = useState(props.rule);
  const change = (part: Partial<Transition>) => setRule((now) => ({ ...now, ...part }));
  const { by, trigger } = rule;
  const nowhere = rule.from === rule.to && !/^[*@]/.test(rule.from);
  const roleIds = [...new Set<string>([...builtIn, ...Object.keys(policy.roles ?? {})])];
  const named = by.filter((party) => party.startsWith('role:'));
  const free = roleIds.filter((id) => !named.includes(`role:${id}`) && id !== 'system' && id !== 'auditor');
  const setBy = (chosen: readonly string[]) => change({ by: chosen as readonly Party[] });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (by.length > 0 && !nowhere) onKeep(rule);
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <NativeSelect
            label="From"
            data-autofocus
            data={[{ value: '*', label: 'Any other status' }, ...places(policy)]}
            value={rule.from}
            error={errorAt(errors, `${at}.from`)}
            onChange={({ currentTarget }) => change({ from: currentTarget.value })}
          />
          <NativeSelect
            label="To"
            data={[
              { value: '*', label: 'Any other status' },
              { value: '@reopen', label: 'Where reopened tickets go' },
              ...places(policy),
            ]}
            value={rule.to}
            error={nowhere ? 'Leads nowhere' : errorAt(errors, `${at}.to`)}
            onChange={({ currentTarget }) => change({ to: currentTarget.value })}
          />
        </Group>
        <Input.Wrapper
          label="Who"
          labelElement="div"
          error={by.length === 0 ? 'Somebody must be named' : errorAt(errors, `${at}.by`)}
        >
          <Checkbox.Group value={[...by]} onChange={setBy} aria-label="Who">
            <Group gap="md" mt={6}>
              {[...Object.keys(partyNames), ...named].map((party) => (
                <Checkbox key={party} value={party} label={partyName(policy, party)} />
              ))}
            </Group>
          </Checkbox.Group>
        </Input.Wrapper>
        <NativeSelect
          label="Besides, one role"
          value=""
          data={[
            { value: '', label: 'Choose a role' },
            ...free.map((id) => ({ value: id, label: roleName(id, policy.roles) })),
          ]}
          onChange={({ currentTarget: { value } }) => value && setBy([...by, `role:${value}`])}
        />
        <Group grow align="flex-start">
          <NativeSelect
            label="How"
            value={trigger ?? ''}
            data={[
              { value: '', label: 'In any way' },
              ...Object.entries(triggers).map(([value, label]) => ({ value, label })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              const { trigger: _former, ...others } = rule;
              setRule(value === '' ? others : { ...others, trigger: value as Trigger });
            }}
          />
          <NativeSelect
            label="Reason"
            value={rule.reason}
            data={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value as Transition['reason'] })}
          />
        </Group>
        <Box p="xs" bg="var(--desk-soft)" style={{ borderRadius: 8 }} role="status">
          <Text size="sm">{sayTransition(policy, rule)}</Text>
        </Box>
        <Text size="xs" c="dimmed">
          What a role cannot do at all, no rule lets it do. Where several rules fit, the one that asks least counts.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={by.length === 0 || nowhere}>
            {props.isNew ? 'Add the rule' : 'Keep the change'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
