// One form per section of the rules. They change a draft of the document; errors stand at the field they name.
import { Checkbox, Group, Input, MultiSelect, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { rolesOnSide } from '#access';
import { formatNumber, isNumberTemplate } from '#policy';
import { errorAt } from './change-policy';
import { DurationField } from './duration';
import { features } from './features-form';
import { Choice, Toggle, type Form } from './policy-inputs';
import { priorities } from './priorities-form';
import { roleName, type SectionId } from './say-policy';

const reopen: Form = ({ draft, set, errors }) => {
  const { reopen: value } = draft;
  const change = (part: Partial<typeof value>) => set({ reopen: { ...value, ...part } });
  const targets = draft.statuses
    .filter(({ active, state }) => active && state !== 'resolved' && state !== 'closed')
    .map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      <Toggle label="A customer’s reply reopens" checked={value.byReply} onChange={(byReply) => change({ byReply })} />
      <Toggle
        label="Customers have a button to reopen"
        checked={value.byAction}
        onChange={(byAction) => change({ byAction })}
      />
      <DurationField
        label="Time for reopening"
        description="Counted from when the ticket was resolved, also for those resolved already. 0: customers never reopen."
        value={value.window}
        without="No limit"
        onChange={(window) => change({ window })}
        error={errorAt(errors, 'reopen.window')}
      />
      <Toggle
        label="Customers may reopen closed tickets"
        checked={value.fromClosed}
        onChange={(fromClosed) => change({ fromClosed })}
      />
      {value.fromClosed && (
        <DurationField
          label="Time for reopening closed tickets"
          value={value.closedWindow}
          without="No limit"
          onChange={(closedWindow) => change({ closedWindow })}
          error={errorAt(errors, 'reopen.closedWindow')}
        />
      )}
      <Group grow align="flex-start">
        {(['assigned', 'unassigned'] as const).map((which) => (
          <NativeSelect
            key={which}
            label={`Reopened and ${which}: goes to`}
            data={targets}
            value={value.target[which]}
            error={errorAt(errors, `reopen.target.${which}`)}
            onChange={({ currentTarget }) => change({ target: { ...value.target, [which]: currentTarget.value } })}
          />
        ))}
      </Group>
    </>
  );
};

const autoClose: Form = ({ draft: { autoClose: value }, set, errors }) => (
  <>
    <Toggle
      label="Resolved tickets close by themselves"
      checked={value.enabled}
      error={errorAt(errors, 'autoClose.enabled')}
      onChange={(enabled) => set({ autoClose: { ...value, enabled } })}
    />
    {value.enabled && (
      <DurationField
        label="After"
        value={value.after ?? null}
        without="With the time for reopening"
        usual="P14D"
        error={errorAt(errors, 'autoClose.after')}
        onChange={(after) => set({ autoClose: { enabled: true, ...(after !== null && { after }) } })}
      />
    )}
  </>
);

const whoReplies = { everyone: 'Everybody in the conversation', staff: 'The desk', nobody: 'Nobody' } as const;
const replies: Form = ({ draft: { replies: value }, set, errors }) => {
  const change = (part: Partial<typeof value>) => set({ replies: { ...value, ...part } });
  return (
    <>
      <Choice
        label="Who replies while a ticket is new"
        value={value.whileNew}
        options={whoReplies}
        onChange={(whileNew) => change({ whileNew })}
      />
      <Choice
        label="Replies to a resolved ticket"
        value={value.whileResolved}
        options={{
          reopens: 'Reopen it',
          comment: 'Are comments: it stays resolved',
          staff: 'Are for the desk',
          nobody: 'Are for nobody',
        }}
        onChange={(whileResolved) => change({ whileResolved })}
      />
      <Choice
        label="Who replies to a closed ticket"
        value={value.whileClosed}
        options={whoReplies}
        onChange={(whileClosed) => change({ whileClosed })}
      />
      <Toggle
        label="The requester’s answer takes up a waiting ticket"
        checked={value.resumesWaiting}
        error={errorAt(errors, 'replies.resumesWaiting')}
        onChange={(resumesWaiting) => change({ resumesWaiting })}
      />
      <DurationField
        label="Time for correcting one’s own reply"
        description="0: what is sent stays as it is."
        value={value.editWindow}
        usual="PT15M"
        error={errorAt(errors, 'replies.editWindow')}
        onChange={(editWindow) => change({ editWindow: editWindow ?? 'PT0S' })}
      />
    </>
  );
};

