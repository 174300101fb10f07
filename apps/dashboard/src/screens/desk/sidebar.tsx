// Beside the thread: whose it is, what it is about, and what it hangs together with. What may not be changed is text.
import { Group, Pill, Select, Stack, TagsInput, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { limits } from '#ticket';
import type { Named, Ticket } from '../../api/client';
import { assigneesQuery, categoriesQuery, tagsQuery, usePriorities } from '../../api/tickets';
import { Prose } from '../../parts/prose';
import { Stars } from '../../parts/stars';
import { Time } from '../../parts/time';
import { CustomFields } from './custom-fields';
import { rankedAssignees } from './ranked-assignees';
import { Links, Recipients, References } from './around-card';
import { Card, useDo, type Part } from './sidebar-card';
import classes from './ticket.module.css';

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
      {ticket.rating && (
        <Card title="Rating">
          <Group gap="xs">
            <Stars score={ticket.rating.score} />
            <Text size="xs" c="dimmed">
              <Time at={ticket.rating.at} />
            </Text>
          </Group>
          {ticket.rating.comment && <Text size="sm">{ticket.rating.comment}</Text>}
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
  const common = { size: 'sm', searchable: true, clearable: true, readOnly: busy } as const;
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
      readOnly={busy}
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
  const common = { size: 'sm', readOnly: busy, searchable: true } as const;
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
      readOnly={busy}
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
