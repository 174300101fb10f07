// Category, type and item: a level is shown where the one above has anything below, and begins anew with it.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { categoriesQuery } from '../api/tickets';

export interface Chosen {
  readonly categoryId: string | null;
  readonly typeId: string | null;
  readonly itemId: string | null;
}

interface ClassificationProps {
  readonly value: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  /** how many levels may be chosen */
  readonly levels: number;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly errors?: Readonly<Partial<Record<keyof Chosen, string | undefined>>>;
}

const options = (entries: readonly Schemas['EntryBody'][], set: string | null) =>
  entries.filter(({ id, active }) => active || id === set).map(({ id, name }) => ({ value: id, label: name }));

export function Classification(props: ClassificationProps) {
  const { value, onChange, levels, required = false, readOnly = false, errors = {} } = props;
  const { data } = useQuery(categoriesQuery);
  const category = data?.items.find(({ id }) => id === value.categoryId);
  const type = category?.types.find(({ id }) => id === value.typeId);
  const types = levels < 2 ? [] : options(category?.types ?? [], value.typeId);
  const items = levels < 3 ? [] : options(type?.items ?? [], value.itemId);
  const categories = options(data?.items ?? [], value.categoryId);
  if (data && levels === 0) return null;
  // Where there are none and none is needed, there is nothing to ask.
  if (data && categories.length === 0 && !required) return null;
  const common = { searchable: true, readOnly, comboboxProps: { withinPortal: true } } as const;
  return (
    <>
      <Select
        {...common}
        label="Category"
        placeholder="Choose what it is about"
        withAsterisk={required}
        clearable={!required}
        data={categories}
        value={value.categoryId}
        error={errors.categoryId ?? (data && categories.length === 0 && 'No category is set up yet: ask your support')}
        onChange={(categoryId) => onChange({ categoryId, typeId: null, itemId: null })}
      />
      {types.length > 0 && (
        <Select
          {...common}
          label="Type"
          placeholder="Choose a type"
          clearable
          data={types}
          value={value.typeId}
          error={errors.typeId}
          onChange={(typeId) => onChange({ ...value, typeId, itemId: null })}
        />
      )}
      {items.length > 0 && (
        <Select
          {...common}
          label="Item"
          placeholder="Choose an item"
          clearable
          data={items}
          value={value.itemId}
          error={errors.itemId}
          onChange={(itemId) => onChange({ ...value, itemId })}
        />
      )}
    </>
  );
}