const create: Form = ({ draft, set, errors }) => {
  const { classification, onCreate } = draft;
  const change = (part: Partial<typeof classification>) => set({ classification: { ...classification, ...part } });
  return (
    <>
      <Choice
        label="The category on new tickets"
        value={classification.onCreate}
        options={{ required: 'Must be chosen', optional: 'May be chosen', hidden: 'Is not asked for' }}
        error={errorAt(errors, 'classification.onCreate')}
        onChange={(next) => change({ onCreate: next })}
      />
      <Choice
        label="Depth of the classification"
        value={String(classification.levels) as '1' | '3'}
        options={{ '1': 'Category', '3': 'Category, type and item' }}
        error={errorAt(errors, 'classification.levels')}
        onChange={(levels) => change({ levels: levels === '1' ? 1 : 3 })}
      />
      {classification.levels === 3 && (
        <NativeSelect
          label="Customers choose down to"
          data={[
            { value: '1', label: 'Category' },
            { value: '2', label: 'Type' },
            { value: '3', label: 'Item' },
          ]}
          value={String(classification.requesterLevels ?? 3)}
          onChange={({ currentTarget }) => change({ requesterLevels: Number(currentTarget.value) as 1 | 2 | 3 })}
        />
      )}
      <Toggle
        label="A description is needed"
        checked={onCreate.descriptionRequired ?? true}
        onChange={(descriptionRequired) => set({ onCreate: { ...onCreate, descriptionRequired } })}
      />
      <Choice
        label="Fields somebody may not set"
        value={onCreate.forbiddenFields}
        options={{ refuse: 'Are refused, and named', drop: 'Are left out without a word' }}
        onChange={(forbiddenFields) => set({ onCreate: { ...onCreate, forbiddenFields } })}
      />
    </>
  );
};

const whose = { own: 'Their own tickets', organisation: 'All tickets of their organisation' } as const;
const visibility: Form = ({ draft: { visibility: value, classification }, set, errors }) => {
  const change = (part: Partial<typeof value>) => set({ visibility: { ...value, ...part } });
  return (
    <>
      <Choice label="Users see" value={value.user} options={whose} onChange={(user) => change({ user })} />
      <Choice
        label="Customers of an organisation see"
        value={value.client}
        options={whose}
        onChange={(client) => change({ client })}
      />
      <Choice
        label="The desk’s queue holds"
        value={value.staffQueue}
        options={{
          tenant: 'Every ticket',
          groups: 'What one’s groups cover, and what is assigned to oneself',
          'assigned+unassigned': 'One’s own and unassigned tickets',
        }}
        onChange={(staffQueue) => change({ staffQueue })}
      />
      <MultiSelect
        label="Categories that developers work on"
        data={[...new Set([...classification.categories.map(({ id }) => id), ...value.developerCategories])].map(
          (id) => ({ value: id, label: classification.categories.find((entry) => entry.id === id)?.name ?? id }),
        )}
        value={[...value.developerCategories]}
        error={errorAt(errors, 'visibility.developerCategories')}
        onChange={(developerCategories) => change({ developerCategories })}
      />
      <Toggle
        label="Agents may open any ticket by its number"
        checked={value.directOpen}
        onChange={(directOpen) => change({ directOpen })}
      />
      <Toggle
        label="Partners read internal notes"
        checked={value.partnerNotes}
        onChange={(partnerNotes) => change({ partnerNotes })}
      />
    </>
  );
};

const numbers: Form = ({ draft: { numbers: value }, set, errors }) => (
  <>
    <TextInput
      label="Form"
      description="{seq} is the running number, {seq:6} with six digits, {yyyy} the year"
      value={value.template}
      error={errorAt(errors, 'numbers.template')}
      onChange={({ currentTarget }) => set({ numbers: { ...value, template: currentTarget.value } })}
    />
    {isNumberTemplate(value.template) && (
      <Text size="sm">
        Looks like <b>{formatNumber(value.template, value.start, new Date().toISOString())}</b>
      </Text>
    )}
    <NumberInput
      label="First number"
      description="Numbers already given are not given again."
      min={0}
      allowDecimal={false}
      value={value.start}
      error={errorAt(errors, 'numbers.start')}
      onChange={(start) => set({ numbers: { ...value, start: Number(start) || 0 } })}
    />
  </>
);

