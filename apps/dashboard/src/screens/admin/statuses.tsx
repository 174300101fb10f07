import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  ColorInput,
  Group,
  Menu,
  Modal,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { states, type PolicyDocument, type State, type Status } from '#policy';
import { statusesQuery } from '../../api/tickets';
import { sayCount } from '../../parts/count';
import { errorAt, useChangePolicy } from './change-policy';
import { confirmFirst, FormButtons, freeId, Off, Page } from './parts';
import { documentOf } from './policy-data';
import { Sortable } from './sortable';

const stateNames: Readonly<Record<State, string>> = {
  new: 'New: nobody has begun',
  open: 'Open: nobody has begun',
  in_progress: 'In progress: somebody works on it',
  waiting: 'Waiting: for the customer',
  resolved: 'Resolved',
  closed: 'Closed',
};
const fresh: Status = {
  id: '',
  label: '',
  state: 'in_progress',
  colour: '#0891b2',
  order: 0,
  active: true,
  pausesSla: false,
  requesterMayComment: true,
};
const swatches = ['#2563eb', '#7c3aed', '#d97706', '#16a34a', '#6b7280', '#0891b2', '#db2777', '#dc2626'];

const sayTickets = (count: number) => (count === 1 ? '1 ticket' : `${sayCount(count)} tickets`);

export function StatusesPage() {
  const [editing, setEditing] = useState<Status>();
  const change = useChangePolicy(() => setEditing(undefined));
  const { policy, changeNow, errors } = change;
  const { data: counted } = useSuspenseQuery(statusesQuery);
  const tickets = new Map(counted.items.map((status) => [status.id, status.tickets ?? 0]));
  const current = documentOf(policy);
  const withStatuses = (statuses: readonly Status[]): PolicyDocument => ({ ...current, statuses });
  const put = (status: Status) =>
    withStatuses(
      policy.statuses.some(({ id }) => id === status.id)
        ? policy.statuses.map((other) => (other.id === status.id ? status : other))
        : [...policy.statuses, status],
    );
  /** Without its rows of the matrix: they would lead nowhere. */
  const without = ({ id }: Status): PolicyDocument => ({
    ...withStatuses(policy.statuses.filter((status) => status.id !== id)),
    transitions: policy.transitions.filter(({ from, to }) => from !== id && to !== id),
  });
  const remove = (status: Status) => {
    const count = tickets.get(status.id) ?? 0;
    if (count > 0) {
      return confirmFirst(
        {
          title: `${sayTickets(count)} ${count === 1 ? 'is' : 'are'} in “${status.label}”`,
          text: 'A status that tickets are in cannot be taken away. Out of use it is offered no more, and its tickets stay in it until somebody moves them.',
          yes: 'Take it out of use',
          danger: false,
        },
        () => void changeNow(put({ ...status, active: false }), `“${status.label}” is out of use`),
      );
    }
    confirmFirst(
      {
        title: `Take “${status.label}” away?`,
        text: 'No ticket is in it. Its transitions go with it.',
        yes: 'Take away',
      },
      () => void changeNow(without(status), `“${status.label}” is gone`),
    );
  };
  const begin = (status: Status) => {
    change.forget();
    setEditing(status);
  };
  const index = policy.statuses.findIndex(({ id }) => id === editing?.id);
  const at = (field: string) => errorAt(errors, `statuses[${index < 0 ? policy.statuses.length : index}].${field}`);

  return (
    <Page
      title="Statuses"
      about="Call them what you like: behaviour belongs to the state a status stands for. The order is that of menus; the first active status of a state is the one its action leads to."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => begin(fresh)}>
          New status
        </Button>
      }
    >
      <Sortable
        label="Statuses"
        items={policy.statuses}
        nameOf={({ label }) => label}
        onOrder={(items, moved) => void changeNow(withStatuses(items), `“${moved.label}” has a new place`)}
      >
        {(status) => (
          <>
            <span
              aria-hidden
              style={{ width: 12, height: 12, borderRadius: 6, background: status.colour, flexShrink: 0 }}
            />
            <Group gap="xs" flex={1} miw={0} style={{ rowGap: 0 }}>
              <Text fw={500} c={status.active ? undefined : 'dimmed'}>
                {status.label}
              </Text>
              <Text size="sm" c="dimmed">
                stands for {status.state.replace('_', ' ')}
              </Text>
              {!status.active && <Off>out of use</Off>}
              {status.id === policy.initialStatus && (
                <Badge size="sm" variant="light" tt="none">
                  new tickets
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed" className="figures" visibleFrom="xs">
              {sayTickets(tickets.get(status.id) ?? 0)}
            </Text>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={`Actions on ${status.label}`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => begin(status)}>Edit</Menu.Item>
                <Menu.Item
                  onClick={() =>
                    void changeNow(
                      put({ ...status, active: !status.active }),
                      `“${status.label}” is ${status.active ? 'out of use' : 'in use again'}`,
                    )
                  }
                >
                  {status.active ? 'Take out of use' : 'Use again'}
                </Menu.Item>
                <Menu.Item color="red" onClick={() => remove(status)}>
                  Take away
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </Sortable>
      <Modal
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing?.id ? 'Edit the status' : 'New status'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {editing && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const ids = policy.statuses.map(({ id }) => id);
              const { length } = ids;
              change.propose(
                put(
                  editing.id ? editing : { ...editing, id: freeId(editing.label, ids).slice(0, 60), order: length + 1 },
                ),
              );
            }}
          >
            <Stack gap="sm">
              <TextInput
                label="Label"
                value={editing.label}
                maxLength={100}
                data-autofocus
                error={at('label') ?? errors.find(({ code }) => code === 'duplicate')?.message}
                onChange={({ currentTarget }) => setEditing({ ...editing, label: currentTarget.value })}
              />
              <NativeSelect
                label="Stands for"
                description="Decides how it behaves"
                value={editing.state}
                disabled={(tickets.get(editing.id) ?? 0) > 0}
                data={states.map((state) => ({ value: state, label: stateNames[state] }))}
                error={at('state') ?? errors.find(({ field }) => field === 'statuses')?.message}
                onChange={({ currentTarget }) => setEditing({ ...editing, state: currentTarget.value as State })}
              />
              <ColorInput
                label="Colour"
                value={editing.colour}
                swatches={swatches}
                format="hex"
                error={at('colour')}
                eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
                onChange={(colour) => setEditing({ ...editing, colour })}
              />
              <Checkbox
                label="The requester may comment"
                checked={editing.requesterMayComment}
                onChange={({ currentTarget }) => setEditing({ ...editing, requesterMayComment: currentTarget.checked })}
              />
              <Checkbox
                label="Stops the clock of service levels"
                checked={editing.pausesSla}
                onChange={({ currentTarget }) => setEditing({ ...editing, pausesSla: currentTarget.checked })}
              />
              <Checkbox
                label="Offered"
                checked={editing.active}
                onChange={({ currentTarget }) => setEditing({ ...editing, active: currentTarget.checked })}
              />
              <FormButtons busy={change.busy} save="See what changes" onCancel={() => setEditing(undefined)} />
            </Stack>
          </form>
        )}
      </Modal>
      {change.dialog}
    </Page>
  );
}
