// Everything the log knows about one event.
import { Alert, Anchor, Code, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { policyChanges, type Json } from '#policy';
import { api, ask } from '../../api/client';
import { sayProblem } from '../../api/problem';
import { Busy } from '../../parts/busy';
import classes from './audit.module.css';
import { sayActor } from './log-filters';
import { Moment } from './moments';
import { roleNames, sayField, sayValue, ticketOf, type LogEvent } from './say-event';

interface EventProps {
  readonly event: LogEvent;
  readonly nameOf: (id: string) => string;
}

export const EventDetails = ({ event, nameOf }: EventProps) => (
  <Stack gap="sm" p="sm" className={classes.details}>
    <What event={event} nameOf={nameOf} />
    <Origins event={event} />
    <WholeLife ticket={ticketOf(event)} />
    <details>
      <summary>As the log has it</summary>
      <Code block mt="xs" className={classes.json} tabIndex={0} aria-label="The event's data">
        {JSON.stringify(event.data, null, 2)}
      </Code>
    </details>
  </Stack>
);

const WholeLife = ({ ticket }: { readonly ticket: string | null }) =>
  ticket && (
    <Group>
      <Anchor component={Link} to={`/audit/${ticket}`} size="sm">
        The ticket’s whole life
      </Anchor>
    </Group>
  );

function What({ event, nameOf }: EventProps) {
  const { type, data, revision } = event;
  if (type === 'TicketPolicyPublished') return <PolicyDifference version={Number(revision)} policy={data.policy} />;
  if (type === 'DirectoryChanged') return <DirectoryDifference data={data} nameOf={nameOf} />;
  const said = Object.entries(data).filter(([, value]) => sayValue(value) !== 'none');
  return (
    <dl className={classes.facts}>
      {said.map(([field, value]) => (
        <Fragment key={field}>
          <dt>{sayField(field)}</dt>
          <dd>{sayValue(value, nameOf)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Against the version before it; the first one has none. */
function PolicyDifference({ version, policy }: { readonly version: number; readonly policy: unknown }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['audit', 'policy', version - 1],
    queryFn: ({ signal }) =>
      ask(api.GET('/v1/policy', { params: { query: { version: String(version - 1) } }, signal })),
    enabled: version > 0,
    staleTime: Infinity,
  });
  if (version === 0) return <Text size="sm">The organisation’s first policy; what it says is below.</Text>;
  if (error) return <Alert color="red">The version before it could not be read: {sayProblem(error)}</Alert>;
  if (isPending)
    return (
      <Busy label="Reading the version before it">
        <Loader size="xs" />
      </Busy>
    );
  const { version: _version, ...before } = data as unknown as Record<string, Json>;
  const changes = policyChanges(before, policy as Json);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        Policy version {version}, compared with version {version - 1}
      </Text>
      {changes.length === 0 && <Text size="sm">Nothing differs.</Text>}
      <List size="sm" spacing={2}>
        {changes.map(({ field, message }) => (
          <List.Item key={field}>
            {message} <Code>{field}</Code>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

type Fields = Readonly<Record<string, { readonly from?: unknown; readonly to?: unknown }>>;

function DirectoryDifference({
  data,
  nameOf,
}: {
  readonly data: LogEvent['data'];
  readonly nameOf: EventProps['nameOf'];
}) {
  const fields = Object.entries((data.fields ?? {}) as Fields);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {sayValue(data.entity)} {sayValue(data.id, nameOf)} was {sayValue(data.change)}
      </Text>
      <List size="sm" spacing={2}>
        {fields.map(([field, { from, to }]) => (
          <List.Item key={field}>
            {sayField(field)}
            {from === undefined && to === undefined
              ? ' changed; what names or reaches a person is never written down here'
              : `: ${sayValue(from, nameOf)} → ${sayValue(to, nameOf)}`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** Who, when, by which policy, and what it came from. */
export function Origins({ event, cause }: { readonly event: LogEvent; readonly cause?: React.ReactNode }) {
  const { actor, occurredAt, recordedAt, policyVersion, origin, importedBy } = event;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ['who', <Actor key="who" actor={actor} />],
    ['happened', <Moment key="happened" at={occurredAt} />],
    ['recorded', <Recorded key="recorded" occurredAt={occurredAt} recordedAt={recordedAt} />],
    ['policy', `version ${policyVersion}`],
    ['origin', origin === 'import' ? `imported${importedBy ? `, by ${importedBy}` : ''}` : sayLive(event.type)],
    ['caused by', cause ?? sayCause(event)],
    ['correlation', <Code key="correlation">{event.correlationId}</Code>],
    ['command', <Code key="command">{event.commandId}</Code>],
    ['event', <Code key="event">{event.eventId}</Code>],
    [
      'place',
      <Text key="place" span size="sm" inherit>
        <Code>{event.stream}</Code> revision {event.revision}, position {event.position} of the log
      </Text>,
    ],
    ['hash', <Code key="hash">{event.hash}</Code>],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, said]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** What somebody asked for is its own cause; a reaction names the event or the command it answers. */
const sayCause = ({ causationId, correlationId, commandId, actor }: LogEvent): React.ReactNode =>
  causationId === correlationId || causationId === commandId ? (
    actor.kind === 'user' ? (
      'what this person asked for'
    ) : (
      'what this caller asked for'
    )
  ) : (
    <Code key="cause">{causationId}</Code>
  );

const sayLive = (type: string): string =>
  type === 'TicketAdopted' ? 'live: from here on the imported ticket is worked on here' : 'live';

export const Actor = ({ actor }: { readonly actor: LogEvent['actor'] }) => (
  <>
    <b>{sayActor(actor)}</b> ({roleNames(actor.role)}
    {actor.kind !== 'user' && actor.kind !== actor.role && `, ${actor.kind}`})
  </>
);

const minute = 60_000;

function Recorded({ occurredAt, recordedAt }: Pick<LogEvent, 'occurredAt' | 'recordedAt'>) {
  const late = Date.parse(recordedAt) - Date.parse(occurredAt);
  return (
    <>
      <Moment at={recordedAt} />
      {late >= minute && <b> ({sayLate(late)} later)</b>}
    </>
  );
}

const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
function sayLate(milliseconds: number): string {
  const units = [
    [24 * 60 * minute, 'days'],
    [60 * minute, 'hours'],
    [minute, 'minutes'],
  ] as const;
  const [size, name] = units.find(([one]) => milliseconds >= 2 * one) ?? [minute, 'minute'];
  return `${number.format(milliseconds / size)} ${name}`;
}