const recipients: Form = ({ draft, set, errors }) => {
  const { recipients: value, references } = draft;
  const limits = references?.limits ?? {};
  return (
    <Group grow align="flex-start">
      {(['min', 'max'] as const).map((which) => (
        <NumberInput
          key={which}
          label={which === 'min' ? 'Fewest recipients' : 'Most recipients'}
          min={1}
          max={100}
          value={value[which]}
          error={errorAt(errors, `recipients.${which}`)}
          onChange={(next) => set({ recipients: { ...value, [which]: Number(next) || 1 } })}
        />
      ))}
      <NumberInput
        label="Most calls"
        min={0}
        max={100}
        value={limits['call'] ?? 5}
        error={errorAt(errors, 'references.limits.call')}
        onChange={(next) => set({ references: { limits: { ...limits, call: Number(next) || 0 } } })}
      />
    </Group>
  );
};

const guest: Form = ({ draft: { guest: value }, set, errors }) => {
  const change = (part: Partial<typeof value>) => set({ guest: { ...value, ...part } });
  return (
    <>
      <Toggle
        label="People without an account may open tickets"
        checked={value.enabled ?? false}
        error={errorAt(errors, 'guest.enabled')}
        onChange={(enabled) => change({ enabled })}
      />
      <DurationField
        label="A mailed link opens the ticket for"
        value={value.accessLink ?? null}
        without="No links"
        error={errorAt(errors, 'guest.accessLink')}
        onChange={(accessLink) => {
          const { accessLink: _former, ...others } = value;
          set({ guest: accessLink === null ? others : { ...others, accessLink } });
        }}
      />
      <Toggle
        label="Ask for a phone number"
        checked={value.requiresPhone ?? false}
        onChange={(requiresPhone) => change({ requiresPhone })}
      />
    </>
  );
};

const places = { number: 'Number', subject: 'Subject', description: 'Description' } as const;
const search: Form = ({ draft: { search: value }, set, errors }) => (
  <>
    <Checkbox.Group
      label="Customers’ words are looked for in"
      value={[...(value.requester ?? (Object.keys(places) as (keyof typeof places)[]))]}
      error={errorAt(errors, 'search.requester')}
      onChange={(chosen) => set({ search: { ...value, requester: chosen } })}
    >
      <Group mt={6}>
        {Object.entries(places).map(([id, label]) => (
          <Checkbox key={id} value={id} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
    <Choice
      label="The desk searches"
      value={value.staff ?? 'full-text'}
      options={{ 'full-text': 'The full text', subject: 'Subjects and numbers' }}
      onChange={(staff) => set({ search: { ...value, staff } })}
    />
    <Choice
      label="Signs like * and % from customers"
      value={value.wildcards ?? 'literal'}
      options={{ literal: 'Are letters like any other', refuse: 'Are refused' }}
      onChange={(wildcards) => set({ search: { ...value, wildcards } })}
    />
  </>
);

const secrets: Form = ({ draft: { onSecrets = 'warn' }, set }) => (
  <Choice
    label="Texts that look like a password, key or card number"
    value={onSecrets}
    options={{ warn: 'Are pointed at before they are sent', refuse: 'Are refused', off: 'Are not looked at' }}
    onChange={(next) => set({ onSecrets: next })}
  />
);

const badges: Form = ({ draft: { badges: value, roles }, set, errors }) => {
  const possible = [
    ...new Set((['customer', 'partner', 'staff'] as const).flatMap((side) => rolesOnSide(side, roles))),
  ];
  return (
    <>
      <Toggle
        label="Every role with the right to it"
        checked={value.roles === undefined}
        onChange={(every) => set({ badges: every ? {} : { roles: ['agent'] } })}
      />
      {value.roles && (
        <Input.Wrapper label="Only these roles" error={errorAt(errors, 'badges.roles')} labelElement="div">
          <Checkbox.Group value={[...value.roles]} onChange={(chosen) => set({ badges: { roles: chosen } })}>
            <Group mt={6}>
              {possible
                .filter((id) => id !== 'guest')
                .map((id) => (
                  <Checkbox key={id} value={id} label={roleName(id, roles)} />
                ))}
            </Group>
          </Checkbox.Group>
        </Input.Wrapper>
      )}
    </>
  );
};

const rating: Form = ({ draft: { rating: value }, set }) => (
  <Toggle
    label="Requesters are asked how it went"
    checked={value?.enabled ?? false}
    onChange={(enabled) => set({ rating: { enabled } })}
  />
);

export const forms: Readonly<Record<SectionId, Form>> = {
  reopen,
  autoClose,
  replies,
  priorities,
  create,
  visibility,
  numbers,
  recipients,
  guest,
  search,
  secrets,
  badges,
  rating,
  features,
};
