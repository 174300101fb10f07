// Which priorities there are, what they are called, and who may choose which.
import { Checkbox, Group, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { rolesOnSide } from '#access';
import { priorities as allPriorities, type PolicyDocument, type Priority } from '#policy';
import { errorAt } from './change-policy';
import type { Form } from './policy-inputs';
import { priorityName, roleName } from './say-policy';

type Texts = Readonly<Partial<Record<Priority, string>>>;

/** An empty text is none. */
function named(texts: Texts = {}, id: Priority, text: string): Texts {
  const { [id]: _former, ...others } = texts;
  return text === '' ? others : { ...others, [id]: text };
}

const withoutLabels = (policy: PolicyDocument): PolicyDocument => ({
  ...policy,
  priorities: { ...policy.priorities, labels: {} },
});

export const priorities: Form = ({ draft, set, errors }) => {
  const { priorities: value } = draft;
  const change = (part: Partial<typeof value>) => set({ priorities: { ...value, ...part } });
  const inOrder = (chosen: readonly string[]) => allPriorities.filter((id) => chosen.includes(id));
  const active = value.active.map((id) => ({ value: id, label: priorityName(draft, id) }));
  const mayChoose = value.mayChoose ?? {};
  const roles = [
    ...new Set((['customer', 'partner', 'staff'] as const).flatMap((side) => rolesOnSide(side, draft.roles))),
  ];
  const free = roles.filter((role) => !Object.hasOwn(mayChoose, role) && role !== 'guest');
  return (
    <>
      <Checkbox.Group
        label="In use"
        value={[...value.active]}
        error={errorAt(errors, 'priorities.active')}
        onChange={(chosen) => change({ active: inOrder(chosen) })}
      >
        <Group gap="md" mt={6}>
          {allPriorities.map((id) => (
            <Checkbox key={id} value={id} label={priorityName(draft, id)} />
          ))}
        </Group>
      </Checkbox.Group>
      <NativeSelect
        label="Of new tickets"
        data={active}
        value={value.default}
        error={errorAt(errors, 'priorities.default')}
        onChange={({ currentTarget }) => change({ default: currentTarget.value as Priority })}
      />
      <Checkbox.Group
        label="Customers and partners may choose"
        value={[...value.requesterMayChoose]}
        error={errorAt(errors, 'priorities.requesterMayChoose')}
        onChange={(chosen) => change({ requesterMayChoose: inOrder(chosen) })}
      >
        <Group gap="md" mt={6}>
          {active.map((entry) => (
            <Checkbox key={entry.value} {...entry} />
          ))}
        </Group>
      </Checkbox.Group>
      {Object.entries(mayChoose).map(([role, chosen]) => (
        <MultiSelect
          key={role}
          label={`${roleName(role, draft.roles)} may choose`}
          data={active}
          value={[...chosen]}
          clearable
          error={errorAt(errors, `priorities.mayChoose.${role}`)}
          onChange={(next) => change({ mayChoose: { ...mayChoose, [role]: inOrder(next) } })}
          description="Instead of what is said above"
        />
      ))}
      <NativeSelect
        label="Another rule for one role"
        value=""
        data={[
          { value: '', label: 'Choose a role' },
          ...free.map((id) => ({ value: id, label: roleName(id, draft.roles) })),
        ]}
        onChange={({ currentTarget: { value: role } }) =>
          role && change({ mayChoose: { ...mayChoose, [role]: value.active } })
        }
      />
      {value.active.map((id) => (
        <Group key={id} gap="xs" align="flex-start">
          <TextInput
            label={`What “${id}” is called`}
            flex="1 1 140px"
            placeholder={priorityName(withoutLabels(draft), id)}
            value={value.labels?.[id] ?? ''}
            error={errorAt(errors, `priorities.labels.${id}`)}
            onChange={({ currentTarget }) => change({ labels: named(value.labels, id, currentTarget.value) })}
          />
          <TextInput
            label={`What ${priorityName(draft, id)} is for`}
            flex="2 1 260px"
            placeholder="Shown where a priority is chosen"
            value={value.guide?.[id] ?? ''}
            error={errorAt(errors, `priorities.guide.${id}`)}
            onChange={({ currentTarget }) => change({ guide: named(value.guide, id, currentTarget.value) })}
          />
        </Group>
      ))}
    </>
  );
};
