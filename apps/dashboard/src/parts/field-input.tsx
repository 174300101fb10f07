// The custom fields of a classification, and one of them by its type.
import { NumberInput, Select, TextInput, Textarea } from '@mantine/core';
import { queryOptions } from '@tanstack/react-query';
import { limits } from '#ticket';
import { api, ask, type Schemas } from '../api/client';

type Field = Schemas['ResolvedFieldBody'];
export type Value = string | number | null;

interface Classified {
  readonly categoryId?: string | undefined;
  readonly typeId?: string | undefined;
  readonly itemId?: string | undefined;
}

export const fieldsQuery = (at: Classified) =>
  queryOptions({
    queryKey: ['catalogue', 'custom-fields', at],
    queryFn: ({ signal }) => ask(api.GET('/v1/custom-fields/resolved', { params: { query: at }, signal })),
    staleTime: 5 * 60_000,
  });

export function FieldInput(props: {
  readonly field: Field;
  readonly value: Value;
  readonly editable: boolean;
  readonly error: string | undefined;
  readonly required?: boolean;
  readonly onChange: (value: Value) => void;
}) {
  const { field, value, editable, error, required = false, onChange } = props;
  const common = { label: field.name, size: 'sm', readOnly: !editable, error, required } as const;
  const text = value === null ? '' : String(value);
  switch (field.type) {
    case 'select':
      return <Select {...common} data={field.options} value={text || null} clearable={editable} onChange={onChange} />;
    case 'number':
      return (
        <NumberInput
          {...common}
          value={value ?? ''}
          onChange={(number) => onChange(number === '' ? null : Number(number))}
        />
      );
    case 'textarea':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxLength={limits.customTextArea}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          maxLength={limits.customText}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
        />
      );
  }
}
