// Beside the thread: whose it is, what it is about, and what it hangs together with. What may not be changed is text.
import { ActionIcon, Anchor, Button, Group, Pill, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { limits, linkTypes, type LinkType } from '#ticket';
import { useAround, type Around } from '../../api/around-ticket';
import { api, ask, type Named, type Ticket } from '../../api/client';
import { useAct, type Act } from '../../api/commands';
import { assigneesQuery, categoriesQuery, tagsQuery, usePriorities } from '../../api/tickets';
import { sayFailed } from '../../parts/say';
import { StatusBadge } from '../../parts/status';
import { Prose } from '../../parts/prose';
import { Time } from '../../parts/time';
import { CustomFields } from './custom-fields';
import { rankedAssignees } from './ranked-assignees';
import { Card } from './sidebar-card';
import classes from './ticket.module.css';

interface Part {
  readonly ticket: Ticket;
  readonly may: (action: string) => boolean;
}

export function Sidebar({ ticket }: { readonly ticket: Ticket }) {
  const part = { ticket, may: (action: string) => ticket.allowedActions.includes(action) };
  return (
    <Stack gap="md" component="aside" aria-label="About this ticket">
      <Card title="Assignment">
        <Assignment {...part} />
        <Priority {...part} />
      </Card>
      <Card title="Classification">
        <Classification {...part} />
        <Tags {...part} />
      </Card>
      <CustomFields ticket={ticket} editable={part.may('set-custom-fields')} />
      {ticket.resolution && (
        <Card title="Resolution">
          <Text size="sm" c="dimmed">
            {ticket.resolution.by?.name ?? 'Nobody named'}, <Time at={ticket.resolution.at} />
          </Text>
          {ticket.resolution.notes && <Prose text={ticket.resolution.notes} />}
        </Card>
      )}
      <Links {...part} />
      <Recipients {...part} />
      <References {...part} />
      <Card title="Details">
        <dl className={classes.facts} style={{ margin: 0 }}>
          <Fact name="Requester">
            {ticket.requester.name}
            {ticket.requester.email && (
              <Text size="xs" c="dimmed">
                {ticket.requester.email}
              </Text>
            )}
          </Fact>
          {ticket.client && <Fact name="Client">{ticket.client.name}</Fact>}
          {ticket.project && <Fact name="Project">{ticket.project.name}</Fact>}
          <Fact name="Created">
            <Time at={ticket.createdAt} />
          </Fact>
          <Fact name="Updated">
            <Time at={ticket.updatedAt} />
          </Fact>
          {ticket.resolvedAt && (
            <Fact name="Resolved">
              <Time at={ticket.resolvedAt} />
            </Fact>
          )}
          {ticket.closedAt && (
            <Fact name="Closed">
              <Time at={ticket.closedAt} />
            </Fact>
          )}
          {ticket.slaDeadline && (
            <Fact name="Deadline">
              <Time at={ticket.slaDeadline} />
            </Fact>
          )}
        </dl>
      </Card>
    </Stack>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function useDo({ id }: Ticket) {
  const acting = useAct();
  const arounding = useAround();
  const onError = (error: unknown) => sayFailed(error);
  return {
    act: (act: Act) => acting.mutate({ id, act }, { onError }),
    around: (done: Around, onSuccess?: () => void) => arounding.mutate({ id, done }, { onError, onSuccess }),
    busy: acting.isPending || arounding.isPending,
  };
}

const options = (items: readonly Named[] = []) => items.map(({ id, name }) => ({ value: id, label: name }));
/** The one that is set stays on offer, also when it is no longer in the catalogue. */
const withSet = (items: { value: string; label: string }[], set?: Named | null) =>
  set && !items.some(({ value }) => value === set.id) ? [...items, { value: set.id, label: set.name }] : items;

/** Those whose work the ticket's classification is come first, under a name. */
function ranked(items: readonly (Named & { readonly covers: boolean })[], set?: Named) {
  const covering = items.filter(({ covers }) => covers);
  if (covering.length === 0) return withSet(options(items), set);
  const others = items.filter(({ covers }) => !covers);
  return [
    { group: 'For this category', items: options(covering) },
    {
      group: 'Everybody else',
      items: withSet(options(others), covering.some(({ id }) => id === set?.id) ? null : set),
    },
  ];
}

function Assignment({ ticket, may }: Part) {
  const { act, busy } = useDo(ticket);
  const { data } = useQuery({ ...assigneesQuery('', ticket.id), enabled: may('assign') });
  const { user, group } = ticket.assignee ?? {};
  if (!may('assign'))
    return <Text size="sm">{[user?.name, group?.name].filter(Boolean).join(', ') || 'Unassigned'}</Text>;
  const assign = (userId?: string, groupId?: string) =>
    act({ type: 'assign', ...(userId && { userId }), ...(groupId && { groupId }) });
  const { people, groups } = rankedAssignees(data);
  const common = { size: 'sm', searchable: true, clearable: true, disabled: busy } as const;
  return (
    <>
      <Select
        {...common}
        label="Person"
        placeholder="Nobody"
        data={ranked(people, user)}
        value={user?.id ?? null}
        onChange={(id) => assign(id ?? undefined, group?.id)}
      />
      <Select
        {...common}
        label="Group"
        placeholder="None"
        data={ranked(groups, group)}
        value={group?.id ?? null}
        onChange={(id) => assign(user?.id, id ?? undefined)}
      />
    </>
  );
}

function Priority({ ticket, may }: Part) {
  const { act, busy } = useDo(ticket);
  const { items, label } = usePriorities();
  if (!may('set-priority')) return <Text size="sm">Priority: {label(ticket.priority)}</Text>;
  return (
    <Select
      size="sm"
      label="Priority"
      allowDeselect={false}
      disabled={busy}
      data={withSet(
        items.map(({ id, label: name }) => ({ value: id, label: name })),
        { id: ticket.priority, name: label(ticket.priority) },
      )}
      value={ticket.priority}
      onChange={(priority) => {
        const known = items.find(({ id }) => id === priority);
        if (known) act({ type: 'set-priority', priority: known.id });
      }}
    />
  );
}

function Classification({ ticket, may }: Part) {
  const { act, busy } = useDo(ticket);
  const { data } = useQuery(categoriesQuery);
  const said = [ticket.category, ticket.type, ticket.item].flatMap((one) => one?.name ?? []);
  if (!may('classify')) return <Text size="sm">{said.join(' › ') || 'Not classified'}</Text>;
  const category = data?.items.find(({ id }) => id === ticket.category?.id);
  const type = category?.types.find(({ id }) => id === ticket.type?.id);
  const active = <T extends { readonly active: boolean }>(items: readonly T[] = []) =>
    items.filter((one) => one.active);
  const common = { size: 'sm', disabled: busy, searchable: true } as const;
  return (
    <>
      <Select
        {...common}
        label="Category"
        placeholder="None"
        data={withSet(options(active(data?.items)), ticket.category)}
        value={ticket.category?.id ?? null}
        allowDeselect={false}
        onChange={(categoryId) => categoryId && act({ type: 'classify', categoryId })}
      />
      {category && active(category.types).length > 0 && (
        <Select
          {...common}
          label="Type"
          placeholder="None"
          clearable
          data={withSet(options(active(category.types)), ticket.type)}
          value={ticket.type?.id ?? null}
          onChange={(typeId) => act({ type: 'classify', categoryId: category.id, ...(typeId && { typeId }) })}
        />
      )}
      {category && type && active(type.items).length > 0 && (
        <Select
          {...common}
          label="Item"
          placeholder="None"
          clearable
          data={withSet(options(active(type.items)), ticket.item)}
          value={ticket.item?.id ?? null}
          onChange={(itemId) =>
            act({ type: 'classify', categoryId: category.id, typeId: type.id, ...(itemId && { itemId }) })
          }
        />
      )}
    </>
  );
}

function Tags({ ticket, may }: Part) {
  const { act, busy } = useDo(ticket);
  const [text, setText] = useState('');
  const [prefix] = useDebouncedValue(text.trim(), 200);
  const { data } = useQuery({ ...tagsQuery(prefix), enabled: may('tag') });
  if (!may('tag')) {
    return (
      <Group gap={4}>
        {ticket.tags.map((tag) => (
          <Pill key={tag}>{tag}</Pill>
        ))}
      </Group>
    );
  }
  return (
    <TagsInput
      size="sm"
      label="Tags"
      placeholder={ticket.tags.length === 0 ? 'Add a tag' : undefined}
      disabled={busy}
      maxTags={limits.tagsPerTicket}
      maxLength={limits.tag}
      data={data?.items.map(({ name }) => name) ?? []}
      value={ticket.tags}
      searchValue={text}
      onSearchChange={setText}
      onChange={(wanted) => {
        for (const tag of wanted) if (!ticket.tags.includes(tag)) act({ type: 'tag', tag });
        for (const tag of ticket.tags) if (!wanted.includes(tag)) act({ type: 'untag', tag });
      }}
    />
  );
}

const linkNames: Readonly<Record<LinkType, string>> = {
  related_to: 'Related to',
  parent_of: 'Parent of',
  child_of: 'Child of',
  caused_by: 'Caused by',
  causes: 'Causes',
  duplicate_of: 'Duplicate of',
  duplicated_by: 'Duplicated by',
};

function Links({ ticket, may }: Part) {
  const { around, busy } = useDo(ticket);
  const [as, setAs] = useState<LinkType>('related_to');
  const [target, setTarget] = useState('');
  if (ticket.links.length === 0 && !may('link')) return null;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (target.trim()) around({ type: 'link', as, target: target.trim() }, () => setTarget(''));
  };
  return (
    <Card title="Linked tickets">
      {ticket.links.map((link) => (
        <Group key={`${link.type} ${link.id}`} gap={6} wrap="nowrap" justify="space-between">
          <Stack gap={0} miw={0}>
            <Text size="xs" c="dimmed">
              {linkNames[link.type]}
            </Text>
            <Anchor component={Link} to={`/tickets/${link.id}`} size="sm" truncate>
              {link.number} {link.subject}
            </Anchor>
          </Stack>
          <Group gap={2} wrap="nowrap">
            <StatusBadge status={link.status} size="sm" />
            {may('link') && (
              <Remove
                name={`the link to ${link.number}`}
                busy={busy}
                onClick={() => around({ type: 'unlink', as: link.type, other: link.id })}
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
            <TextInput
              size="xs"
              aria-label="Number of the other ticket"
              placeholder="Number"
              value={target}
              onChange={({ currentTarget }) => setTarget(currentTarget.value)}
              flex={1}
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

function Recipients({ ticket, may }: Part) {
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
            <Remove name={name} busy={busy} onClick={() => around({ type: 'tell-no-more', userId: id })} />
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
          disabled={busy}
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

function References({ ticket, may }: Part) {
  const { around, busy } = useDo(ticket);
  const [kind, setKind] = useState('call');
  const [refId, setRefId] = useState('');
  if (ticket.references.length === 0 && !may('references')) return null;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (refId.trim() && kind.trim())
      around({ type: 'refer', kind: kind.trim(), refId: refId.trim() }, () => setRefId(''));
  };
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
              onClick={() => around({ type: 'refer-no-more', kind: reference.kind, refId: reference.id })}
            />
          )}
        </Group>
      ))}
      {may('references') && (
        <form onSubmit={add}>
          <Group gap="xs" wrap="nowrap">
            <TextInput
              size="xs"
              aria-label="Kind of reference"
              value={kind}
              maxLength={limits.referenceKind}
              onChange={({ currentTarget }) => setKind(currentTarget.value)}
              w={80}
            />
            <TextInput
              size="xs"
              aria-label="Id of the reference"
              placeholder="Id"
              value={refId}
              maxLength={limits.referenceId}
              onChange={({ currentTarget }) => setRefId(currentTarget.value)}
              flex={1}
            />
            <Button size="xs" type="submit" variant="default" loading={busy}>
              Add
            </Button>
          </Group>
        </form>
      )}
    </Card>
  );
}

const Remove = ({
  name,
  busy,
  onClick,
}: {
  readonly name: string;
  readonly busy: boolean;
  readonly onClick: () => void;
}) => (
  <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Remove ${name}`} disabled={busy} onClick={onClick}>
    <IconX size={14} />
  </ActionIcon>
);
