// The custom fields of the ticket's classification, as the desk resolves them, and values of fields that no longer apply.
import { Button, Group, NumberInput, Select, Text, TextInput, Textarea } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#ticket';
import { api, ask, type Schemas, type Ticket } from '../../api/client';
import { useAct } from '../../api/commands';
import { fieldErrors } from '../../api/problem';
import { sayDone, sayFailed } from '../../parts/say';
import { Card } from './sidebar-card';

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

export function CustomFields({ ticket, editable }: { readonly ticket: Ticket; readonly editable: boolean }) {
  const { data } = useQuery(
    fieldsQuery({ categoryId: ticket.category?.id, typeId: ticket.type?.id, itemId: ticket.item?.id }),
  );
  const [changed, setChanged] = useState<Readonly<Record<string, Value>>>({});
  const doing = useAct();
  const fields = data?.items ?? [];
  const others = Object.entries(ticket.customFields).filter(([id]) => !fields.some((field) => field.id === id));
  if (fields.length === 0 && others.length === 0) return null;
  const errors = fieldErrors(doing.error, 'values.');
  const save = () =>
    doing.mutate(
      { id: ticket.id, act: { type: 'set-custom-fields', values: changed } },
      {
        onSuccess: () => {
          setChanged({});
          sayDone('The fields are kept');
        },
        onError: (error) => Object.keys(fieldErrors(error)).length === 0 && sayFailed(error),
      },
    );
  return (
    <Card title="Fields">
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={
            changed[field.id] === undefined ? (ticket.customFields[field.id] ?? null) : (changed[field.id] ?? null)
          }
          editable={editable}
          error={errors[field.id]}
          onChange={(value) => setChanged((before) => ({ ...before, [field.id]: value }))}
        />
      ))}
      {others.map(([id, value]) => (
        <Text key={id} size="sm">
          {id}: {value}
        </Text>
      ))}
      {Object.keys(changed).length > 0 && (
        <Group gap="xs">
          <Button size="xs" onClick={save} loading={doing.isPending}>
            Keep
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => setChanged({})}>
            Cancel
          </Button>
        </Group>
      )}
    </Card>
  );
}

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
