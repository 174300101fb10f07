// Choosing one of the people, by name.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usersQuery } from './directory-data';

interface ChoosePersonProps {
  readonly label: string;
  readonly side: 'customer' | 'partner' | 'staff' | 'service';
  readonly without?: readonly string[];
  readonly onChoose: (id: string, name: string) => void;
}

export function ChoosePerson({ label, side, without = [], onChoose }: ChoosePersonProps) {
  const [q, setQ] = useState('');
  const [wanted] = useDebouncedValue(q.trim(), 200);
  const { data, isFetching } = useInfiniteQuery(usersQuery({ side, disabled: false, ...(wanted && { q: wanted }) }));
  const people = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      size="sm"
      value={null}
      searchValue={q}
      onSearchChange={setQ}
      data={people.filter(({ id }) => !without.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={isFetching ? 'Looking…' : 'Nobody is found like that'}
      onChange={(id, option) => {
        if (!id || !option) return;
        onChoose(id, option.label);
        setQ('');
      }}
    />
  );
}
