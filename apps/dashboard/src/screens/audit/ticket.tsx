// A ticket's life: any moment of it, what each step changed, who did it and why, and whether it still holds.
import {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Button,
  CopyButton,
  Group,
  Loader,
  Paper,
  Select,
  Slider,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconLink, IconRefresh } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Picture } from '#ticket';
import { isProblem, sayProblem } from '../../api/problem';
import { may, useMe } from '../../api/session';
import { Busy } from '../../parts/busy';
import { NoPermission } from '../../shell/places';
import classes from './audit.module.css';
import { Comparison } from './comparison';
import { EvidenceButton, EvidenceError, useEvidence } from './evidence';
import { Actor, Origins } from './event-details';
import { HashCheck } from './hash-check';
import { addressOf, indexOf, indexOfMoment, lifeQuery, momentQuery, type Life } from './life';
import { Moment, MomentInput, sayMoment } from './moments';
import { gistOf, nameOfEvent, type Step } from './say-event';
import type { MomentSearch } from './search';
import { useLifeNames } from './use-life-names';

const route = getRouteApi('/shell/audit/$id');
type NameOf = (id: string) => string;

export const TicketLife = () => (may(useMe(), 'audit') ? <LifeOf /> : <NoPermission />);

function LifeOf() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: life, refetch, isFetching } = useSuspenseQuery(lifeQuery(id));
  const nameOf = useLifeNames(life);
  const cut = useQuery(momentQuery(id, search));
  const isCut = search.at !== undefined || search.knownAt !== undefined;
  const index = !isCut
    ? indexOf(life, search)
    : cut.data
      ? indexOfMoment(life, cut.data.revision, search)
      : isProblem(cut.error) && cut.error.status === 404
        ? -1
        : null;
  const now = life.pictures.at(-1) as Picture;
  const last = life.steps.length - 1;
  const go = useCallback(
    (moment: MomentSearch) => void navigate({ search: moment, replace: true, resetScroll: false }),
    [navigate],
  );
  const goTo = (wanted: number) => {
    const step = life.steps[Math.max(0, Math.min(wanted, last))];
    if (step) go(addressOf(step));
  };
  useEffect(() => {
    document.title = `${now.number} · its life`;
    return () => {
      document.title = 'Ledgerdesk';
    };
  }, [now.number]);
  const step = index === null ? undefined : life.steps[index];
  const after = isCut ? cut.data?.state : index === null ? undefined : life.pictures[index];
  return (
    <Stack p="md" gap="md" maw={1320} mx="auto">
      <Head now={now} onAgain={() => void refetch()} busy={isFetching} nameOf={nameOf} />
      <Paper withBorder p="md" component="section" aria-label="Moments">
        <AsOf search={search} onChange={go} onNow={() => go({})} />
        <TimeSlider life={life} index={index} onChange={goTo} />
      </Paper>
      {cut.error && index === null && (
        <Alert color="red" title="That moment could not be shown">
          {sayProblem(cut.error)}
        </Alert>
      )}
      {index === -1 && (
        <Alert color="blue" title={search.knownAt ? 'Nothing was known of it yet' : 'There was no such ticket yet'}>
          Its first event {search.knownAt ? 'was recorded' : 'happened'}{' '}
          {sayMoment((search.knownAt ? life.steps[0]?.recordedAt : life.steps[0]?.occurredAt) ?? now.createdAt)}.
        </Alert>
      )}
      {isCut && cut.isPending && (
        <Busy label="Looking at that moment">
          <Loader size="sm" />
        </Busy>
      )}
      <div className={classes.life}>
        <Stack gap="md" miw={0}>
          {step && after && index !== null && (
            <Paper withBorder p="md" component="section" aria-label="The step">
              <Stack gap="md">
                <div role="status">
                  <Text size="sm" c="dimmed">
                    Event {index + 1} of {last + 1}
                    {isCut && `, the last one by ${sayMoment(search.at ?? search.knownAt ?? '')}`}
                  </Text>
                  <Text fw={600} data-testid="step-name">
                    {nameOfEvent(step.type)}
                  </Text>
                  <Text size="sm">
                    <Actor actor={step.actor} /> · <Moment at={step.occurredAt} />
                  </Text>
                </div>
                <Comparison before={life.pictures[index - 1] ?? null} after={after} nameOf={nameOf} />
              </Stack>
            </Paper>
          )}
          {step && (
            <Paper withBorder p="md" component="section" aria-label="Where it came from">
              <Title order={2} size="h5" mb="xs">
                Where it came from
              </Title>
              <Origins event={step} cause={causeOf(step, life.steps, goTo)} />
            </Paper>
          )}
          <HashCheck ticket={{ id: now.ticketId, number: now.number }} key={now.ticketId} />
        </Stack>
        <Steps life={life} index={index} onChange={goTo} nameOf={nameOf} />
      </div>
    </Stack>
  );
}

