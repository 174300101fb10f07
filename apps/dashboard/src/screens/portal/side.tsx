// Beside the conversation: how it stands, who is told, and what hangs together with it.
import { ActionIcon, Anchor, Group, Select, Stack, Text, Timeline } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPhone, IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { LinkType } from '#ticket';
import type { Ticket } from '../../api/client';
import { useAround, type Around } from '../../api/around-ticket';
import { useAct } from '../../api/commands';
import { useMe } from '../../api/session';
import { candidatesQuery, fieldsQuery, threadQuery, useStatuses } from '../../api/tickets';
import { Classification } from '../../parts/classification';
import { ReferenceForm } from '../../parts/reference-form';
import { sayDone, sayFailed } from '../../parts/say';
import { StatusBadge } from '../../parts/status';
import { Time, sayExactly } from '../../parts/time';
import { Card } from './card';
import { ownerOf } from './columns';
import classes from './portal.module.css';
import { RateTicket } from './rating';

interface Part {
  readonly ticket: Ticket;
}
const offers = ({ allowedActions }: Ticket, action: string) => allowedActions.includes(action);

export function Side({ ticket }: Part) {
  return (
    <Stack gap="md" component="aside" aria-label="About the ticket" miw={0}>
      <RateTicket key={ticket.rating?.at} ticket={ticket} />
      <Facts ticket={ticket} />
      <Statuses ticket={ticket} />
      <Recipients ticket={ticket} />
      <Fields ticket={ticket} />
      <References ticket={ticket} />
      <Links ticket={ticket} />
    </Stack>
  );
}

function Facts({ ticket }: Part) {
  const { side } = useMe();
  const classified = [ticket.category, ticket.type, ticket.item].flatMap((one) => one?.name ?? []);
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    ['Requester', ticket.requester.name],
    ...(side === 'customer' ? [] : ([['Client', ticket.client?.name]] as const)),
    ['Project', ticket.project?.name],
    ['Owner', ownerOf(ticket) ?? 'Nobody yet'],
    ['Category', offers(ticket, 'classify') ? undefined : classified.join(' › ')],
    ['Opened', <Time key="at" at={ticket.createdAt} />],
    ['Updated', <Time key="at" at={ticket.updatedAt} />],
    ['Resolved', ticket.resolvedAt && <Time key="at" at={ticket.resolvedAt} />],
    ['Closed', ticket.closedAt && <Time key="at" at={ticket.closedAt} />],
    ['Answer due', ticket.slaDeadline && <Time key="at" at={ticket.slaDeadline} />],
  ];
  return (
    <Card title="Details">
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== undefined && value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {offers(ticket, 'classify') && <Reclassify ticket={ticket} />}
    </Card>
  );
}

function Reclassify({ ticket }: Part) {
  const doing = useAct();
  const value = {
    categoryId: ticket.category?.id ?? null,
    typeId: ticket.type?.id ?? null,
    itemId: ticket.item?.id ?? null,
  };
  return (
    <Classification
      levels={3}
      required
      readOnly={doing.isPending}
      value={value}
      onChange={({ categoryId, typeId, itemId }) => {
        if (categoryId === null) return;
        const act = { type: 'classify', categoryId, ...(typeId && { typeId }), ...(itemId && { itemId }) } as const;
        doing.mutate({ id: ticket.id, act }, { onError: (error) => sayFailed(error) });
      }}
    />
  );
}

