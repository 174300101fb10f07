// Points at what looks like a password, key or card number before it is sent to everybody who reads a ticket.
import { Alert } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../api/client';
import { useMe } from '../api/session';

type Kind = Schemas['FindingBody']['kind'];

const kinds: Readonly<Record<Kind, string>> = {
  'private-key': 'a private key',
  'api-key': 'an API key',
  password: 'a password',
  'card-number': 'a card number',
  'recovery-code': 'a recovery code',
  'one-time-code': 'a one-time code',
};

/** `a password and a card number` */
export const saySecrets = (found: readonly { readonly kind: Kind }[]): string =>
  [...new Set(found.map(({ kind }) => kinds[kind]))].join(' and ');

/** What a text looks as if it held, once one has paused writing it. */
export function SecretsHint({ text }: { readonly text: string }) {
  const { onSecrets } = useMe().rules;
  const [paused] = useDebouncedValue(text.trim(), 700);
  const { data } = useQuery({
    queryKey: ['text-check', paused],
    queryFn: ({ signal }) => ask(api.POST('/v1/text-check', { body: { text: paused }, signal })),
    enabled: onSecrets !== 'off' && paused.length >= 6,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const found = text.trim() === '' ? [] : (data?.findings ?? []);
  return (
    <div role="status">
      {found.length > 0 && (
        <Alert color="orange" icon={<IconKey aria-hidden />} p="xs" mt="xs">
          This looks as if it held {saySecrets(found)}.{' '}
          {onSecrets === 'refuse' ? 'It cannot be sent like that.' : 'Everybody who reads the ticket will see it.'}
        </Alert>
      )}
    </div>
  );
}
