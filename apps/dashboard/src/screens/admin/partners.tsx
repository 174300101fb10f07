// Partners' people, and the clients each works for.
import { Button, Group, NativeSelect, Pill, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client';
import { adminClientsQuery, partnersQuery, useDirectory } from './directory-data';
import { Card, Nothing, Off, Page, Waiting } from './parts';
import { usePolicy } from './policy-data';
import { roleName } from './say-policy';

const work = (userId: string, clientId: string, on: boolean) => {
  const path = { params: { path: { userId, clientId } } };
  return on
    ? ask(api.PUT('/v1/admin/partners/{userId}/clients/{clientId}', path))
    : ask(api.DELETE('/v1/admin/partners/{userId}/clients/{clientId}', path));
};

export function PartnersPage() {
  const { roles } = usePolicy();
  const { now } = useDirectory();
  const [q, setQ] = useState('');
  const [wanted] = useDebouncedValue(q.trim(), 200);
  const { data, isPending, error, hasNextPage, fetchNextPage } = useInfiniteQuery(partnersQuery(wanted));
  const { data: clientPages } = useInfiniteQuery(adminClientsQuery());
  if (error && !data) throw error;
  const partners = data?.pages.flatMap(({ items }) => items) ?? [];
  const clients = clientPages?.pages.flatMap(({ items }) => items) ?? [];
  const nameOf = (id: string) => clients.find((client) => client.id === id)?.name ?? id;
  return (
    <Page
      title="Partners"
      about="A partner’s people see and answer the tickets of the clients they work for, and no others."
      actions={
        <Button component={Link} to="/admin/users" variant="light">
          Add people
        </Button>
      }
    >
      <TextInput
        aria-label="Search partners"
        placeholder="Name or login"
        leftSection={<IconSearch size={16} />}
        value={q}
        onChange={({ currentTarget }) => setQ(currentTarget.value)}
      />
      {isPending && <Waiting height={110} />}
      {data && partners.length === 0 && <Nothing>There is no partner like that.</Nothing>}
      {partners.map((partner) => (
        <Card key={partner.id} label={partner.name}>
          <Stack gap="xs">
            <Group gap="xs">
              <Title order={2} size="h5">
                {partner.name}
              </Title>
              <Text size="sm" c="dimmed">
                {roleName(partner.role, roles)}
                {partner.partnerId ? ` · ${partner.partnerId}` : ''}
              </Text>
              {partner.disabled && <Off>disabled</Off>}
            </Group>
            <Group gap={6} role="group" aria-label={`Clients of ${partner.name}`}>
              {partner.clients.map((clientId) => (
                <Pill
                  key={clientId}
                  withRemoveButton
                  bd="1px solid var(--desk-line)"
                  removeButtonProps={{
                    'aria-label': `${partner.name} works for ${nameOf(clientId)} no longer`,
                    tabIndex: 0,
                    'aria-hidden': false,
                  }}
                  onRemove={() =>
                    now(async () => {
                      await work(partner.id, clientId, false);
                      return {
                        told: `${partner.name} works for ${nameOf(clientId)} no longer`,
                        undo: () => work(partner.id, clientId, true),
                      };
                    })
                  }
                >
                  {nameOf(clientId)}
                </Pill>
              ))}
              {partner.clients.length === 0 && (
                <Text size="sm" c="dimmed">
                  Works for nobody, and sees nothing.
                </Text>
              )}
            </Group>
            <NativeSelect
              aria-label={`Let ${partner.name} work for`}
              value=""
              maw={320}
              data={[
                { value: '', label: 'Work for another client' },
                ...clients
                  .filter(({ id }) => !partner.clients.includes(id))
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={({ currentTarget: { value } }) => {
                if (!value) return;
                now(async () => {
                  await work(partner.id, value, true);
                  return {
                    told: `${partner.name} works for ${nameOf(value)}`,
                    undo: () => work(partner.id, value, false),
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
    </Page>
  );
}
