// A ticket for somebody who called, wrote or came by: opened at the desk, in the requester's name.
import { Button, Group, Paper, Select, SimpleGrid, Stack, TagsInput, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { limits } from '#ticket';
import { api, ask, type Named, type Schemas } from '../../api/client';
import { reached, useLookAgain } from '../../api/commands';
import { fieldErrors, sayProblem } from '../../api/problem';
import { may, useMe } from '../../api/session';
import {
  assigneesQuery,
  categoriesQuery,
  clientsQuery,
  fieldsQuery,
  prioritiesQuery,
  tagsQuery,
  usePriorities,
} from '../../api/tickets';
import { CallsField } from '../../parts/calls-field';
import { useDraft } from '../../parts/draft';
import { sayDone, sayNote } from '../../parts/say';
import { FieldInput, type Value } from '../../parts/field-input';
import { SecretsHint, saySecrets } from '../../parts/secrets';
import { useSendKey } from '../../parts/send-key';
import { NoPermission } from '../../shell/places';
import { rankedAssignees } from './ranked-assignees';

type Body = Schemas['OpenTicketBody'];

interface Form {
  subject: string;
  description: string;
  requesterId: string;
  requesterName: string;
  clientId: string;
  projectId: string;
  priority: string;
  categoryId: string;
  typeId: string;
  itemId: string;
  userId: string;
  groupId: string;
  tags: string[];
  calls: string[];
  customFields: Record<string, Value>;
}

const empty: Form = {
  subject: '',
  description: '',
  requesterId: '',
  requesterName: '',
  clientId: '',
  projectId: '',
  priority: 'normal',
  categoryId: '',
  typeId: '',
  itemId: '',
  userId: '',
  groupId: '',
  tags: [],
  calls: [],
  customFields: {},
};

const drafted = (text: string): Form => {
  try {
    return { ...empty, ...(JSON.parse(text) as Partial<Form>) };
  } catch {
    return empty;
  }
};

const options = (items: readonly Named[] = []) => items.map(({ id, name }) => ({ value: id, label: name }));
const active = <T extends { readonly active: boolean }>(items: readonly T[] = []) => items.filter((one) => one.active);

/** What was filled in, by the names of the desk. */
function bodyOf({ subject, description, userId, groupId, priority, tags, calls, customFields, ...form }: Form): Body {
  const given = (['requesterId', 'clientId', 'projectId', 'categoryId', 'typeId', 'itemId'] as const).flatMap((name) =>
    form[name] === '' ? [] : [[name, form[name]] as const],
  );
  const values = Object.entries(customFields).filter(([, value]) => value !== null);
  return {
    subject: subject.trim(),
    description,
    priority: priority as NonNullable<Body['priority']>,
    ...Object.fromEntries(given),
    ...((userId || groupId) && { assignee: { ...(userId && { userId }), ...(groupId && { groupId }) } }),
    ...(tags.length > 0 && { tags }),
    ...(calls.length > 0 && { references: calls.map((id) => ({ kind: 'call', id })) }),
    ...(values.length > 0 && { customFields: Object.fromEntries(values) }),
  };
}

/** By the form's fields; what is wrong with one call stands at all of them. */
const errorsOf = (error: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldErrors(error)).map(([field, message]) => [
      field.startsWith('references') ? 'calls' : field,
      message,
    ]),
  );

export function NewTicket() {
  const me = useMe();
  return may(me, 'create-for-other') ? <NewTicketForm /> : <NoPermission />;
}

/** There before the form is shown, so that it stands still. */
const offered = [prioritiesQuery, categoriesQuery, clientsQuery, assigneesQuery(''), fieldsQuery({})] as const;

