// API keys: of the whole tenant for administrators, of one's own for everybody else.
import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Modal,
  NativeSelect,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconCheck, IconCopy, IconPlus } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyScope } from '#access';
import { api, ask, type Schemas } from '../../api/client';
import { fieldErrors, sayProblem } from '../../api/problem';
import { may, useMe } from '../../api/session';
import { sayDone, sayFailed } from '../../parts/say';
import { Time } from '../../parts/time';
import { usersQuery } from './directory-data';
import { confirmFirst, FormButtons, Nothing, Off, Page, Refused, Waiting } from './parts';
import { rightGroups, sayRight } from './say-rights';

type Key = Schemas['ApiKeyBody'];

const keysQuery = infiniteQueryOptions({
  queryKey: ['admin', 'api-keys'],
  queryFn: ({ pageParam, signal }) =>
    ask(api.GET('/v1/api-keys', { params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, signal })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

export const KeysPage = () => (
  <Keys about="For programs that call Ledgerdesk. A key may do what its scopes name and its owner may at that moment, never more. You see and revoke all keys of the tenant." />
);

export const OwnKeysPage = () => (
  <Stack p="md" maw={1040}>
    <Keys
      own
      about="For programs that call Ledgerdesk in your name. A key may do what its scopes name and you may at that moment, never more."
    />
  </Stack>
);

function Keys({ about, own = false }: { readonly about: string; readonly own?: boolean }) {
  const me = useMe();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string>();
  const { data, isPending, error, hasNextPage, fetchNextPage } = useInfiniteQuery(keysQuery);
  const revoking = useMutation({
    mutationFn: ({ id }: Key) => ask(api.DELETE('/v1/api-keys/{keyId}', { params: { path: { keyId: id } } })),
    onSuccess: async (_, { name }) => {
      await client.invalidateQueries({ queryKey: keysQuery.queryKey });
      sayDone(`“${name}” is revoked`);
    },
    onError: (refused) => sayFailed(refused),
  });
  if (error && !data) throw error;
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const keys = own ? all.filter(({ owner }) => owner.id === me.user.id) : all;
  return (
    <Page
      title="API keys"
      about={about}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          New key
        </Button>
      }
    >
      {isPending ? (
        <Waiting />
      ) : keys.length === 0 ? (
        <Nothing>There are no keys yet.</Nothing>
      ) : (
        <Table.ScrollContainer minWidth={620}>
          <Table aria-label="API keys" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Key</Table.Th>
                <Table.Th>Owner</Table.Th>
                <Table.Th>May</Table.Th>
                <Table.Th>Last used</Table.Th>
                <Table.Th>Expires</Table.Th>
                <Table.Th aria-label="Actions" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {keys.map((key) => (
                <Table.Tr key={key.id}>
                  <Table.Td>
                    <Text fw={500}>{key.name}</Text>
                    <Text size="sm" c="dimmed" ff="monospace">
                      {key.prefix}…{key.last4}
                    </Text>
                  </Table.Td>
                  <Table.Td>{key.owner.name}</Table.Td>
                  <Table.Td maw={220}>
                    <Text size="sm">{key.scopes.map((scope) => sayRight[scope]).join(', ')}</Text>
                  </Table.Td>
                  <Table.Td>{key.lastUsedAt ? <Time at={key.lastUsedAt} /> : 'never'}</Table.Td>
                  <Table.Td>
                    {!key.expiresAt ? (
                      'never'
                    ) : Date.parse(key.expiresAt) < Date.now() ? (
                      <Off>expired</Off>
                    ) : (
                      new Date(key.expiresAt).toLocaleDateString(undefined, { dateStyle: 'medium' })
                    )}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      aria-label={`Revoke ${key.name}`}
                      onClick={() =>
                        confirmFirst(
                          {
                            title: `Revoke “${key.name}”?`,
                            text: 'Programs that use it are refused at once, and for ever. This cannot be undone.',
                            yes: 'Revoke',
                          },
                          () => revoking.mutate(key),
                        )
                      }
                    >
                      Revoke
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
      <Modal
        opened={making}
        onClose={() => setMaking(false)}
        title="New key"
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {making && (
          <KeyForm
            forServices={!own && may(me, 'administer')}
            onCancel={() => setMaking(false)}
            onMade={async (key) => {
              setMaking(false);
              setMade(key);
              await client.invalidateQueries({ queryKey: keysQuery.queryKey });
            }}
          />
        )}
      </Modal>
      <Modal
        opened={made !== undefined}
        onClose={() => setMade(undefined)}
        title="Copy the key now"
        size="lg"
        closeOnClickOutside={false}
        withCloseButton={false}
      >
        <Stack>
          <Text size="sm">It is shown this once. Nobody, not even Ledgerdesk, can show it again.</Text>
          <Code block data-testid="api-key" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {made}
          </Code>
          <Group justify="flex-end">
            <CopyButton value={made ?? ''}>
              {({ copied, copy }) => (
                <Button
                  variant="light"
                  leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                  onClick={copy}
                  data-autofocus
                >
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
            <Button onClick={() => setMade(undefined)}>I have it</Button>
          </Group>
        </Stack>
      </Modal>
    </Page>
  );
}

interface KeyFormProps {
  readonly forServices: boolean;
  readonly onCancel: () => void;
  readonly onMade: (key: string) => void | Promise<void>;
}

const groupsOfScopes = [{ title: 'Seeing', rights: ['read'] as const }, ...rightGroups];

function KeyForm({ forServices, onCancel, onMade }: KeyFormProps) {
  const me = useMe();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ReadonlySet<KeyScope>>(new Set(['read']));
  const [expires, setExpires] = useState('');
  const [userId, setUserId] = useState('');
  const { data: services } = useInfiniteQuery({
    ...usersQuery({ side: 'service', disabled: false }),
    enabled: forServices,
  });
  const making = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/v1/api-keys', {
          body: {
            name: name.trim(),
            scopes: [...scopes],
            ...(expires && { expiresAt: new Date(`${expires}T23:59:59`).toISOString() }),
            ...(userId && { userId }),
          },
        }),
      ),
    onSuccess: ({ key }) => onMade(key),
  });
  const wrong = fieldErrors(making.error);
  const offered = (scope: KeyScope) => scope === 'read' || me.capabilities.includes(scope);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: forServices ? 3 : 2 }}>
          <TextInput
            label="What it is for"
            value={name}
            maxLength={100}
            data-autofocus
            error={wrong['name']}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <TextInput
            type="date"
            label="Expires after"
            value={expires}
            min={new Date().toISOString().slice(0, 10)}
            error={wrong['expiresAt']}
            onChange={({ currentTarget }) => setExpires(currentTarget.value)}
          />
          {forServices && (
            <NativeSelect
              label="Acts as"
              data={[
                { value: '', label: `${me.user.name} (you)` },
                ...(services?.pages.flatMap(({ items }) => items) ?? []).map((service) => ({
                  value: service.id,
                  label: service.name,
                })),
              ]}
              value={userId}
              error={wrong['userId']}
              onChange={({ currentTarget }) => setUserId(currentTarget.value)}
            />
          )}
        </SimpleGrid>
        {groupsOfScopes.map(({ title, rights }) => {
          const shown = rights.filter(offered);
          return shown.length === 0 ? null : (
            <fieldset key={title} style={{ border: 0, padding: 0, margin: 0 }}>
              <Text component="legend" fw={600} size="sm" mb={6}>
                {title}
              </Text>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} verticalSpacing={6}>
                {shown.map((scope) => (
                  <Checkbox
                    key={scope}
                    label={sayRight[scope]}
                    checked={scopes.has(scope)}
                    onChange={({ currentTarget: { checked } }) => {
                      const next = new Set(scopes);
                      if (checked) next.add(scope);
                      else next.delete(scope);
                      setScopes(next);
                    }}
                  />
                ))}
              </SimpleGrid>
            </fieldset>
          );
        })}
        {!scopes.has('read') && (
          <Alert color="orange" py="xs">
            Without “{sayRight.read}” the key sees no ticket at all: enough for a form that opens them.
          </Alert>
        )}
        {scopes.size === 0 ? (
          <Text size="sm" c="dimmed">
            Choose what it may do. <Badge size="xs">at least one</Badge>
          </Text>
        ) : (
          <Refused error={making.error && Object.keys(wrong).length === 0 ? making.error : undefined} />
        )}
        {wrong['scopes'] && <Text c="var(--mantine-color-error)">{sayProblem(making.error)}</Text>}
        <FormButtons busy={making.isPending} save="Make the key" onCancel={onCancel} />
      </Stack>
    </form>
  );
}
