// A directory from a file: tried first, then brought in, with what came of each item.
import { Alert, Badge, Button, Code, FileInput, Group, Stack, Table, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../../api/client';
import { sayDone } from '../../parts/say';
import { Card, Page, Refused } from './parts';

interface Document {
  readonly text: string;
  readonly lines: boolean;
}
type Result = Schemas['DirectoryItemResult'];

/** One document of JSON, or one item per line. */
function send({ text, lines }: Document, dryRun: boolean) {
  const params = { query: dryRun ? { dryRun } : {} };
  // What is sent is the file's own text: the desk says what is wrong with it, by its place.
  const headers = { 'Content-Type': lines ? 'application/x-ndjson' : 'application/json' };
  return ask(
    api.POST('/v1/admin/directory/import', {
      params,
      headers,
      body: text as never,
      bodySerializer: (body: unknown) => String(body),
    }),
  );
}

const isLines = (text: string) => {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
};

const colours = { created: 'teal', changed: 'indigo', unchanged: 'gray' } as const;

export function ImportPage() {
  const client = useQueryClient();
  const [document, setDocument] = useState<Document>();
  const trying = useMutation({ mutationFn: (file: Document) => send(file, true) });
  const doing = useMutation({
    mutationFn: (file: Document) => send(file, false),
    onSuccess: async ({ results }) => {
      await client.invalidateQueries({ queryKey: ['admin'] });
      sayDone(`${results.filter(({ ok }) => ok).length} of ${results.length} items are in`);
    },
  });
  const choose = async (file: File | null) => {
    trying.reset();
    doing.reset();
    if (!file) return setDocument(undefined);
    const text = await file.text();
    const chosen = { text, lines: isLines(text) };
    setDocument(chosen);
    trying.mutate(chosen);
  };
  const results = doing.data?.results ?? trying.data?.results;
  const good = results?.filter(({ ok, outcome }) => ok && outcome !== 'unchanged').length ?? 0;
  const bad = results?.filter(({ ok }) => !ok).length ?? 0;
  return (
    <Page
      title="Import"
      about="Clients, projects, users and groups from a file. What is so already is left alone, and nothing is taken away that the file does not name: it may be run again."
    >
      <Card label="File">
        <Stack gap="sm">
          <FileInput
            label="File"
            description="JSON with clients, users and groups, or one item per line; it is tried first, and nothing is changed"
            placeholder="Choose a file"
            accept=".json,.ndjson,.jsonl,application/json"
            leftSection={<IconFileUpload size={16} />}
            clearable
            clearButtonProps={{ 'aria-label': 'Another file' }}
            onChange={(file) => void choose(file)}
          />
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            Like <Code>{'{"clients":[{"id":"northwind","name":"Northwind"}],"users":[],"groups":[]}'}</Code>
          </Text>
        </Stack>
      </Card>
      <Refused error={trying.error ?? doing.error} />
      {results && document && (
        <>
          <Alert color={bad > 0 ? 'orange' : 'teal'} role="status">
            <Group justify="space-between">
              <Text size="sm">
                {doing.data
                  ? `Brought in: ${good}. Not: ${bad}.`
                  : `This would bring in ${good} of ${results.length} items${bad > 0 ? `; ${bad} would be refused, the others not` : ''}.`}
              </Text>
              {!doing.data && (
                <Button loading={doing.isPending} disabled={good === 0} onClick={() => doing.mutate(document)}>
                  Bring it in
                </Button>
              )}
            </Group>
          </Alert>
          <Results results={results} />
        </>
      )}
    </Page>
  );
}

const Results = ({ results }: { readonly results: readonly Result[] }) => (
  <Table.ScrollContainer minWidth={420}>
    <Table aria-label="Items" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Item</Table.Th>
          <Table.Th>Kind</Table.Th>
          <Table.Th>What comes of it</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {/* What is refused first: the rest can be believed. */}
        {results
          .toSorted((a, b) => Number(a.ok) - Number(b.ok) || a.index - b.index)
          .slice(0, 500)
          .map(({ index, kind, name, ok, outcome, code, detail }) => (
            <Table.Tr key={index}>
              <Table.Td>{name ?? `Item ${index + 1}`}</Table.Td>
              <Table.Td>{kind ?? '—'}</Table.Td>
              <Table.Td>
                {ok ? (
                  <Badge variant="light" tt="none" color={colours[outcome ?? 'unchanged']}>
                    {outcome}
                  </Badge>
                ) : (
                  <Text size="sm" c="var(--mantine-color-error)">
                    {detail ?? code}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
