// What narrows the view. On a phone they fold away behind one button.
import {
  Button,
  CloseButton,
  Collapse,
  Group,
  Loader,
  MultiSelect,
  Select,
  SimpleGrid,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  assigneesQuery,
  categoriesQuery,
  clientsQuery,
  tagsQuery,
  usePriorities,
  useStatuses,
} from '../../api/tickets';
import { may, useMe } from '../../api/session';
import { FieldFilters } from './field-filters';
import { SavedFilters } from './saved-filters';
import { activeFilters, type QueueSearch, type Sort } from './search';

interface FiltersProps {
  readonly search: QueueSearch;
  readonly onChange: (changes: QueueSearch) => void;
  /** the whole search anew */
  readonly onReplace: (search: QueueSearch) => void;
  readonly onClear: () => void;
  readonly busy: boolean;
}

const sorts = [
  ['updatedAt:desc', 'Latest change'],
  ['updatedAt:asc', 'Longest untouched'],
  ['createdAt:desc', 'Newest'],
  ['createdAt:asc', 'Oldest'],
  ['priority:desc', 'Highest priority'],
  ['priority:asc', 'Lowest priority'],
  ['slaDeadline:asc', 'Deadline'],
] as const;

const orNone = <T,>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined);

export function Filters({ search, onChange, onReplace, onClear, busy }: FiltersProps) {
  const active = activeFilters(search);
  const [opened, fold] = useDisclosure(active > (search.q ? 1 : 0));
  return (
    <div style={{ flexShrink: 0 }}>
      <Group gap="xs">
        <Search q={search.q ?? ''} onChange={(q) => onChange({ q })} busy={busy} />
        <Select
          aria-label="Sort by"
          w={{ base: 148, sm: 170 }}
          size="sm"
          allowDeselect={false}
          data={sorts.map(([value, label]) => ({ value, label }))}
          value={`${search.sort ?? 'updatedAt'}:${search.order ?? 'desc'}`}
          onChange={(value) => {
            const [sort, order] = (value ?? 'updatedAt:desc').split(':') as [Sort, 'asc' | 'desc'];
            onChange({ sort, order });
          }}
        />
        <Button
          px={{ base: 8, sm: 'sm' }}
          variant={opened ? 'light' : 'default'}
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={fold.toggle}
          aria-expanded={opened}
          aria-controls="queue-filters"
        >
          Filters{active > 0 ? ` (${active})` : ''}
        </Button>
        {active > 0 && (
          <Button px="sm" variant="subtle" color="gray" leftSection={<IconX size={16} aria-hidden />} onClick={onClear}>
            Clear
          </Button>
        )}
        <SavedFilters search={search} onChoose={onReplace} />
      </Group>
      <Collapse expanded={opened} id="queue-filters" transitionDuration={0}>
        {opened && <Pickers search={search} onChange={onChange} />}
      </Collapse>
    </div>
  );
}

/** Asked 300 ms after the last key, from two characters on. */
function Search({
  q,
  onChange,
  busy,
}: {
  readonly q: string;
  readonly onChange: (q: string | undefined) => void;
  readonly busy: boolean;
}) {
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  const asked = useDebouncedCallback((value: string) => {
    const wanted = value.trim();
    if (wanted.length >= 2 || (wanted === '' && q !== '')) onChange(wanted || undefined);
  }, 300);
  const write = (value: string) => {
    setText(value);
    asked(value);
  };
  return (
    <TextInput
      aria-label="Search the queue"
      placeholder="Search number, subject, text, customer"
      style={{ flex: '1 1 220px', maxWidth: 420 }}
      value={text}
      maxLength={200}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      leftSection={busy && q !== '' ? <Loader size={14} /> : <IconSearch size={16} aria-hidden />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label="Clear the search" onClick={() => write('')} />}
    />
  );
}

function Pickers({ search, onChange }: Pick<FiltersProps, 'search' | 'onChange'>) {
  const me = useMe();
  const { items: statuses } = useStatuses();
  const { items: priorities } = usePriorities();
  const { data: categories } = useQuery(categoriesQuery);
  const { data: clients } = useQuery(clientsQuery);
  const { data: assignees } = useQuery({ ...assigneesQuery(''), enabled: may(me, 'assign') });
  const { data: tags } = useQuery(tagsQuery(''));
  const common = {
    size: 'sm',
    searchable: true,
    hidePickedOptions: true,
  } as const;
  const named = (items: readonly { id: string; name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 4, lg: 6 }} spacing="xs" verticalSpacing={6} pt="xs">
      <MultiSelect
        {...common}
        label="Status"
        data={statuses.map(({ id, label }) => ({ value: id, label }))}
        value={search.status ?? []}
        onChange={(status) => onChange({ status: orNone(status) })}
      />
      <MultiSelect
        {...common}
        label="Priority"
        data={priorities.map(({ id, label }) => ({ value: id, label }))}
        value={search.priority ?? []}
        onChange={(priority) => onChange({ priority: orNone(priority) })}
      />
      <MultiSelect
        {...common}
        label="Assigned to"
        data={[
          {
            group: 'Quick',
            items: [
              { value: 'me', label: 'Me' },
              { value: 'none', label: 'Unassigned' },
            ],
          },
          {
            group: 'Groups',
            items: assignees?.groups.map(({ id, name }) => ({ value: `group:${id}`, label: name })) ?? [],
          },
          {
            group: 'People',
            items: assignees?.users.map(({ id, name }) => ({ value: `user:${id}`, label: name })) ?? [],
          },
        ]}
        value={search.assignee ?? []}
        onChange={(assignee) => onChange({ assignee: orNone(assignee) })}
      />
      <MultiSelect
        {...common}
        label="Category"
        data={named(categories?.items)}
        value={search.category ?? []}
        onChange={(category) => onChange({ category: orNone(category) })}
      />
      <MultiSelect
        {...common}
        label="Client"
        data={named(clients?.items)}
        value={search.client ?? []}
        onChange={(client) => onChange({ client: orNone(client) })}
      />
      <TagsInput
        size="sm"
        label="Tags"
        data={tags?.items.map(({ name }) => name) ?? []}
        value={search.tag ?? []}
        onChange={(tag) => onChange({ tag: orNone(tag) })}
      />
      <FieldFilters chosen={search.field ?? []} onChange={(field) => onChange({ field: orNone(field) })} />
      <Select
        size="sm"
        label="Set aside"
        placeholder="Either"
        clearable
        data={[
          { value: 'false', label: 'Awake only' },
          { value: 'true', label: 'Snoozed only' },
        ]}
        value={search.snoozed ?? null}
        onChange={(value) => onChange({ snoozed: value === 'true' || value === 'false' ? value : undefined })}
      />
      {search.reference && (
        <TagsInput
          size="sm"
          label="Refers to"
          value={search.reference}
          onChange={(reference) => onChange({ reference: orNone(reference.filter((one) => /^[^:]+:./.test(one))) })}
        />
      )}
      {(
        [
          ['createdFrom', 'Created from'],
          ['createdTo', 'Created to'],
          ['updatedFrom', 'Updated from'],
          ['updatedTo', 'Updated to'],
        ] as const
      ).map(([name, label]) => (
        <TextInput
          key={name}
          type="date"
          size="sm"
          label={label}
          value={search[name] ?? ''}
          onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value || undefined })}
        />
      ))}
    </SimpleGrid>
  );
}
