// What a ticket can refer to, as far as the desk knows of it: to be offered where an id is written, the latest first.
import { Group, Text, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { referencesQuery } from '../api/tickets';
import { Time } from './time';

interface Asked {
  readonly kind: string;
  /** what was written of an id so far */
  readonly text: string;
  readonly clientId: string | undefined;
  readonly projectId: string | undefined;
  /** ids that are not offered */
  readonly without?: readonly string[];
}

/** `offered`: for an input of the library that has options. */
export function useReferenceOptions({ text, without = [], ...asked }: Asked) {
  const [q] = useDebouncedValue(text.trim(), 250);
  const { data } = useQuery(referencesQuery({ ...asked, q }));
  const items = data?.items.filter(({ kind, id }) => kind === asked.kind && !without.includes(id)) ?? [];
  const times = new Map(items.map(({ id, occurredAt }) => [id, occurredAt]));
  const renderOption: AutocompleteProps['renderOption'] = ({ option: { value } }) => {
    const at = times.get(value);
    return (
      <Group justify="space-between" w="100%" wrap="nowrap">
        {value}
        {at && (
          <Text span size="xs" c="dimmed">
            <Time at={at} />
          </Text>
        )}
      </Group>
    );
  };
  return { kinds: data?.kinds ?? [asked.kind], offered: { data: items.map(({ id }) => id), renderOption } };
}
