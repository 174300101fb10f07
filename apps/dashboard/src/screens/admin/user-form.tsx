// Somebody of the directory: who they are, what they may do, and which part of an organisation they belong to.
import { Alert, Badge, Box, MultiSelect, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { likeOf, mayGrant, roles as builtIn, sideOf } from '#access';
import { api, ask, type Schemas } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { useMe } from '../../api/session';
import { Time } from '../../parts/time';
import { adminClientsQuery, ifMatch, projectsQuery, useDirectory, userQuery, type User } from './directory-data';
import { FormButtons, Refused } from './parts';
import { usePolicy } from './policy-data';
import { roleName } from './say-policy';

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

/** Project by project, as the desk takes it. */
async function narrow({ id: userId, clientId, projects }: User, wanted: readonly string[]): Promise<void> {
  const params = (projectId: string) => ({
    params: { path: { userId, projectId }, query: clientId ? { clientId } : {} },
  });
  for (const one of wanted.filter((id) => !projects.includes(id))) {
    await ask(api.PUT('/v1/admin/users/{userId}/projects/{projectId}', params(one)));
  }
  for (const one of projects.filter((id) => !wanted.includes(id))) {
    await ask(api.DELETE('/v1/admin/users/{userId}/projects/{projectId}', params(one)));
  }
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function UserForm({ user, onDone }: { readonly user?: User; readonly onDone: () => void }) {
  const { change, busy } = useDirectory();
  const [name, setName] = useState(user?.name ?? '');
  const [login, setLogin] = useState(user?.login ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [role, setRole] = useState(user?.role ?? 'user');
  const [clientId, setClientId] = useState(user?.clientId ?? '');
  const [partnerId, setPartnerId] = useState(user?.partnerId ?? '');
  const [projects, setProjects] = useState(user?.projects ?? []);
  const [subject, setSubject] = useState(user?.subject ?? '');
  const [away, setAway] = useState(user?.availability === 'away');
  const [error, setError] = useState<unknown>();
  const { roles, changeable, sideOf: sideOfRole } = useGrantable(user?.role);
  const { data: clients } = useInfiniteQuery(adminClientsQuery());
  const { data: detail } = useQuery({ ...userQuery(user?.id ?? ''), enabled: user !== undefined });
  const { data: ofClient } = useInfiniteQuery({ ...projectsQuery(clientId), enabled: clientId !== '' });
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
        const patched = await ask(
          api.PATCH('/v1/admin/users/{userId}', { params: { path, header: ifMatch(user.version) }, body: fields }),
        );
        await narrow(patched, side === 'customer' && fields.clientId ? projects : []);
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
            onChange={({ currentTarget }) => {
              setClientId(currentTarget.value);
              setProjects([]);
            }}
          />
        )}
        {user && side === 'customer' && clientId !== '' && (
          <MultiSelect
            label="Only these projects"
            placeholder={projects.length === 0 ? 'The whole organisation' : undefined}
            description="What they see and open tickets for"
            data={(ofClient?.pages.flatMap(({ items }) => items) ?? []).map(({ id, name: label }) => ({
              value: id,
              label,
            }))}
            value={projects}
            clearable
            error={wrong['projectId']}
            onChange={setProjects}
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