function NewTicketForm() {
  useSuspenseQueries({ queries: offered });
  const me = useMe();
  const navigate = useNavigate();
  const lookAgain = useLookAgain();
  const sending = useSendKey();
  const [draft, keep, drop] = useDraft('new-ticket');
  const form = useForm<Form>({ initialValues: drafted(draft), onValuesChange: (now) => keep(JSON.stringify(now)) });
  const { values, setValues, getInputProps } = form;
  const { items: priorities } = usePriorities();
  const { data: categories } = useQuery(categoriesQuery);
  const { data: clients } = useQuery(clientsQuery);
  const { data: projects } = useQuery({
    queryKey: ['catalogue', 'projects', values.clientId],
    queryFn: () => ask(api.GET('/v1/projects', { params: { query: { clientId: values.clientId } } })),
    enabled: values.clientId !== '',
  });
  const { data: assignees } = useQuery(assigneesQuery(''));
  const { data: tags } = useQuery(tagsQuery(''));
  const category = categories?.items.find(({ id }) => id === values.categoryId);
  const type = category?.types.find(({ id }) => id === values.typeId);
  const at = {
    ...(values.categoryId && { categoryId: values.categoryId }),
    ...(values.typeId && { typeId: values.typeId }),
    ...(values.itemId && { itemId: values.itemId }),
  };
  const { data: fields } = useQuery({ ...fieldsQuery(at), placeholderData: keepPreviousData });
  const asked = fields?.items.filter(({ visibleOnNew, requiredOnNew }) => visibleOnNew || requiredOnNew) ?? [];
  const { people, groups } = rankedAssignees(assignees);

  const opening = useMutation({
    mutationFn: async (body: Body) => {
      const receipt = await ask(
        api.POST('/v1/tickets', { params: { header: { 'Idempotency-Key': sending.keyFor(body) } }, body }),
      );
      await reached(receipt);
      await lookAgain();
      return receipt;
    },
    onSuccess: ({ id, number, warnings }) => {
      sending.sent();
      drop();
      sayDone(`${number} is open`);
      if (warnings) sayNote(`It looks as if it held ${saySecrets(warnings)}.`);
      void navigate({ to: '/tickets/$id', params: { id } });
    },
    onError: (error) => form.setErrors(errorsOf(error)),
  });
  const open = () => {
    const known = new Set(asked.map(({ id }) => id));
    const body = bodyOf(values);
    const customFields = Object.entries(body.customFields ?? {}).filter(([id]) => known.has(id));
    opening.mutate({ ...body, ...(body.customFields && { customFields: Object.fromEntries(customFields) }) });
  };
  const chosen = (name: keyof Form, clears: Partial<Form> = {}) => ({
    value: (values[name] as string) || null,
    onChange: (value: string | null) => setValues({ ...clears, [name]: value ?? '' }),
    error: form.errors[name],
    clearable: true,
    searchable: true,
  });
  const elsewhere = opening.error && Object.keys(fieldErrors(opening.error)).length === 0;

  return (
    <Stack p="md" maw={860}>
      <Title order={1} size="h3">
        New ticket
      </Title>
      <Paper withBorder p="md">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!opening.isPending) open();
          }}
        >
          <Stack>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Requester
                id={values.requesterId}
                name={values.requesterName}
                clientId={values.clientId}
                own={me.user.name}
                error={form.errors.requesterId}
                onChange={(person) => setValues({ requesterId: person?.id ?? '', requesterName: person?.name ?? '' })}
              />
              <Select
                label="Client"
                description="The requester's own, when nothing is chosen"
                data={options(clients?.items)}
                {...chosen('clientId', { projectId: '', requesterId: '', requesterName: '' })}
              />
            </SimpleGrid>
            {projects && projects.items.length > 0 && (
              <Select label="Project" data={options(projects.items)} {...chosen('projectId')} />
            )}
            <TextInput label="Subject" required maxLength={limits.subject} {...getInputProps('subject')} />
            <div>
              <Textarea
                label="Description"
                description="Markdown"
                required={me.rules.descriptionRequired}
                autosize
                minRows={5}
                maxRows={20}
                maxLength={limits.description}
                {...getInputProps('description')}
              />
              <SecretsHint text={`${values.subject}\n${values.description}`} />
            </div>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <Select
                label="Category"
                data={options(active(categories?.items))}
                required={me.rules.categoryRequired}
                {...chosen('categoryId', { typeId: '', itemId: '' })}
              />
              {active(category?.types).length > 0 && (
                <Select label="Type" data={options(active(category?.types))} {...chosen('typeId', { itemId: '' })} />
              )}
              {active(type?.items).length > 0 && (
                <Select label="Item" data={options(active(type?.items))} {...chosen('itemId')} />
              )}
            </SimpleGrid>
            {asked.map((field) => (
              <FieldInput
                key={field.id}
                field={field}
                editable
                required={field.requiredOnNew}
                value={values.customFields[field.id] ?? null}
                error={form.errors[`customFields.${field.id}`] as string | undefined}
                onChange={(value) => setValues({ customFields: { ...values.customFields, [field.id]: value } })}
              />
            ))}
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <Select
                label="Priority"
                data={priorities.map(({ id, label }) => ({ value: id, label }))}
                {...chosen('priority')}
                clearable={false}
                allowDeselect={false}
              />
              <Select label="Person" placeholder="Nobody" data={options(people)} {...chosen('userId')} />
              <Select label="Group" placeholder="None" data={options(groups)} {...chosen('groupId')} />
            </SimpleGrid>
            <TagsInput
              label="Tags"
              data={tags?.items.map(({ name }) => name) ?? []}
              maxTags={limits.tagsPerTicket}
              maxLength={limits.tag}
              {...getInputProps('tags')}
            />
            {me.rules.calls > 0 && (
              <CallsField
                clientId={values.clientId || undefined}
                projectId={values.projectId || undefined}
                most={me.rules.calls}
                {...getInputProps('calls')}
              />
            )}
            <Group justify="flex-end">
              {elsewhere && <span role="alert">{sayProblem(opening.error)}</span>}
              <Button
                variant="default"
                onClick={() => {
                  drop();
                  void navigate({ to: '/' });
                  if (draft === '') return;
                  sayDone('What you had written is dropped', () => {
                    keep(draft);
                    void navigate({ to: '/tickets/new' });
                  });
                }}
              >
                Cancel
              </Button>
              <Button type="submit" loading={opening.isPending}>
                Open the ticket
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Stack>
  );
}

/** Found by name or address, among those the desk may see. */
function Requester(props: {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly own: string;
  readonly error: React.ReactNode;
  readonly onChange: (person: Named | undefined) => void;
}) {
  const { id, name, clientId, own, error, onChange } = props;
  const [text, setText] = useState(name);
  const [q] = useDebouncedValue(text === name ? '' : text.trim(), 250);
  const { data } = useQuery({
    queryKey: ['recipient-candidates', q, clientId],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/v1/recipient-candidates', {
          params: { query: { ...(q && { q }), ...(clientId && { clientId }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = data?.items.map((one) => ({
    value: one.id,
    label: one.email ? `${one.name} (${one.email})` : one.name,
  }));
  const set = id && !found?.some(({ value }) => value === id) ? [{ value: id, label: name }] : [];
  return (
    <Select
      label="Requester"
      description={`Nobody chosen: ${own}`}
      placeholder="Name or address"
      searchable
      clearable
      value={id || null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      data={[...set, ...(found ?? [])]}
      nothingFoundMessage="Nobody"
      error={error}
      onChange={(value, option) => onChange(value && option ? { id: value, name: option.label } : undefined)}
    />
  );
}
