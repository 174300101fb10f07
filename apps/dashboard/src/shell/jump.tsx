// Jump to a ticket by its number or UUID; what is neither is searched for in the queue.
import { TextInput, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { isProblem, sayProblem } from '../api/problem';
import { useMe } from '../api/session';
import { ticketQuery } from '../api/tickets';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const number = /^[a-z]{1,12}[-\w]*\d+$/i;

export function Jump() {
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  useHotkeys([['/', () => input.current?.focus()]]);
  const staff = me.side === 'staff' || me.side === 'auditor';

  const go = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === '') return;
    setError(undefined);
    setBusy(true);
    try {
      if (uuid.test(wanted) || number.test(wanted)) {
        const { id } = await client.fetchQuery({ ...ticketQuery(wanted), retry: false });
        await (staff
          ? navigate({ to: '/tickets/$id', params: { id } })
          : navigate({ to: '/dashboard/support/$id', params: { id } }));
      } else if (wanted.length >= 2)
        await (staff
          ? navigate({ to: '/', search: { q: wanted, view: 'all' } })
          : navigate({ to: '/dashboard/support', search: { q: wanted, view: 'all' } }));
      else return setError('Two characters at least');
      setText('');
      input.current?.blur();
    } catch (failure) {
      setError(isProblem(failure, 'ticket-not-found') ? `There is no ticket ${wanted}` : sayProblem(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      onSubmit={(event) => void go(event)}
      role="search"
      style={{ flex: '1 1 auto', maxWidth: 420, position: 'relative' }}
    >
      <TextInput
        ref={input}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setError(undefined);
        }}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        placeholder="Number, or words"
        aria-label="Jump to a ticket, or search"
        aria-busy={busy}
        size="sm"
        error={error}
        errorProps={{
          style: { position: 'absolute', zIndex: 300, background: 'var(--mantine-color-body)', padding: '2px 6px' },
        }}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" visibleFrom="sm" aria-hidden>
            /
          </Kbd>
        }
      />
    </form>
  );
}
