import {
  ActionIcon,
  Alert,
  Badge,
  Box,
  Button,
  Drawer,
  Group,
  Menu,
  NativeSelect,
  Skeleton,
  Stack,
  Switch,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { likeOf, mayGrant, roles as builtIn, sideOf } from '#access';
import { api, ask, type Schemas } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { useMe } from '../../api/session';
import { Time } from '../../parts/time';
import {
  adminClientsQuery,
  ifMatch,
  setDisabled,
  useDirectory,
  userQuery,
  usersQuery,
  type User,
} from './directory-data';
import { confirmFirst, FormButtons, Nothing, Off, Page, Refused } from './parts';
import { usePolicy } from './policy-data';
import { roleName } from './say-policy';

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
        <Stack gap={8} aria-busy>
          {Array.from({ length: 8 }, (_, index) => (
            <Skeleton key={index} h={40} />
          ))}
        </Stack>
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
                      {[user.clientId, user.partnerId, ...user.clients, ...user.groups].filter(Boolean).join(', ') ||
                        '—'}
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

/** Only roles that the one who is here may hand out. */
function useGrantable(current?: string) {
  const me = useMe();
  const { roles: own = {} } = usePolicy();
  const granter = { like: likeOf(me.role, own) ?? 'guest', capabilities: new Set(me.capabilities) } as const;
  const ids = [...new Set<string>([...builtIn, ...Object.keys(own)])];
  const grantable = ids.filter((id) => mayGrant(granter, id, own));
  const changeable = current === undefined || grantable.includes(current);
  return {
    changeable,
    sideOf: (role: string) => sideOf(role, own),
    roles: (changeable ? grantable : [current]).map((id) => ({ value: id, label: roleName(id, own) })),
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

function UserForm({ user, onDone }: { readonly user?: User; readonly onDone: () => void }) {
  const { change, busy } = useDirectory();
  const [name, setName] = useState(user?.name ?? '');
  const [login, setLogin] = useState(user?.login ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [role, setRole] = useState(user?.role ?? 'user');
  const [clientId, setClientId] = useState(user?.clientId ?? '');
  const [partnerId, setPartnerId] = useState(user?.partnerId ?? '');
  const [subject, setSubject] = useState(user?.subject ?? '');
  const [away, setAway] = useState(user?.availability === 'away');
  const [error, setError] = useState<unknown>();
  const { roles, changeable, sideOf: sideOfRole } = useGrantable(user?.role);
  const { data: clients } = useInfiniteQuery(adminClientsQuery());
  const { data: detail } = useQuery({ ...userQuery(user?.id ?? ''), enabled: user !== undefined });
  const wrong = fieldErrors(error);
  const side = sideOfRole(role);
  const takesRole = user && role !== user.role;
  const save = async () => {
    setError(undefined);
    const fields: Schemas['NewUserBody'] = {
      name: name.trim(),
      login: login.trim(),
      role,
      email: orNull(email),
      subject: orNull(subject),
      availability: away ? 'away' : 'available',
      clientId: side === 'customer' ? orNull(clientId) : null,
      partnerId: side === 'partner' ? orNull(partnerId) : null,
    };
    try {
      await change(async () => {
        if (!user) {
          await ask(api.POST('/v1/admin/users', { body: fields }));
          return { told: `${fields.name} is there` };
        }
        const path = { userId: user.id };
        await ask(
          api.PATCH('/v1/admin/users/{userId}', { params: { path, header: ifMatch(user.version) }, body: fields }),
        );
        return { told: `${fields.name} is changed` };
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
          label="Login"
          description="An e-mail address, or a name of a-z, 0-9, dots and dashes"
          value={login}
          error={wrong['login']}
          onChange={({ currentTarget }) => setLogin(currentTarget.value)}
        />
        <TextInput
          label="E-mail"
          value={email}
          error={wrong['email']}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <NativeSelect
          label="Role"
          description={changeable ? 'Those you may hand out' : 'Above yours: you cannot change it'}
          disabled={!changeable}
          data={roles}
          value={role}
          error={wrong['role']}
          onChange={({ currentTarget }) => setRole(currentTarget.value)}
        />
        {side === 'customer' && (
          <NativeSelect
            label="Organisation"
            data={[
              { value: '', label: 'None' },
              ...(clients?.pages.flatMap(({ items }) => items) ?? []).map((client) => ({
                value: client.id,
                label: client.name,
              })),
            ]}
            value={clientId}
            error={wrong['clientId']}
            onChange={({ currentTarget }) => setClientId(currentTarget.value)}
          />
        )}
        {side === 'partner' && (
          <TextInput
            label="Partner organisation"
            description="Colleagues have the same"
            value={partnerId}
            error={wrong['partnerId']}
            onChange={({ currentTarget }) => setPartnerId(currentTarget.value)}
          />
        )}
        <TextInput
          label="What the identity provider calls them"
          description="Empty: it names them by their login here"
          value={subject}
          error={wrong['subject']}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        />
        <Switch
          label="Away: nothing is assigned to them"
          checked={away}
          onChange={({ currentTarget }) => setAway(currentTarget.checked)}
        />
        {takesRole && (
          <Alert color="orange" py="xs">
            What no longer fits the new role goes with it: organisation, clients, groups, projects.
          </Alert>
        )}
        <Refused error={error} />
        <FormButtons busy={busy} save={user ? 'Save' : 'Add'} onCancel={onDone} />
        {user && (
          <Box>
            <Text size="sm" c="dimmed">
              Here since <Time at={user.createdAt} />
            </Text>
            {detail && detail.openTickets > 0 && (
              <Text size="sm">
                <Link to="/" search={{ assignee: `user:${user.id}` } as never}>
                  {detail.openTickets} open {detail.openTickets === 1 ? 'ticket' : 'tickets'}
                </Link>{' '}
                <Badge size="xs" variant="light" tt="none">
                  assigned to them
                </Badge>
              </Text>
            )}
          </Box>
        )}
      </Stack>
    </form>
  );
}
