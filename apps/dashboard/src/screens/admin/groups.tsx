// Groups: who is in them, and what their queues cover.
import {
  Button,
  Group as Row,
  Modal,
  MultiSelect,
  NativeSelect,
  Pill,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { groupsQuery, ifMatch, useDirectory, type Group } from './directory-data';
import { Card, confirmFirst, FormButtons, freeId, Nothing, Page, Refused } from './parts';
import { ChoosePerson } from './people';
import { usePolicy } from './policy-data';

type Scope = Group['scopes'][number];

const member = (groupId: string, userId: string, on: boolean) => {
  const path = { params: { path: { groupId, userId } } };
  return on
    ? ask(api.PUT('/v1/admin/groups/{groupId}/members/{userId}', path))
    : ask(api.DELETE('/v1/admin/groups/{groupId}/members/{userId}', path));
};
const cover = (groupId: string, { categoryId, typeId }: Scope, on: boolean) => {
  if (typeId === null) {
    const path = { params: { path: { groupId, categoryId } } };
    return on
      ? ask(api.PUT('/v1/admin/groups/{groupId}/scopes/{categoryId}', path))
      : ask(api.DELETE('/v1/admin/groups/{groupId}/scopes/{categoryId}', path));
  }
  const path = { params: { path: { groupId, categoryId, typeId } } };
  return on
    ? ask(api.PUT('/v1/admin/groups/{groupId}/scopes/{categoryId}/{typeId}', path))
    : ask(api.DELETE('/v1/admin/groups/{groupId}/scopes/{categoryId}/{typeId}', path));
};

export function GroupsPage() {
  const { classification, visibility } = usePolicy();
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(groupsQuery);
  const { now } = useDirectory();
  const [editing, setEditing] = useState<Group | 'new'>();
  const groups = data.pages.flatMap(({ items }) => items);
  const nodes = classification.categories.flatMap((category) => [
    { value: category.id, label: category.name },
    ...category.types.map((type) => ({
      value: `${category.id}/${type.id}`,
      label: `${category.name} › ${type.name}`,
    })),
  ]);
  const labelOf = ({ categoryId, typeId }: Scope) => {
    const key = typeId === null ? categoryId : `${categoryId}/${typeId}`;
    return nodes.find(({ value }) => value === key)?.label ?? key;
  };
  const scopeOf = (key: string): Scope => {
    const [categoryId = '', typeId = null] = key.split('/');
    return { categoryId, typeId };
  };
  return (
    <Page
      title="Groups"
      about={`Teams of the desk. ${
        visibility.staffQueue === 'groups'
          ? 'What a group covers is what stands in its members’ queues.'
          : 'Queues hold every ticket by the policy; what a group covers decides who is suggested for a ticket.'
      }`}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
          New group
        </Button>
      }
    >
      {groups.length === 0 && <Nothing>There are no groups yet.</Nothing>}
      {groups.map((group) => (
        <Card key={group.id} label={group.name}>
          <Row justify="space-between" mb="xs">
            <div>
              <Title order={2} size="h5">
                {group.name}
              </Title>
              {group.description && (
                <Text size="sm" c="dimmed">
                  {group.description}
                </Text>
              )}
            </div>
            <Row gap={4}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Edit ${group.name}`}
                onClick={() => setEditing(group)}
              >
                Edit
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={`Remove ${group.name}`}
                onClick={() =>
                  confirmFirst(
                    {
                      title: `Remove ${group.name}?`,
                      text: 'It goes only when no ticket is assigned to it. Its members stay.',
                      yes: 'Remove',
                    },
                    () =>
                      now(async () => {
                        await ask(
                          api.DELETE('/v1/admin/groups/{groupId}', { params: { path: { groupId: group.id } } }),
                        );
                        return { told: `${group.name} is removed` };
                      }),
                  )
                }
              >
                Remove
              </Button>
            </Row>
          </Row>
          <Stack gap="xs">
            <Row gap={6} role="group" aria-label={`Members of ${group.name}`}>
              <Text size="sm">Members:</Text>
              {group.members.map(({ id, name }) => (
                <Pill
                  key={id}
                  withRemoveButton
                  bd="1px solid var(--desk-line)"
                  removeButtonProps={{
                    'aria-label': `Take ${name} out of ${group.name}`,
                    tabIndex: 0,
                    'aria-hidden': false,
                  }}
                  onRemove={() =>
                    now(async () => {
                      await member(group.id, id, false);
                      return { told: `${name} left ${group.name}`, undo: () => member(group.id, id, true) };
                    })
                  }
                >
                  {name}
                </Pill>
              ))}
              {group.members.length === 0 && (
                <Text size="sm" c="dimmed">
                  nobody
                </Text>
              )}
            </Row>
            <ChoosePerson
              label={`Add somebody to ${group.name}`}
              side="staff"
              without={group.members.map(({ id }) => id)}
              onChoose={(id, name) =>
                now(async () => {
                  await member(group.id, id, true);
                  return { told: `${name} is in ${group.name}`, undo: () => member(group.id, id, false) };
                })
              }
            />
            <Row gap={6} role="group" aria-label={`What ${group.name} covers`}>
              <Text size="sm">Covers:</Text>
              {group.scopes.map((scope) => (
                <Pill
                  key={labelOf(scope)}
                  withRemoveButton
                  bd="1px solid var(--desk-line)"
                  removeButtonProps={{
                    'aria-label': `${group.name} covers ${labelOf(scope)} no longer`,
                    tabIndex: 0,
                    'aria-hidden': false,
                  }}
                  onRemove={() =>
                    now(async () => {
                      await cover(group.id, scope, false);
                      return {
                        told: `${group.name} covers ${labelOf(scope)} no longer`,
                        undo: () => cover(group.id, scope, true),
                      };
                    })
                  }
                >
                  {labelOf(scope)}
                </Pill>
              ))}
              {group.scopes.length === 0 && (
                <Text size="sm" c="dimmed">
                  nothing yet
                </Text>
              )}
            </Row>
            <NativeSelect
              aria-label={`Let ${group.name} cover`}
              value=""
              data={[
                { value: '', label: 'Cover a category or type' },
                ...nodes.filter(({ label }) => !group.scopes.some((scope) => labelOf(scope) === label)),
              ]}
              onChange={({ currentTarget: { value } }) => {
                if (!value) return;
                const scope = scopeOf(value);
                now(async () => {
                  await cover(group.id, scope, true);
                  return {
                    told: `${group.name} covers ${labelOf(scope)}`,
                    undo: () => cover(group.id, scope, false),
                  };
                });
              }}
            />
          </Stack>
        </Card>
      ))}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
      <Modal
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing === 'new' ? 'New group' : 'Edit the group'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {editing && (
          <GroupForm
            {...(editing !== 'new' && { group: editing })}
            taken={groups.map(({ id }) => id)}
            nodes={nodes}
            scopeOf={scopeOf}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Modal>
    </Page>
  );
}

interface GroupFormProps {
  readonly group?: Group;
  readonly taken: readonly string[];
  readonly nodes: readonly { readonly value: string; readonly label: string }[];
  readonly scopeOf: (key: string) => Scope;
  readonly onDone: () => void;
}

function GroupForm({ group, taken, nodes, scopeOf, onDone }: GroupFormProps) {
  const { change, busy } = useDirectory();
  const [name, setName] = useState(group?.name ?? '');
  const [description, setDescription] = useState(group?.description ?? '');
  const [scopes, setScopes] = useState<string[]>([]);
  const [error, setError] = useState<unknown>();
  const wrong = fieldErrors(error);
  const save = async () => {
    const fields = { name: name.trim(), description: description.trim() };
    try {
      await change(async () => {
        if (group) {
          const params = { path: { groupId: group.id }, header: ifMatch(group.version) };
          await ask(api.PATCH('/v1/admin/groups/{groupId}', { params, body: fields }));
          return { told: `${fields.name} is changed` };
        }
        const made = await ask(api.POST('/v1/admin/groups', { body: { ...fields, id: freeId(fields.name, taken) } }));
        for (const key of scopes) await cover(made.id, scopeOf(key), true);
        return { told: `${made.name} is there` };
      });
      onDone();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Name"
          value={name}
          error={wrong['name']}
          data-autofocus
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label="Description"
          value={description}
          error={wrong['description']}
          onChange={({ currentTarget }) => setDescription(currentTarget.value)}
        />
        {!group && (
          <MultiSelect
            label="Covers"
            data={[...nodes]}
            value={scopes}
            onChange={setScopes}
            searchable
            comboboxProps={{ withinPortal: true }}
          />
        )}
        <Refused error={error} />
        <FormButtons busy={busy} save={group ? 'Save' : 'Add'} onCancel={onDone} />
      </Stack>
    </form>
  );
}
