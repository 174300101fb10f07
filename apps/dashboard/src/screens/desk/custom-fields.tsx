// The custom fields of the ticket's classification, as the desk resolves them, and values of fields that no longer apply.
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ticket } from '../../api/client';
import { useAct } from '../../api/commands';
import { fieldErrors } from '../../api/problem';
import { fieldsQuery } from '../../api/tickets';
import { FieldInput, type Value } from '../../parts/field-input';
import { sayDone, sayFailed } from '../../parts/say';
import { Card } from './sidebar-card';

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
          // What was changed meanwhile stays.
          setChanged((now) => Object.fromEntries(Object.entries(now).filter(([id, value]) => value !== changed[id])));
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
