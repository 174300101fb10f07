// Clients and their projects.
import { ActionIcon, Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client';
import { adminClientsQuery, ifMatch, projectsQuery, useDirectory, type Client } from './directory-data';
import { Card, confirmFirst, Nothing, Page, slugOf, Waiting } from './parts';
import { Rename } from './sortable';

const renameClient = (clientId: string, name: string, version?: number) =>
  ask(
    api.PATCH('/v1/admin/clients/{clientId}', {
      params: { path: { clientId }, ...(version !== undefined && { header: ifMatch(version) }) },
      body: { name },
    }),
  );
const renameProject = (projectId: string, clientId: string, name: string, version?: number) =>
  ask(
    api.PATCH('/v1/admin/projects/{projectId}', {
      params: {
        path: { projectId },
        query: { clientId },
        ...(version !== undefined && { header: ifMatch(version) }),
      },
      body: { name },
    }),
  );

export function ClientsPage() {
  const { now, busy } = useDirectory();
  const [q, setQ] = useState('');
  const [wanted] = useDebouncedValue(q.trim(), 200);
  const [shown, setShown] = useState<string>();
  const { data, isPending, error, hasNextPage, fetchNextPage } = useInfiniteQuery(adminClientsQuery(wanted));
  if (error && !data) throw error;
  const clients = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title="Clients and projects"
      about="The organisations that are supported. A client or project goes only when no ticket and nobody belongs to it."
    >
      <AddNamed
        what="client"
        busy={busy}
        onAdd={(id, name) =>
          now(async () => {
            await ask(api.POST('/v1/admin/clients', { body: { id, name } }));
            return { told: `${name} is there` };
          })
        }
      />
      <TextInput
        aria-label="Search clients"
        placeholder="Search"
        leftSection={<IconSearch size={16} />}
        value={q}
        onChange={({ currentTarget }) => setQ(currentTarget.value)}
      />
      {isPending && <Waiting height={62} />}
      {data && clients.length === 0 && <Nothing>There is no client like that.</Nothing>}
      {clients.map((client) => (
        <Card key={client.id} label={client.name}>
          <Group justify="space-between" wrap="nowrap">
            <Rename
              name={client.name}
              what="client"
              onRename={(name) =>
                now(async () => {
                  await renameClient(client.id, name, client.version);
                  return { told: `Now called ${name}`, undo: () => renameClient(client.id, client.name) };
                })
              }
            >
              <Title order={2} size="h5">
                {client.name}
              </Title>
              <Text size="sm" c="dimmed" visibleFrom="xs">
                {client.id}
              </Text>
            </Rename>
            <Group gap={4} wrap="nowrap">
              <Button
                size="compact-sm"
                variant="subtle"
                aria-expanded={shown === client.id}
                aria-label={`Projects of ${client.name}`}
                onClick={() => setShown(shown === client.id ? undefined : client.id)}
              >
                Projects
              </Button>
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={`Remove ${client.name}`}
                onClick={() =>
                  confirmFirst(
                    {
                      title: `Remove ${client.name}?`,
                      text: 'It is refused while tickets, people or projects belong to it.',
                      yes: 'Remove',
                    },
                    () =>
                      now(async () => {
                        await ask(
                          api.DELETE('/v1/admin/clients/{clientId}', { params: { path: { clientId: client.id } } }),
                        );
                        return { told: `${client.name} is removed` };
                      }),
                  )
                }
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          </Group>
          {shown === client.id && <Projects client={client} />}
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

function Projects({ client }: { readonly client: Client }) {
  const { now, busy } = useDirectory();
  const { data, isPending, error } = useInfiniteQuery(projectsQuery(client.id));
  if (error && !data) throw error;
  const projects = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="xs" mt="sm">
      {projects.length > 0 ? (
        <Table aria-label={`Projects of ${client.name}`} verticalSpacing={4}>
          <Table.Tbody>
            {projects.map((project) => (
              <Table.Tr key={project.id}>
                <Table.Td>
                  <Rename
                    name={project.name}
                    what="project"
                    onRename={(name) =>
                      now(async () => {
                        await renameProject(project.id, client.id, name, project.version);
                        return {
                          told: `Now called ${name}`,
                          undo: () => renameProject(project.id, client.id, project.name),
                        };
                      })
                    }
                  />
                </Table.Td>
                <Table.Td ta="right">
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={`Remove ${project.name}`}
                    onClick={() =>
                      confirmFirst(
                        {
                          title: `Remove ${project.name}?`,
                          text: 'It is refused while tickets or people belong to it.',
                          yes: 'Remove',
                        },
                        () =>
                          now(async () => {
                            const params = { path: { projectId: project.id }, query: { clientId: client.id } };
                            await ask(api.DELETE('/v1/admin/projects/{projectId}', { params }));
                            return { told: `${project.name} is removed` };
                          }),
                      )
                    }
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Text size="sm" c="dimmed">
          {isPending ? 'Looking…' : 'It has no projects.'}
        </Text>
      )}
      <AddNamed
        what="project"
        of={client.name}
        busy={busy}
        onAdd={(id, name) =>
          now(async () => {
            await ask(api.POST('/v1/admin/projects', { body: { id, name, clientId: client.id } }));
            return { told: `${name} is there` };
          })
        }
      />
    </Stack>
  );
}

interface AddNamedProps {
  readonly what: string;
  readonly of?: string;
  readonly busy: boolean;
  readonly onAdd: (id: string, name: string) => void;
}

function AddNamed({ what, of, busy, onAdd }: AddNamedProps) {
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (slugOf(name) === '') return;
        onAdd(slugOf(name), name.trim());
        setName('');
      }}
    >
      <Group gap="xs">
        <TextInput
          aria-label={`New ${what}${of ? ` of ${of}` : ''}`}
          placeholder={`Name of a new ${what}`}
          flex="1 1 160px"
          maw={320}
          value={name}
          maxLength={200}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button
          type="submit"
          variant="light"
          leftSection={<IconPlus size={14} />}
          disabled={slugOf(name) === ''}
          loading={busy}
        >
          Add
        </Button>
      </Group>
    </form>
  );
}
