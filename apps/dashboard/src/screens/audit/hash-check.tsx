// Whether history is still what was written, in words an auditor can put into a report.
import { Alert, Button, Code, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, ask, type Schemas } from '../../api/client';
import { sayProblem } from '../../api/problem';
import { sayCount } from '../../parts/count';
import classes from './audit.module.css';
import { sayMoment, zoneName } from './moments';
import { nameOfEvent } from './say-event';

type Broken = Schemas['BrokenEventBody'];
/** `at`: when it was complete, ISO 8601 */
type Verdict = Schemas['VerificationBody'] & { readonly at: string };

const reasons: Readonly<Record<Broken['reason'], string>> = {
  hash: 'Its content is not what was written: the hash computed from what is stored now differs from the one it was stored with.',
  link: 'It does not follow the event before it: the hash it names as its predecessor’s is another one. Something was exchanged or put in between.',
  revision: 'Events before it are missing: the count has a gap.',
  id: 'Its id was made for another content.',
  malformed: 'It cannot even be read as an event any more.',
};

interface HashCheckProps {
  /** one ticket; absent: everything of the organisation */
  readonly ticket?: { readonly id: string; readonly number: string };
}

export function HashCheck({ ticket }: HashCheckProps) {
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: async (): Promise<Verdict> => {
      const { signal } = (stop.current = new AbortController());
      const verdict = await ask(api.POST('/v1/audit/verify', { body: ticket ? { id: ticket.id } : {}, signal }));
      return { ...verdict, at: new Date().toISOString() };
    },
    gcTime: 0,
  });
  const what = ticket ? `ticket ${ticket.number}` : 'the whole organisation';
  return (
    <Paper withBorder p="md" maw={860} component="section" aria-label="Hash check">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            Hash check of {what}
          </Title>
          <Button variant={data ? 'default' : 'filled'} size="xs" loading={isPending} onClick={() => mutate()}>
            {data ? 'Check again' : 'Check now'}
          </Button>
        </Group>
        {isPending && (
          <Busy
            whole={!ticket}
            onStop={() => {
              stop.current?.abort();
              reset();
            }}
          />
        )}
        <div aria-live="polite">
          {!isPending && data && <VerdictAlert verdict={data} what={what} ofTicket={ticket !== undefined} />}
        </div>
        {error && !isPending && (
          <Alert color="red" title="The check could not be made">
            {sayProblem(error)} Nothing is known about the events from this attempt.
          </Alert>
        )}
        <Meaning />
      </Stack>
    </Paper>
  );
}

function Busy({ whole, onStop }: { readonly whole: boolean; readonly onStop: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Stack gap={6}>
      <Progress value={100} animated striped aria-label="Computing hashes" />
      <Group justify="space-between">
        <Text size="sm" role="status">
          Computing every hash anew …{seconds > 1 && ` ${seconds} s`}
          {whole && ' A long history takes minutes; this page must stay open.'}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onStop}>
          Stop waiting
        </Button>
      </Group>
    </Stack>
  );
}

interface VerdictProps {
  readonly verdict: Verdict;
  readonly what: string;
  readonly ofTicket: boolean;
}

function VerdictAlert({ verdict: { ok, checked, firstBroken, at }, what, ofTicket }: VerdictProps) {
  const when = `${sayMoment(at)} (${zoneName})`;
  if (ok || !firstBroken) {
    return (
      <Alert
        color="green"
        icon={<IconShieldCheck aria-hidden />}
        title="Sound"
        classNames={{ title: classes.sound ?? '' }}
        data-verdict="sound"
      >
        All {sayCount(checked)} events of {what} are what was written, in the order in which they were written. Checked{' '}
        {when}.
      </Alert>
    );
  }
  const { type, revision, position, stream, eventId, reason } = firstBroken;
  return (
    <Alert
      color="red"
      icon={<IconShieldX aria-hidden />}
      title="Broken"
      classNames={{ title: classes.broken ?? '' }}
      data-verdict="broken"
    >
      <Stack gap={6}>
        <Text size="sm">
          The history of {what} is not what was written. The first event that does not fit is{' '}
          <b>
            “{nameOfEvent(type)}”, revision {revision}
          </b>
          {ofTicket ? '' : ' of its stream'}.
        </Text>
        <Text size="sm">{reasons[reason]}</Text>
        <Text size="sm">
          {sayCount(checked)} events before it were found sound; those after it were not looked at. Checked {when}.
        </Text>
        <Text size="sm">
          Stream <Code>{stream}</Code>, position {position}, event <Code>{eventId}</Code>, reason <Code>{reason}</Code>
        </Text>
      </Stack>
    </Alert>
  );
}

const Meaning = () => (
  <details>
    <summary>
      <Text span size="sm">
        What this proves, and what it does not
      </Text>
    </summary>
    <Stack gap={6} pt="xs">
      <Text size="sm">
        Every event carries the SHA-256 of itself as stored and of the event before it in its stream. The check computes
        all of them anew. It proves that nothing was changed, left out or put in between, short of writing everything
        after it anew. An erased ticket stays sound: hashes cover texts in their sealed form. It does not prove:
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          that nothing is missing at the end. A history that lost its last events is sound, only shorter, and one that
          was rewritten from some event on with all hashes computed again is sound, too. Both show against a hash kept
          elsewhere: keep evidence or an export where the keepers of the log have no hand, and compare;
        </List.Item>
        <List.Item>that what was written was true, or that the writer’s clock was right;</List.Item>
        <List.Item>anything about lists and counts: they are made from the log and can be made anew.</List.Item>
      </List>
    </Stack>
  </details>
);