/** Every status it has had, and since when. */
function Statuses({ ticket }: Part) {
  const { data } = useInfiniteQuery(threadQuery(ticket.id));
  const { byId } = useStatuses();
  const entries =
    data?.pages
      .flatMap(({ items }) => items)
      .flatMap(({ kind, to, ...more }) => (kind === 'status' && typeof to === 'string' ? { to, ...more } : [])) ?? [];
  if (entries.length === 0) return null;
  return (
    <Card title="Status history">
      <Timeline active={entries.length - 1} bulletSize={12} lineWidth={2}>
        {entries.map(({ id, to, at, actor, reason }) => (
          <Timeline.Item
            key={id}
            title={
              <Text size="sm" fw={500}>
                {byId.get(to)?.label ?? to}
              </Text>
            }
          >
            <Text size="xs" c="dimmed" title={sayExactly(at)}>
              {actor.name}, <Time at={at} />
            </Text>
            {reason && <Text size="xs">{reason}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}

function useDo({ id }: Ticket) {
  const doing = useAround();
  return {
    busy: doing.isPending,
    around: (done: Around, onSuccess?: () => void) =>
      doing.mutate({ id, done }, { onError: (error) => sayFailed(error), onSuccess }),
  };
}

function Recipients({ ticket }: Part) {
  const { rules } = useMe();
  const { around, busy } = useDo(ticket);
  const editable = offers(ticket, 'recipients');
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 300);
  const { data } = useQuery({ ...candidatesQuery(q, ticket.client?.id), enabled: editable });
  if (ticket.recipients.length === 0 && !editable) return null;
  const there = new Set(ticket.recipients.map(({ id }) => id));
  return (
    <Card title="Told of replies">
      {ticket.recipients.map(({ id, name }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {name}
          </Text>
          {editable && ticket.recipients.length > rules.recipients.min && (
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
      {editable && ticket.recipients.length < rules.recipients.max && (
        <Select
          size="sm"
          aria-label="Tell somebody else"
          placeholder="Tell somebody else"
          searchable
          value={null}
          searchValue={text}
          onSearchChange={setText}
          readOnly={busy}
          // The desk has searched already.
          filter={({ options }) => options}
          data={
            data?.items.filter(({ id }) => !there.has(id)).map(({ id, name }) => ({ value: id, label: name })) ?? []
          }
          nothingFoundMessage="Nobody else"
          onChange={(userId) => userId && around({ type: 'tell', userId }, () => setText(''))}
        />
      )}
    </Card>
  );
}

function Fields({ ticket }: Part) {
  const values = Object.entries(ticket.customFields).filter(([, value]) => value !== null && value !== '');
  const { data } = useQuery({
    ...fieldsQuery({
      ...(ticket.category && { categoryId: ticket.category.id }),
      ...(ticket.type && { typeId: ticket.type.id }),
      ...(ticket.item && { itemId: ticket.item.id }),
    }),
    enabled: values.length > 0,
  });
  if (values.length === 0) return null;
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (
    <Card title="More about it">
      <dl className={classes.facts}>
        {values.map(([id, value]) => (
          <div key={id}>
            <dt>{names.get(id) ?? id}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function References({ ticket }: Part) {
  const { around, busy } = useDo(ticket);
  const editable = offers(ticket, 'references');
  if (ticket.references.length === 0 && !editable) return null;
  return (
    <Card title="Related calls and references">
      {ticket.references.map(({ kind, id }) => (
        <Group key={`${kind}:${id}`} justify="space-between" wrap="nowrap">
          <Link
            to="/dashboard/support"
            search={{ view: 'all', reference: `${kind}:${id}` }}
            className={classes.call}
            title="Everything that refers to it"
          >
            {kind === 'call' && <IconPhone size={14} aria-hidden />}
            <span>
              {kind} {id}
            </span>
          </Link>
          {editable && (
            <Remove
              name={`${kind} ${id}`}
              busy={busy}
              onClick={() =>
                around({ type: 'refer-no-more', kind, refId: id }, () =>
                  sayDone(`${kind} ${id} is no longer named`, () => around({ type: 'refer', kind, refId: id })),
                )
              }
            />
          )}
        </Group>
      ))}
      {editable && (
        <ReferenceForm
          ticket={ticket}
          size="sm"
          busy={busy}
          onAdd={(reference, added) => around({ type: 'refer', ...reference }, added)}
        />
      )}
    </Card>
  );
}

const linkNames: Readonly<Record<LinkType, string>> = {
  related_to: 'Related to',
  parent_of: 'Includes',
  child_of: 'Part of',
  caused_by: 'Caused by',
  causes: 'Causes',
  duplicate_of: 'Same as',
  duplicated_by: 'Same as',
};

function Links({ ticket }: Part) {
  if (ticket.links.length === 0) return null;
  return (
    <Card title="Linked tickets">
      {ticket.links.map(({ type, id, number, subject, status }) => (
        <Group key={`${type} ${id}`} gap={6} wrap="nowrap" justify="space-between">
          <Stack gap={0} miw={0}>
            <Text size="xs" c="dimmed">
              {linkNames[type]}
            </Text>
            <Anchor component={Link} to={`/dashboard/support/${id}`} size="sm" truncate>
              {number} {subject}
            </Anchor>
          </Stack>
          <StatusBadge status={status} size="sm" />
        </Group>
      ))}
    </Card>
  );
}

const Remove = (props: { readonly name: string; readonly busy: boolean; readonly onClick: () => void }) => (
  <ActionIcon
    size="sm"
    variant="subtle"
    color="gray"
    aria-label={`Remove ${props.name}`}
    disabled={props.busy}
    onClick={props.onClick}
  >
    <IconX size={14} />
  </ActionIcon>
);
