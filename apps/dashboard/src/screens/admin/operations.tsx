// What goes on in the background: read models and how far they are, rebuilds, and jobs.
import { Alert, Badge, Button, Group, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../../api/client';
import { sayLag } from '../../parts/behind';
import { sayCount } from '../../parts/count';
import { sayDone, sayFailed } from '../../parts/say';
import { Time } from '../../parts/time';
import { useSaysFailure } from '../../shell/failure';
import { Card, confirmFirst, Nothing, Page, Waiting } from './parts';

type Model = Schemas['ProjectionBody'];
type Job = Schemas['FailedJobBody'];

const about: Readonly<Record<string, string>> = {
  'ticket-list': 'Lists, queues and badges',
  'ticket-thread': 'Conversations',
  'ticket-links': 'Links between tickets',
  'ticket-search': 'Search and tags',
  'due-timers': 'Tickets that close by themselves',
  'deleted-tickets': 'Deleted tickets, for auditors',
};

export function OperationsPage() {
  const models = useQuery({
    queryKey: ['admin', 'projections'],
    queryFn: ({ signal }) => ask(api.GET('/v1/admin/projections', { signal })),
    // Often while something is being built, seldom else.
    refetchInterval: ({ state: { data } }) => (data?.items.some(({ progress }) => progress !== null) ? 700 : 5_000),
  });
  const jobs = useQuery({
    queryKey: ['admin', 'jobs'],
    queryFn: ({ signal }) => ask(api.GET('/v1/admin/jobs', { signal })),
    refetchInterval: 5_000,
  });
  const jobsAway = jobs.error !== null && !jobs.data;
  useSaysFailure(jobsAway);
  if (models.error && !models.data) throw models.error;
  return (
    <Page
      title="Background work"
      about="Lists and searches are read models, built from the log of events. They follow it within moments, and can be built anew at any time; readers see the old rows until the new ones are there."
    >
      <Title order={2} size="h5">
        Read models
      </Title>
      {models.isPending && <Waiting height={96} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {models.data?.items.map((model) => (
          <ModelCard key={model.name} model={model} />
        ))}
      </SimpleGrid>
      <Title order={2} size="h5" mt="xs">
        Jobs
      </Title>
      {jobs.isPending && <Waiting />}
      {jobs.data && (
        <>
          <SimpleGrid cols={{ base: 2, sm: 4 }}>
            {jobs.data.queues.flatMap(({ name, counts }) =>
              Object.entries(counts).map(([state, count]) => (
                <Card key={`${name} ${state}`} label={`${stateNames[state] ?? state} jobs`}>
                  <Text size="xl" fw={600} className="figures">
                    {sayCount(count)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {stateNames[state] ?? state}
                  </Text>
                </Card>
              )),
            )}
          </SimpleGrid>
          <FailedJobs jobs={jobs.data.failed} />
        </>
      )}
      {jobsAway && (
        <Alert color="orange" role="status">
          The queue cannot be asked at the moment. Nothing is lost: what is due is known to a read model too.
        </Alert>
      )}
    </Page>
  );
}

const stateNames: Readonly<Record<string, string>> = {
  waiting: 'waiting',
  delayed: 'set for later',
  active: 'in hand',
  failed: 'failed, parked',
};

function sayState({ state, lagMs, progress }: Model): string {
  if (state === 'halted') return 'Halted';
  if (progress !== null) return 'Being built';
  if (lagMs === null) return 'Not yet run';
  return lagMs < 1_000 ? 'Up to date' : sayLag(lagMs);
}

function ModelCard({ model }: { readonly model: Model }) {
  const client = useQueryClient();
  const { name, state, progress, error, rebuiltAt } = model;
  const building = progress !== null;
  const params = { path: { name } };
  const order = async (act: () => Promise<Model>, told: string) => {
    try {
      const next = await act();
      client.setQueryData<Schemas['ProjectionsBody']>(['admin', 'projections'], (data) =>
        data ? { items: data.items.map((item) => (item.name === name ? next : item)) } : data,
      );
      sayDone(told);
    } catch (refused) {
      sayFailed(refused);
    }
    await client.invalidateQueries({ queryKey: ['admin', 'projections'] });
  };
  return (
    <Card label={name}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={3} size="h6">
              {about[name] ?? name}
            </Title>
            <Text size="sm" c="dimmed" ff="monospace">
              {name}
            </Text>
          </div>
          <Badge
            variant="dot"
            tt="none"
            color={state === 'halted' ? 'red' : building ? 'indigo' : 'teal'}
            style={{ flexShrink: 0 }}
          >
            {sayState(model)}
          </Badge>
        </Group>
        {error && (
          <Alert color="red" icon={<IconAlertTriangle size={16} />} py="xs" role="alert">
            {error}
          </Alert>
        )}
        {building && (
          <Group gap="xs" wrap="nowrap">
            <Progress flex={1} value={progress * 100} aria-label={`How far ${name} is`} />
            <Text size="sm" className="figures">
              {Math.floor(progress * 100)} %
            </Text>
          </Group>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {rebuiltAt ? (
              <>
                Built anew <Time at={rebuiltAt} />
              </>
            ) : (
              'Never built anew'
            )}
          </Text>
          {building ? (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={`Give up the rebuild of ${name}`}
              onClick={() =>
                confirmFirst(
                  {
                    title: 'Give up this rebuild?',
                    text: 'What it has built is thrown away. The rows that readers see stay as they are.',
                    yes: 'Give it up',
                  },
                  () =>
                    void order(
                      () => ask(api.DELETE('/v1/admin/projections/{name}/rebuild', { params })),
                      'The rebuild is given up',
                    ),
                )
              }
            >
              Give up
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Build ${name} anew`}
              onClick={() =>
                confirmFirst(
                  {
                    title: `Build ${name} anew?`,
                    text: 'All events are read again, beside what readers see; that takes work of the database. Nothing is lost by it, no mail is sent and no job is run.',
                    yes: 'Build anew',
                    danger: false,
                  },
                  () =>
                    void order(
                      () => ask(api.POST('/v1/admin/projections/{name}/rebuild', { params })),
                      `${name} is being built anew`,
                    ),
                )
              }
            >
              Build anew
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

const works: Readonly<Record<string, string>> = {
  'auto-close': 'Close a resolved ticket',
  wake: 'Wake a snoozed ticket',
};

function FailedJobs({ jobs }: { readonly jobs: readonly Job[] }) {
  const client = useQueryClient();
  const retry = async ({ id }: Job) => {
    try {
      await ask(api.POST('/v1/admin/jobs/{jobId}/retry', { params: { path: { jobId: id } }, body: {} }));
      sayDone('It is tried again');
    } catch (error) {
      sayFailed(error);
    }
    await client.invalidateQueries({ queryKey: ['admin', 'jobs'] });
  };
  if (jobs.length === 0) return <Nothing>No job has failed.</Nothing>;
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table aria-label="Failed jobs" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Job</Table.Th>
            <Table.Th>Why it failed</Table.Th>
            <Table.Th>Failed</Table.Th>
            <Table.Th aria-label="Actions" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jobs.map((job) => (
            <Table.Tr key={job.id}>
              <Table.Td>
                <Text fw={500}>{works[job.kind] ?? job.kind}</Text>
                <Text size="sm" c="dimmed" ff="monospace">
                  {job.ticketId}
                </Text>
              </Table.Td>
              <Table.Td>
                {job.error} <Text span c="dimmed" size="sm">{`(${job.attempts} attempts)`}</Text>
              </Table.Td>
              <Table.Td>{job.failedAt ? <Time at={job.failedAt} /> : '—'}</Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="light"
                  aria-label={`Try again: ${job.id}`}
                  onClick={() => void retry(job)}
                >
                  Try again
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
