import { ActionIcon, Button, Drawer, Group, Menu, NativeSelect, Switch, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { roles as builtIn } from '#access';
import { api, ask } from '../../api/client';
import { useMe } from '../../api/session';
import { adminClientsQuery, groupsQuery, setDisabled, useDirectory, usersQuery, type User } from './directory-data';
import { confirmFirst, Nothing, Off, Page, Waiting } from './parts';
import { usePolicy } from './policy-data';
import { roleName } from './say-policy';
import { UserForm } from './user-form';

const route = getRouteApi('/shell/admin/users');

export function UsersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const { roles: own = {} } = usePolicy();
  const [editing, setEditing] = useState<User | 'new'>();
  const [q, setQ] = useState(search.q ?? '');
  const { now } = useDirectory();
  const find = useDebouncedCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _q, ...rest }) => (text.trim() ? { ...rest, q: text.trim() } : rest),
        replace: true,
      }),
    250,
  );
  const { role, disabled, q: wanted } = search;
  const { data, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, error } = useInfiniteQuery(
    usersQuery({ ...(wanted && { q: wanted }), ...(role && { role: [role] }), ...(disabled && { disabled }) }),
  );
  if (error && !data) throw error;
  const users = data?.pages.flatMap(({ items }) => items) ?? [];
  const { data: clients } = useInfiniteQuery(adminClientsQuery());
  const { data: groups } = useInfiniteQuery(groupsQuery);
  const pages = [...(clients?.pages ?? []), ...(groups?.pages ?? [])];
  const names = new Map(pages.flatMap(({ items }) => items.map(({ id, name }) => [id, name] as const)));
  const allRoles = [...new Set<string>([...builtIn, ...Object.keys(own)])].filter(
    (id) => id !== 'guest' && id !== 'system',
  );
  const disable = (user: User) =>
    now(async () => {
      await setDisabled(user.id, true);
      return { told: `${user.name} is let in no more`, undo: () => setDisabled(user.id, false) };
    });
  const remove = async (user: User) => {
    const { openTickets } = await ask(api.GET('/v1/admin/users/{userId}', { params: { path: { userId: user.id } } }));
    confirmFirst(
      {
        title: `Remove ${user.name} for ever?`,
        text: `They can do nothing any more, and their login is free again. The name stays in tickets and history. ${
          openTickets === 0
            ? 'No open ticket is assigned to them.'
            : `${openTickets} open ${openTickets === 1 ? 'ticket is' : 'tickets are'} assigned to them, and stay so until somebody takes them.`
        } This cannot be undone; to keep somebody out for a while, disable them.`,
        yes: 'Remove for ever',
      },
      () =>
        now(async () => {
          await ask(api.DELETE('/v1/admin/users/{userId}', { params: { path: { userId: user.id } } }));
          return { told: `${user.name} is removed` };
        }),
    );
  };
  return (
    <Page
      title="Users"
      about="Who there is, and what they may do. Every change counts on their next request."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
          New user
        </Button>
      }
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          aria-label="Search users"
          placeholder="Name or login"
          leftSection={<IconSearch size={16} />}
          flex="1 1 200px"
          value={q}
          onChange={({ currentTarget }) => {
            setQ(currentTarget.value);
            find(currentTarget.value);
          }}
        />
        <NativeSelect
          aria-label="Role"
          value={role ?? ''}
          data={[
            { value: '', label: 'Every role' },
            ...allRoles.map((id) => ({ value: id, label: roleName(id, own) })),
          ]}
          onChange={({ currentTarget }) =>
            void navigate({
              search: ({ role: _role, ...rest }) =>
                currentTarget.value ? { ...rest, role: currentTarget.value } : rest,
            })
          }
        />
        <Switch
          label="Disabled only"
          checked={disabled ?? false}
          mb={8}
          onChange={({ currentTarget }) =>
            void navigate({
              search: ({ disabled: _disabled, ...rest }) =>
                currentTarget.checked ? { ...rest, disabled: true } : rest,
            })
          }
        />
      </Group>
      {isPending ? (
        <Waiting />
      ) : users.length === 0 ? (
        <Nothing>Nobody is found like that.</Nothing>
      ) : (
        <Table.ScrollContainer minWidth={320}>
          <Table aria-label="Users" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>Role</Table.Th>
                <Table.Th visibleFrom="sm">Organisation and groups</Table.Th>
                <Table.Th aria-label="Actions" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {users.map((user) => (
                <Table.Tr key={user.id}>
                  <Table.Td>
                    <Group gap="xs">
                      <Text fw={500} c={user.disabled ? 'dimmed' : undefined}>
                        {user.name}
                      </Text>
                      {user.disabled && <Off>disabled</Off>}
                      {user.availability === 'away' && <Off>away</Off>}
                    </Group>
                    {user.login !== user.name && (
                      <Text size="sm" c="dimmed">
                        {user.login}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>{roleName(user.role, own)}</Table.Td>
                  <Table.Td visibleFrom="sm">
                    <Text size="sm" c="dimmed">
                      {[user.clientId, user.partnerId, ...user.projects, ...user.clients, ...user.groups]
                        .flatMap((id) => (id ? [names.get(id) ?? id] : []))
                        .join(', ') || '—'}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Menu position="bottom-end">
                      <Menu.Target>
                        <ActionIcon variant="subtle" color="gray" aria-label={`Actions on ${user.name}`}>
                          <IconDots size={16} />
                        </ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Item onClick={() => setEditing(user)}>Edit</Menu.Item>
                        {user.id !== me.user.id &&
                          (user.disabled ? (
                            <Menu.Item
                              onClick={() =>
                                now(async () => {
                                  await setDisabled(user.id, false);
                                  return {
                                    told: `${user.name} is let in again`,
                                    undo: () => setDisabled(user.id, true),
                                  };
                                })
                              }
                            >
                              Enable
                            </Menu.Item>
                          ) : (
                            <Menu.Item
                              color="red"
                              onClick={() =>
                                confirmFirst(
                                  {
                                    title: `Disable ${user.name}?`,
                                    text: 'They are signed out at once and let in no more, until you enable them again. Their tickets stay as they are.',
                                    yes: 'Disable',
                                  },
                                  () => disable(user),
                                )
                              }
                            >
                              Disable
                            </Menu.Item>
                          ))}
                        {user.id !== me.user.id && (
                          <Menu.Item color="red" onClick={() => void remove(user)}>
                            Remove for ever
                          </Menu.Item>
                        )}
                      </Menu.Dropdown>
                    </Menu>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
      <Drawer
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
        position="right"
        title={editing === 'new' ? 'New user' : 'Edit the user'}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {editing && (
          <UserForm
            key={editing === 'new' ? 'new' : editing.id}
            {...(editing !== 'new' && { user: editing })}
            onDone={() => setEditing(undefined)}
          />
        )}
      </Drawer>
    </Page>
  );
}
