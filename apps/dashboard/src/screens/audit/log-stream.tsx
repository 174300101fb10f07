import { Alert, Badge, Button, Group, Loader, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconHistoryOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isProblem } from '../../api/problem';
import { sayCount } from '../../parts/count';
import { useNames } from '../../parts/use-names';
import { Broken } from '../../shell/broken';
import { Place } from '../../shell/places';
import classes from './audit.module.css';
import { EventDetails } from './event-details';
import { LogFilters, sayActor, useActors } from './log-filters';
import { Moment, zoneName } from './moments';
import { pageSize, useLog } from './read-log';
import { gistOf, nameOfEvent, roleNames, type LogEvent } from './say-event';
import type { LogSearch } from './search';

interface LogStreamProps {
  readonly search: LogSearch;
  readonly onChange: (changes: LogSearch) => void;
}

export function LogStream({ search, onChange }: LogStreamProps) {
  const log = useLog(search);
  const actors = useActors(log.events);
  const { events, state, error } = log;
  const missing = search.ticket !== undefined && isProblem(error) && error.status === 404;
  return (
    <Stack gap="sm" h="100%">
      <LogFilters search={search} onChange={onChange} actors={actors} />
      {error !== null && !missing ? (
        <Broken error={error} reset={log.again} />
      ) : missing || (events.length === 0 && state === 'end') ? (
        <Place
          icon={IconHistoryOff}
          title={missing ? 'There is no such ticket' : 'Nothing like that happened'}
          action={
            <Button variant="light" onClick={log.again}>
              Look again
            </Button>
          }
        >
          {missing
            ? 'Neither a present nor a deleted ticket has this number or id.'
            : 'No event fits these filters. Take one away to see more.'}
        </Place>
      ) : (
        <>
          <Rows events={events} busy={state === 'reading'} />
          <Foot log={log} search={search} onChange={onChange} />
        </>
      )}
    </Stack>
  );
}

/** People by what these events tell of them, other ids by the catalogues. */
function useMetNames(events: readonly LogEvent[]): (id: string) => string {
  const met = useMemo(() => events.flatMap(({ actor: { id, name } }) => (name ? [{ id, name }] : [])), [events]);
  return useNames(met);
}

const rowHeight = 42;
const phoneHeight = 66;

function Rows({ events, busy }: { readonly events: readonly LogEvent[]; readonly busy: boolean }) {
  const body = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery('(max-width: 48em)');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const nameOf = useMetNames(events);
  const first = events[0]?.eventId;
  useEffect(() => {
    setOpened(new Set());
    body.current?.scrollTo({ top: 0 });
  }, [first]);
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => body.current,
    estimateSize: () => (isPhone ? phoneHeight : rowHeight),
    getItemKey: (index) => events[index]?.eventId ?? index,
    overscan: 12,
  });
  const toggle = (id: string) =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <div ref={body} className={classes.scroll} aria-busy={busy}>
      <ol className={classes.rows} aria-label="Events" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const event = events[index];
          if (!event) return null;
          const { eventId, type, actor, occurredAt } = event;
          const isOpen = opened.has(eventId);
          const Sign = isOpen ? IconChevronDown : IconChevronRight;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={events.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <UnstyledButton className={classes.event} aria-expanded={isOpen} onClick={() => toggle(eventId)}>
                <Sign size={16} aria-hidden className={classes.sign} />
                <span className={classes.when}>
                  <Moment at={occurredAt} />
                </span>
                <span className={classes.what}>{nameOfEvent(type)}</span>
                <span className={classes.gist}>{gistOf(event, nameOf)}</span>
                <span className={classes.who}>
                  {sayActor(actor)} <span className={classes.role}>{roleNames(actor.role)}</span>
                </span>
              </UnstyledButton>
              {isOpen && <EventDetails event={event} nameOf={nameOf} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Foot({ log, search, onChange }: LogStreamProps & { readonly log: ReturnType<typeof useLog> }) {
  const { events, state, nextPosition, again } = log;
  const next = nextPosition === null ? undefined : () => onChange({ after: nextPosition });
  return (
    <Group justify="space-between" className={classes.foot} gap="xs">
      <Group gap="xs" role="status">
        {state === 'reading' && <Loader size={14} aria-hidden />}
        <Text size="sm">
          {state === 'reading' && `${sayCount(events.length)} events so far …`}
          {state === 'more' && `${sayCount(pageSize)} events; the log goes on.`}
          {state === 'end' && `${sayCount(events.length)} events, up to the end of the log when you asked.`}
        </Text>
        {state === 'cut' && (
          <Alert color="orange" p={6} role="alert">
            The answer was cut off after {sayCount(events.length)} events: what is shown is not everything.
          </Alert>
        )}
        <Badge variant="default" tt="none" fw={500} visibleFrom="sm">
          Times in {zoneName}
        </Badge>
      </Group>
      <Group gap="xs">
        {search.after && (
          <Button size="xs" variant="default" onClick={() => onChange({ after: undefined })}>
            From the beginning
          </Button>
        )}
        {state === 'more' && (
          <Button size="xs" onClick={next}>
            Next {sayCount(pageSize)}
          </Button>
        )}
        {state === 'cut' && (
          <Button size="xs" onClick={next ?? again}>
            Go on from there
          </Button>
        )}
        {state === 'end' && (
          <Button size="xs" variant="default" onClick={again}>
            Read again
          </Button>
        )}
      </Group>
    </Group>
  );
}
