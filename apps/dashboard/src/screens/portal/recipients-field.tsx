// Who is told of a ticket: people of the directory, as chips by name. Whoever it is for stays among them.
import { MultiSelect, type ComboboxItem } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Named } from '../../api/client';
import { candidatesQuery } from '../../api/tickets';

export function RecipientsField(props: {
  /** told in any case */
  readonly first: Named;
  readonly value: readonly Named[];
  readonly onChange: (people: Named[]) => void;
  readonly clientId: string | undefined;
  /** with the first */
  readonly most: number;
  readonly error: string | undefined;
}) {
  const { first, value, onChange, clientId, most, error } = props;
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 300);
  const { data, isFetching } = useQuery(candidatesQuery(q, clientId));
  const known = new Map([first, ...value, ...(data?.items ?? [])].map((person) => [person.id, person]));
  const found = new Set(data?.items.map(({ id }) => id));
  const options: ComboboxItem[] = [...known.values()].map(({ id, name }) => ({
    value: id,
    label: name,
    disabled: id === first.id,
  }));
  return (
    <MultiSelect
      label="Send updates to"
      description={`${first.name} always; ${most} at most`}
      searchable
      hidePickedOptions
      clearSearchOnChange
      maxValues={most}
      data={options}
      value={[first.id, ...value.map(({ id }) => id)]}
      searchValue={text}
      onSearchChange={setText}
      // The desk has searched already; those kept as chips are not offered for that.
      filter={({ options: all }) => all.filter((option) => 'value' in option && found.has(option.value))}
      nothingFoundMessage={isFetching ? 'Looking…' : 'Nobody else'}
      error={error}
      onChange={(ids) =>
        onChange(
          ids.flatMap((id) => (id === first.id ? [] : (known.get(id) ?? []))).map(({ id, name }) => ({ id, name })),
        )
      }
    />
  );
}
