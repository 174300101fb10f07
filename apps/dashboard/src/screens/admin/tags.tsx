import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client';
import { tagsQuery } from '../../api/tickets';
import { sayDone, sayFailed } from '../../parts/say';
import { Nothing, Off, Page, Refused, Waiting } from './parts';
import { policyQuery, usePolicy } from './policy-data';

export function TagsPage() {
  const client = useQueryClient();
  const { tags = {} } = usePolicy();
  const [q, setQ] = useState('');
  const [wanted] = useDebouncedValue(q.trim().toLowerCase(), 200);
  const [name, setName] = useState('');
  const { data, isPending, error } = useQuery(tagsQuery(wanted));
  if (error && !data) throw error;
  const lookAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['tags'] }),
      client.invalidateQueries({ queryKey: policyQuery.queryKey, exact: true }),
    ]);
  const making = useMutation({
    mutationFn: (tag: string) => ask(api.POST('/v1/tags', { body: { name: tag } })),
    onSuccess: async (tag) => {
      setName('');
      await lookAgain();
      sayDone(`“${tag.name}” can be given`);
    },
  });
  const setting = useMutation({
    mutationFn: ({ tag, active }: { readonly tag: string; readonly active: boolean }) =>
      ask(api.PATCH('/v1/tags/{tag}', { params: { path: { tag } }, body: { active } })),
    onSuccess: async ({ name: tag, active }) => {
      await lookAgain();
      sayDone(active ? `“${tag}” is in use again` : `“${tag}” is out of use`, () =>
        setting.mutate({ tag, active: !active }),
      );
    },
    onError: (error) => sayFailed(error),
  });
  const out = Object.entries(tags).flatMap(([tag, { active }]) => (!active && tag.startsWith(wanted) ? [tag] : []));
  const rows = [
    ...(data?.items ?? [])
      .filter(({ name: tag }) => !out.includes(tag))
      .map(({ name: tag }) => ({ tag, active: true })),
    ...out.toSorted().map((tag) => ({ tag, active: false })),
  ];
  return (
    <Page
      title="Tags"
      about="A tag begins with the first ticket that has it, or here. Out of use nobody can give it any more; tickets keep theirs."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) making.mutate(name.trim());
        }}
      >
        <Stack gap="xs">
          <Group gap="xs">
            <TextInput
              aria-label="New tag"
              placeholder="Name of a new tag"
              value={name}
              maxLength={50}
              flex="1 1 160px"
              maw={320}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button
              type="submit"
              variant="light"
              leftSection={<IconPlus size={14} />}
              disabled={!name.trim()}
              loading={making.isPending}
            >
              Make it
            </Button>
          </Group>
          <Refused error={making.error} />
        </Stack>
      </form>
      <TextInput
        aria-label="Search tags"
        placeholder="What it begins with"
        leftSection={<IconSearch size={16} />}
        value={q}
        onChange={({ currentTarget }) => setQ(currentTarget.value)}
      />
      {isPending ? (
        <Waiting height={34} />
      ) : rows.length === 0 ? (
        <Nothing>{wanted ? 'No tag begins like that.' : 'There are no tags yet.'}</Nothing>
      ) : (
        <Table aria-label="Tags" verticalSpacing={6}>
          <Table.Tbody>
            {rows.map(({ tag, active }) => (
              <Table.Tr key={tag}>
                <Table.Td>
                  <Group gap="xs">
                    <Text c={active ? undefined : 'dimmed'}>{tag}</Text>
                    {!active && <Off>out of use</Off>}
                  </Group>
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${active ? 'Take out of use' : 'Restore'}: ${tag}`}
                    onClick={() => setting.mutate({ tag, active: !active })}
                  >
                    {active ? 'Take out of use' : 'Restore'}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  );
}
