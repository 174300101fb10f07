import { Button, CloseButton, Collapse, Group, Input, MultiSelect, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useMe } from '../../api/session';
import { MomentInput } from './moments';
import { eventNames, roleNames, type LogEvent, type LoggedType } from './say-event';
import type { LogSearch } from './search';

interface LogFiltersProps {
  readonly search: LogSearch;
  readonly onChange: (changes: LogSearch) => void;
  readonly actors: ReadonlyMap<string, string>;
}

const types = (Object.keys(eventNames) as LoggedType[]).map((value) => ({ value, label: eventNames[value] }));
const spans = [
  ['Hour', 1],
  ['Day', 24],
  ['Week', 7 * 24],
] as const;

export function LogFilters({ search, onChange, actors }: LogFiltersProps) {
  const { from, to, type = [], actor = [], ticket } = search;
  const active = [from, to, ticket].filter(Boolean).length + type.length + actor.length;
  const isPhone = useMediaQuery('(max-width: 48em)');
  const [opened, fold] = useDisclosure(false);
  const pickers = (
    <Group gap="xs" align="flex-start">
      <TicketInput ticket={ticket} onChange={(wanted) => onChange({ ticket: wanted })} />
      <MultiSelect
        label="What happened"
        size="sm"
        flex="1 1 160px"
        maw={360}
        placeholder={type.length > 0 ? undefined : 'Anything'}
        data={types}
        value={type}
        searchable
        clearable
        hidePickedOptions
        onChange={(wanted) => onChange({ type: wanted.length > 0 ? wanted : undefined })}
      />
      <ActorInput actor={actor} actors={actors} onChange={(wanted) => onChange({ actor: wanted })} />
      <MomentInput label="From" flex="0 1 205px" miw={0} value={from} onChange={(at) => onChange({ from: at })} />
      <MomentInput label="Before" flex="0 1 205px" miw={0} value={to} onChange={(at) => onChange({ to: at })} />
      <Input.Wrapper label="The last" labelElement="div">
        <Button.Group>
          {spans.map(([label, hours]) => (
            <Button
              key={label}
              size="sm"
              px="xs"
              variant="default"
              aria-label={`The last ${label.toLowerCase()}`}
              onClick={() => onChange({ from: hoursAgo(hours), to: undefined })}
            >
              {label}
            </Button>
          ))}
        </Button.Group>
      </Input.Wrapper>
      {active > 0 && (
        <Button
          size="sm"
          style={{ alignSelf: 'flex-end' }}
          variant="subtle"
          color="gray"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() =>
            onChange({ from: undefined, to: undefined, type: undefined, actor: undefined, ticket: undefined })
          }
        >
          Clear
        </Button>
      )}
    </Group>
  );
  if (!isPhone) return pickers;
  return (
    <div>
      <Button
        variant={opened ? 'light' : 'default'}
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={fold.toggle}
        aria-expanded={opened}
        aria-controls="log-filters"
      >
        Filters{active > 0 ? ` (${active})` : ''}
      </Button>
      <Collapse expanded={opened} id="log-filters" transitionDuration={0} pt={opened ? 'xs' : 0}>
        {opened && pickers}
      </Collapse>
    </div>
  );
}

const hoursAgo = (hours: number): string =>
  new Date(Math.floor(Date.now() / 1000) * 1000 - hours * 3_600_000).toISOString();

/** By number or id; asked with Enter, or when it is left. */
export function TicketInput({
  ticket,
  onChange,
}: {
  readonly ticket: string | undefined;
  readonly onChange: (ticket: string | undefined) => void;
}) {
  const [text, setText] = useState(ticket ?? '');
  useEffect(() => setText(ticket ?? ''), [ticket]);
  const tell = (wanted: string | undefined) => {
    if (wanted !== ticket) onChange(wanted);
  };
  return (
    <TextInput
      label="Ticket"
      size="sm"
      flex="1 1 115px"
      maw={260}
      placeholder="Number or id"
      maxLength={100}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => tell(text.trim() || undefined)}
      onKeyDown={({ key }) => key === 'Enter' && tell(text.trim() || undefined)}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label="Any ticket"
            onClick={() => {
              setText('');
              tell(undefined);
            }}
          />
        )
      }
    />
  );
}

/** Whoever was met in the log so far, and anybody else by id. */
export function ActorInput({
  actor,
  actors,
  onChange,
}: {
  readonly actor: readonly string[];
  readonly actors: ReadonlyMap<string, string>;
  readonly onChange: (actor: string[] | undefined) => void;
}) {
  const [sought, setSought] = useState('');
  const typed = sought.trim();
  const data = useMemo(() => {
    const known = new Map([...actor.map((id) => [id, id] as const), ...actors]);
    if (/^\S{1,100}$/.test(typed) && !known.has(typed) && /^[0-9a-f-]{36}$|^system$|:/.test(typed))
      known.set(typed, typed);
    return [...known].map(([value, label]) => ({ value, label }));
  }, [actor, actors, typed]);
  return (
    <MultiSelect
      label="Who"
      size="sm"
      flex="1 1 150px"
      maw={320}
      placeholder={actor.length > 0 ? undefined : 'Anybody'}
      data={data}
      value={[...actor]}
      searchable
      clearable
      hidePickedOptions
      searchValue={sought}
      onSearchChange={setSought}
      nothingFoundMessage="Not met yet; a whole id finds them"
      onChange={(wanted) => onChange(wanted.length > 0 ? wanted : undefined)}
    />
  );
}

/** Remembers who was met, so that filters can name them also when nothing of them is shown any more. */
export function useActors(events: readonly Pick<LogEvent, 'actor'>[]): ReadonlyMap<string, string> {
  const me = useMe();
  const [met, setMet] = useState<ReadonlyMap<string, string>>(
    () => new Map([[me.user.id, `${me.user.name} (${roleNames(me.role)})`]]),
  );
  useEffect(() => {
    const strangers = new Map(
      events.flatMap(({ actor }) =>
        met.has(actor.id) ? [] : [[actor.id, `${sayActor(actor)} (${roleNames(actor.role)})`] as const],
      ),
    );
    if (strangers.size > 0) setMet(new Map([...met, ...strangers]));
  }, [events, met]);
  return met;
}

export const sayActor = ({ id, name, kind }: { id: string; name?: string | null; kind?: string }): string =>
  name ?? (kind === 'system' ? 'System' : id);
