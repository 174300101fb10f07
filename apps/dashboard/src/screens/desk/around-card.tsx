// What the ticket hangs together with: other tickets, those who are told, and things that are kept elsewhere.
import { Anchor, Autocomplete, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { linkTypes, type LinkType } from '#ticket';
import { api, ask } from '../../api/client';
import { ReferenceForm } from '../../parts/reference-form';
import { sayDone } from '../../parts/say';
import { StatusBadge } from '../../parts/status';
import { Card, Remove, useDo, type Part } from './sidebar-card';
import { useTicketOptions } from './ticket-options';

const linkNames: Readonly<Record<LinkType, string>> = {
  related_to: 'Related to',
  parent_of: 'Parent of',
  child_of: 'Child of',
  caused_by: 'Caused by',
  causes: 'Causes',
  duplicate_of: 'Duplicate of',
  duplicated_by: 'Duplicated by',
};

export function Links({ ticket, may }: Part) {
  const { around, busy } = useDo(ticket);
  const [as, setAs] = useState<LinkType>('related_to');
  const [target, setTarget] = useState('');
  const offered = useTicketOptions(target, [ticket.id]);
  if (ticket.links.length === 0 && !may('link')) return null;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = target.trim();
    if (!wanted || busy) return;
    around({ type: 'link', as, target: wanted }, () => setTarget((now) => (now.trim() === wanted ? '' : now)));
  };
  return (
    <Card title="Linked tickets">
      {ticket.links.map((link) => (
        <Group key={`${link.type} ${link.id}`} gap={6} wrap="nowrap" justify="space-between">
          <Stack gap={0} miw={0} flex={1}>
            <Text size="xs" c="dimmed">
              {linkNames[link.type]}
            </Text>
            <Anchor component={Link} to={`/tickets/${link.id}`} size="sm" truncate>
              {link.number} {link.subject}
            </Anchor>
          </Stack>
          <Group gap={2} wrap="nowrap" style={{ flexShrink: 0 }}>
            <StatusBadge status={link.status} size="sm" />
            {may('link') && (
              <Remove
                name={`the link to ${link.number}`}
                busy={busy}
                onClick={() =>
                  around({ type: 'unlink', as: link.type, other: link.id }, () =>
                    sayDone(`The link to ${link.number} is removed`, () =>
                      around({ type: 'link', as: link.type, target: link.id }),
                    ),
                  )
                }
              />
            )}
          </Group>
        </Group>
      ))}
      {may('link') && (
        <form onSubmit={add}>
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <Select
              size="xs"
              aria-label="Kind of link"
              allowDeselect={false}
              data={linkTypes.map((value) => ({ value, label: linkNames[value] }))}
              value={as}
              onChange={(value) => value && setAs(value)}
              w={130}
            />
            <Autocomplete
              {...offered}
              size="xs"
              aria-label="Number of the other ticket"
              placeholder="Ticket"
              value={target}
              onChange={setTarget}
              flex={1}
              comboboxProps={{ width: 300, position: 'bottom-end' }}
            />
            <Button size="xs" type="submit" variant="default" loading={busy}>
              Link
            </Button>
          </Group>
        </form>
      )}
    </Card>
  );
}

export function Recipients({ ticket, may }: Part) {
  const { around, busy } = useDo(ticket);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 300);
  const clientId = ticket.client?.id;
  const { data } = useQuery({
    queryKey: ['recipient-candidates', q, clientId],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/v1/recipient-candidates', {
          params: { query: { ...(q && { q }), ...(clientId && { clientId }) } },
          signal,
        }),
      ),
    enabled: may('recipients'),
    placeholderData: keepPreviousData,
  });
  if (ticket.recipients.length === 0 && !may('recipients')) return null;
  const there = new Set(ticket.recipients.map(({ id }) => id));
  return (
    <Card title="Told of replies">
      {ticket.recipients.map(({ id, name }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {name}
          </Text>
          {may('recipients') && ticket.recipients.length > 1 && (
            <Remove
              name={name}
              busy={busy}
              onClick={() =>
                around({ type: 'tell-no-more', userId: id }, () =>
                  sayDone(`${name} is no longer told`, () => around({ type: 'tell', userId: id })),
                )
              }
            />
          )}
        </Group>
      ))}
      {may('recipients') && (
        <Select
          size="xs"
          aria-label="Tell somebody else"
          placeholder="Tell somebody else"
          searchable
          value={null}
          searchValue={text}
          onSearchChange={setText}
          readOnly={busy}
          // The desk has searched already, by address too.
          filter={({ options: found }) => found}
          data={
            data?.items
              .filter(({ id }) => !there.has(id))
              .map(({ id, name, email }) => ({ value: id, label: email ? `${name} (${email})` : name })) ?? []
          }
          nothingFoundMessage="Nobody"
          onChange={(userId) => userId && around({ type: 'tell', userId }, () => setText(''))}
        />
      )}
    </Card>
  );
}

export function References({ ticket, may }: Part) {
  const { around, busy } = useDo(ticket);
  if (ticket.references.length === 0 && !may('references')) return null;
  return (
    <Card title="References">
      {ticket.references.map((reference) => (
        <Group key={`${reference.kind}:${reference.id}`} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {reference.kind}: {reference.id}
          </Text>
          {may('references') && (
            <Remove
              name={`${reference.kind} ${reference.id}`}
              busy={busy}
              onClick={() =>
                around({ type: 'refer-no-more', kind: reference.kind, refId: reference.id }, () =>
                  sayDone(`${reference.kind} ${reference.id} is no longer named`, () =>
                    around({ type: 'refer', kind: reference.kind, refId: reference.id }),
                  ),
                )
              }
            />
          )}
        </Group>
      ))}
      {may('references') && (
        <ReferenceForm
          ticket={ticket}
          size="xs"
          busy={busy}
          onAdd={(reference, added) => around({ type: 'refer', ...reference }, added)}
        />
      )}
    </Card>
  );
}