interface HeadProps {
  readonly now: Picture;
  readonly onAgain: () => void;
  readonly busy: boolean;
  readonly nameOf: NameOf;
}

function Head({ now, onAgain, busy, nameOf }: HeadProps) {
  const me = useMe();
  const evidence = useEvidence(now.ticketId);
  const { deleted, mergedInto } = now;
  return (
    <Stack gap="sm" component="header">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <ActionIcon component={Link} to="/audit" variant="subtle" color="gray" aria-label="To the log">
          <IconArrowLeft size={18} />
        </ActionIcon>
        <Stack gap={4} miw={0} flex={1}>
          <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {deleted ? `${now.number} (erased)` : now.subject}
          </Title>
          <Group gap={8}>
            <Text size="sm" c="dimmed" className="figures">
              {now.number}
            </Text>
            {deleted && (
              <Badge color="red" variant="light" tt="none">
                Deleted
              </Badge>
            )}
            {!now.live && (
              <Badge variant="default" tt="none" fw={500}>
                Imported
              </Badge>
            )}
          </Group>
        </Stack>
      </Group>
      <Group gap="xs">
        <EvidenceButton evidence={evidence} />
        {me.side === 'staff' && !deleted && (
          <Button component={Link} to={`/tickets/${now.ticketId}`} size="xs" variant="default">
            Open the ticket
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={onAgain}
        >
          Read again
        </Button>
      </Group>
      <EvidenceError evidence={evidence} />
      {deleted && (
        <Alert color="red" title="This ticket was deleted">
          By {nameOf(deleted.by)}, {sayMoment(deleted.at)}. What people wrote in it was erased for ever, also from the
          steps below; that it happened, who did it and when stays.{' '}
          {deleted.reason && deleted.reason !== '[erased]' && `Reason: ${deleted.reason}`}
        </Alert>
      )}
      {mergedInto && (
        <Alert color="blue" title="This ticket was merged into another one">
          Its life goes on in{' '}
          <Anchor component={Link} to={`/audit/${mergedInto}`} inherit c="inherit" td="underline">
            {nameOf(mergedInto) === mergedInto ? 'the other ticket' : nameOf(mergedInto)}
          </Anchor>
          .
        </Alert>
      )}
    </Stack>
  );
}

interface AsOfProps {
  readonly search: MomentSearch;
  readonly onChange: (moment: MomentSearch) => void;
  readonly onNow: () => void;
}

/** `at` and `knownAt` differ where something was recorded after it had happened. */
function AsOf({ search, onChange, onNow }: AsOfProps) {
  const clock = useRef<'at' | 'knownAt'>('at');
  if (search.knownAt) clock.current = 'knownAt';
  if (search.at) clock.current = 'at';
  const moment = search.at ?? search.knownAt;
  return (
    <Group gap="xs" align="flex-end" mb="md">
      <Select
        key={clock.current}
        label="Show what"
        size="sm"
        w={216}
        allowDeselect={false}
        data={[
          { value: 'at', label: 'had happened by then' },
          { value: 'knownAt', label: 'was recorded by then' },
        ]}
        defaultValue={clock.current}
        onChange={(value) => {
          clock.current = value === 'knownAt' ? 'knownAt' : 'at';
          if (moment) onChange({ [clock.current]: moment });
        }}
      />
      <MomentInput
        label="Moment"
        step={0.001}
        w={256}
        value={moment}
        onChange={(at) => (at ? onChange({ [clock.current]: at }) : onNow())}
      />
      <Button size="sm" px="sm" variant="default" onClick={onNow}>
        As it is now
      </Button>
      <CopyButton value={globalThis.location.href}>
        {({ copied, copy }) => (
          <Button size="sm" px="xs" variant="subtle" leftSection={<IconLink size={16} aria-hidden />} onClick={copy}>
            {copied ? 'Copied' : 'Copy link'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

interface ChooseProps {
  readonly life: Life;
  /** null: not known yet; -1: before the first */
  readonly index: number | null;
  readonly onChange: (index: number) => void;
}

function TimeSlider({ life: { steps }, index, onChange }: ChooseProps) {
  const last = steps.length - 1;
  const at = Math.max(0, index ?? last);
  const marks = useMemo(() => steps.map((_, value) => ({ value })), [steps]);
  const say = (value: number): string => {
    const step = steps[value];
    return step ? `${nameOfEvent(step.type)}, ${sayMoment(step.occurredAt)}` : '';
  };
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon variant="default" aria-label="The event before" disabled={at <= 0} onClick={() => onChange(at - 1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Slider
          flex={1}
          className={classes.slider}
          min={0}
          max={Math.max(1, last)}
          disabled={last === 0}
          step={1}
          value={at}
          onChange={onChange}
          marks={marks}
          size={6}
          thumbSize={20}
          label={say}
          thumbLabel="Event"
          thumbValueText={say}
        />
        <ActionIcon
          variant="default"
          aria-label="The event after"
          disabled={at >= last}
          onClick={() => onChange(at + 1)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
      <Group justify="space-between" px={40} mt={2} visibleFrom="sm">
        {[steps[0], steps[last]].map((step, end) => (
          <Text key={end} size="xs" c="dimmed">
            {step && <Moment at={step.occurredAt} />}
          </Text>
        ))}
      </Group>
    </>
  );
}

function Steps({ life: { steps }, index, onChange, nameOf }: ChooseProps & { readonly nameOf: NameOf }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!chosen || !list.current) return;
    const { offsetTop, offsetHeight } = chosen;
    const { scrollTop, clientHeight } = list.current;
    if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = offsetTop - clientHeight / 2;
  }, [index]);
  return (
    <Paper withBorder component="section" aria-label="All steps">
      <Title order={2} size="h5" p="md" pb="xs">
        Its {steps.length} events
      </Title>
      <ol ref={list} className={classes.steps} style={{ position: 'relative' }}>
        {steps.map((step, at) => (
          <li key={step.eventId}>
            <UnstyledButton
              className={classes.step}
              aria-current={at === index ? 'step' : undefined}
              data-later={index !== null && at > index}
              onClick={() => onChange(at)}
            >
              <Text span size="sm" fw={500} display="block">
                {nameOfEvent(step.type)}
              </Text>
              <Text span size="xs" display="block" truncate>
                {gistOf(step, nameOf)}
              </Text>
              <Text span size="xs" c="dimmed" display="block">
                <Moment at={step.occurredAt} /> · {nameOf(step.actor.id)}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Paper>
  );
}

/** The step of this ticket that brought it about, where there is one. */
function causeOf(step: Step, steps: readonly Step[], onChoose: (index: number) => void): ReactNode {
  const index = steps.findIndex(
    ({ eventId, commandId }) =>
      eventId === step.causationId || (commandId === step.causationId && step.commandId !== step.causationId),
  );
  const cause = steps[index];
  return (
    cause && (
      <Anchor component="button" type="button" inherit td="underline" onClick={() => onChoose(index)}>
        event {index + 1}, {nameOfEvent(cause.type)}
      </Anchor>
    )
  );
}
