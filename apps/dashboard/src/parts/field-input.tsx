// A custom field, by its type.
import { NumberInput, Select, TextInput, Textarea } from '@mantine/core';
import { limits } from '#ticket';
import type { Schemas } from '../api/client';

type Field = Schemas['ResolvedFieldBody'];
export type Value = string | number | null;

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
