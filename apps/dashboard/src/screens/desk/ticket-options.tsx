// Other tickets, found by number or words: to be offered where one is named.
import { Text, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client';

/** For an input of the library that has options; `without`: ids and numbers that are not offered. */
export function useTicketOptions(text: string, without: readonly string[]) {
  const [q] = useDebouncedValue(text.trim(), 250);
  const long = q.length >= 2;
  const { data } = useQuery({
    queryKey: ['tickets', 'to-name', q],
    queryFn: ({ signal }) => ask(api.GET('/v1/tickets', { params: { query: { q, limit: 8 } }, signal })),
    enabled: long,
  });
  const found = (long ? data?.items : undefined) ?? [];
  const others = found.filter(({ id, number }) => !without.includes(id) && !without.includes(number));
  const renderOption: AutocompleteProps['renderOption'] = ({ option: { value } }) => (
    <Text span size="xs" truncate>
      <b>{value}</b> {others.find(({ number }) => number === value)?.subject}
    </Text>
  );
  // The desk has searched already, by words too.
  const filter: AutocompleteProps['filter'] = ({ options }) => options;
  return { data: others.map(({ number }) => number), renderOption, filter };
}
