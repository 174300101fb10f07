// What looks like a secret in what is being written: pointed at while one writes, asked about before it is sent.
import { Alert, Code, List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { IconKey } from '@tabler/icons-react';
import { useMemo } from 'react';
import { findSecrets } from '#ticket';
import { useMe } from '../../api/session';
import { saySecrets } from '../../parts/secrets';

interface Suspicion {
  readonly field: string;
  readonly what: string;
  /** its beginning, enough to find it */
  readonly hint: string;
}
type Texts = Readonly<Record<string, string>>;

const suspicions = (texts: Texts): Suspicion[] =>
  Object.entries(texts).flatMap(([field, text]) =>
    findSecrets(text).map(({ kind, start, end }) => ({
      field,
      what: saySecrets([{ kind }]),
      hint: `${text.slice(start, Math.min(start + 3, end - 1))}…`,
    })),
  );

/** `texts` by what the form calls them. `ask` goes on at once where there is nothing to ask. */
export function useSecrets(texts: Texts) {
  const { onSecrets } = useMe().rules;
  const written = JSON.stringify(onSecrets === 'off' ? {} : texts);
  const [settled] = useDebouncedValue(written, 300);
  const found = useMemo(() => suspicions(JSON.parse(settled) as Texts), [settled]);
  const ask = (go: () => void) => {
    // As it is now, not as it was a moment ago. Where such texts are refused, the desk says so at the field.
    const now = onSecrets === 'warn' ? suspicions(texts) : [];
    if (now.length === 0) return go();
    modals.openConfirmModal({
      title: 'Send it with what looks like a secret?',
      closeButtonProps: { 'aria-label': 'Close' },
      children: <Warning found={now} refused={false} />,
      labels: { confirm: 'Send it as it is', cancel: 'Back to the text' },
      confirmProps: { color: 'red' },
      onConfirm: go,
    });
  };
  return { warning: <Warning found={found} refused={onSecrets === 'refuse'} />, ask };
}

function Warning({ found, refused }: { readonly found: readonly Suspicion[]; readonly refused: boolean }) {
  if (found.length === 0) return null;
  return (
    <Alert color={refused ? 'red' : 'orange'} icon={<IconKey />} role="status" data-testid="secrets">
      <Text size="sm" fw={600} mb={4}>
        This looks like a secret
      </Text>
      <List size="sm" spacing={2}>
        {found.slice(0, 5).map(({ field, what, hint }, index) => (
          <List.Item key={index}>
            {field}: {what}, <Code>{hint}</Code>
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {refused
          ? 'Texts with secrets are not accepted here: take it out, please.'
          : 'Please take it out. Support never asks for passwords, keys or codes, and many people can read a ticket.'}
      </Text>
    </Alert>
  );
}
