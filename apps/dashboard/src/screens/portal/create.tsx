// Asking for help: what the policy wants to know, nothing that it does not, and nothing twice.
import {
  Accordion,
  Alert,
  Button,
  Group,
  Paper,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Textarea,
  Title,
} from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { limits } from '#ticket';
import { api, ask, type Schemas } from '../../api/client';
import { reached, useLookAgain } from '../../api/commands';
import { sayProblem } from '../../api/problem';
import { may, useMe } from '../../api/session';
import { categoriesQuery, clientsQuery, fieldsQuery, prioritiesQuery, projectsQuery } from '../../api/tickets';
import { CallsField } from '../../parts/calls-field';
import { Classification } from '../../parts/classification';
import { useDraft } from '../../parts/draft';
import { FieldInput } from '../../parts/field-input';
import { MarkdownField } from '../../parts/markdown-field';
import { sayDone } from '../../parts/say';
import { useSendKey } from '../../parts/send-key';
import { NoPermission } from '../../shell/places';
import { Guidance } from './guidance';
import {
  blank,
  bodyOf,
  contextFields,
  errorsOf,
  readDraft,
  shownFields,
  type ContextField,
  type NewTicketForm,
} from './new-ticket';
import classes from './portal.module.css';
import { RecipientsField } from './recipients-field';
import { useSecrets } from './secrets';

type Form = UseFormReturnType<NewTicketForm>;

export function NewTicket() {
  const me = useMe();
  return may(me, 'create') ? <TicketForm /> : <NoPermission />;
}

function TicketForm() {
  const me = useMe();
  // There before the form is shown, so that it stands still.
  const own = me.clients.length === 1 ? [projectsQuery(me.clients[0]?.id)] : [];
  useSuspenseQueries({ queries: [prioritiesQuery, categoriesQuery, ...own] });
  const { rules } = me;
  const navigate = useNavigate();
  const [draft, write, drop] = useDraft(`new-ticket:${me.user.id}`);
  const [opened, setOpened] = useState(() => ({ form: readDraft(draft), kept: draft !== '' }));
  const form = useForm<NewTicketForm>({
    initialValues: opened.form,
    onValuesChange: (values) => write(JSON.stringify(values)),
  });
  const { values, errors } = form;
  const clientId = values.clientId ?? (me.clients.length === 1 ? me.clients[0]?.id : undefined);
  const { data: projects } = useQuery({ ...projectsQuery(clientId), enabled: clientId !== undefined });
  const { data: resolved } = useQuery({
    ...fieldsQuery({
      ...(values.categoryId && { categoryId: values.categoryId }),
      ...(values.typeId && { typeId: values.typeId }),
      ...(values.itemId && { itemId: values.itemId }),
    }),
    enabled: values.categoryId !== null,
  });
  const fields = values.categoryId === null ? [] : (resolved?.items.filter(({ visibleOnNew }) => visibleOnNew) ?? []);
  const secrets = useSecrets({ Subject: values.subject, Description: values.description, ...named(values.context) });
  const { sending, send } = useSend((id) => {
    drop();
    sayDone('The ticket is open');
    void navigate({ to: '/dashboard/support/$id', params: { id }, replace: true });
  });
  const projectItems = projects?.items ?? [];

  const missing = (): Record<string, string> => ({
    ...(values.subject.trim() === '' && { subject: 'Say in a few words what it is about' }),
    ...(rules.descriptionRequired && values.description.trim() === '' && { description: 'Say what is happening' }),
    ...(me.side === 'partner' && clientId === undefined && { clientId: 'Choose the client this is for' }),
    ...(projectItems.length > 0 && values.projectId === null && { projectId: 'Confirm which project it belongs to' }),
    ...(rules.categoryRequired && values.categoryId === null && { categoryId: 'Choose a category' }),
    ...Object.fromEntries(
      fields
        .filter(({ id, visibleOnNew, requiredOnNew }) => visibleOnNew && requiredOnNew && !values.customFields[id])
        .filter(({ id }) => values.customFields[id] !== 0)
        .map(({ id, name }) => [`customFields.${id}`, `${name} is needed`]),
    ),
  });
  const show = (problems: Record<string, string>) => {
    form.setErrors(problems);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
  };
  const submit = () => {
    const problems = missing();
    if (Object.keys(problems).length > 0) return show(problems);
    secrets.ask(() => send(bodyOf(values, fields), show));
  };
  const elsewhere = Object.entries(errors).filter(([field]) => !shownFields.test(field));
  const failed = sending.error !== null && Object.keys(errorsOf(sending.error)).length === 0;

  return (
    <Stack p="md" gap="md" maw={1180} mx="auto">
      <Title order={1} size="h3">
        New ticket
      </Title>
      <div className={classes.columns} data-guided>
        <form
          noValidate
          aria-label="New ticket"
          onSubmit={(event) => {
            event.preventDefault();
            if (!sending.isPending) submit();
          }}
        >
          <Stack gap="md">
            {opened.kept && (
              <Alert color="blue" py="xs" role="status">
                <Group justify="space-between" gap="xs">
                  <Text size="sm">What you had begun to write is still here.</Text>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => {
                      form.setValues(blank);
                      drop();
                      setOpened({ form: blank, kept: false });
                      sayDone('The form is empty again', () => form.setValues(values));
                    }}
                  >
                    Begin anew
                  </Button>
                </Group>
              </Alert>
            )}
            <Paper withBorder p="md">
              <Stack gap="md">
                <Client form={form} clientId={clientId} />
                {projectItems.length > 0 && (
                  <Select
                    label="Project"
                    description="Confirm which one it belongs to"
                    placeholder="Choose a project"
                    withAsterisk
                    allowDeselect={false}
                    data={[
                      ...projectItems.map(({ id, name }) => ({ value: id, label: name })),
                      { value: '', label: 'Not about one project' },
                    ]}
                    {...form.getInputProps('projectId')}
                  />
                )}
                <TextInput
                  label="Subject"
                  placeholder="In a few words"
                  required
                  maxLength={limits.subject}
                  {...form.getInputProps('subject')}
                />
                <MarkdownField
                  label="What is happening?"
                  placeholder="What you wanted to do, where, what you expected, what came instead"
                  required={rules.descriptionRequired}
                  minRows={7}
                  maxLength={limits.description}
                  value={values.description}
                  error={errors.description}
                  onChange={(description) => form.setFieldValue('description', description)}
                />
              </Stack>
            </Paper>
            <Priorities form={form} />
            {rules.levels > 0 && (
              <Classified form={form} levels={rules.levels} required={rules.categoryRequired} fields={fields} />
            )}
            <Paper withBorder p="md">
              <Stack gap="md">
                {rules.recipients.max > 1 && (
                  <RecipientsField
                    first={me.user}
                    value={values.recipients}
                    onChange={(people) => form.setFieldValue('recipients', people)}
                    clientId={clientId}
                    most={rules.recipients.max}
                    error={messageOf(errors.recipients)}
                  />
                )}
                {rules.calls > 0 && (
                  <CallsField
                    clientId={clientId}
                    projectId={values.projectId || undefined}
                    most={rules.calls}
                    {...form.getInputProps('calls')}
                  />
                )}
              </Stack>
            </Paper>
            <Details form={form} />
            {secrets.warning}
            {(failed || elsewhere.length > 0) && (
              <Alert color="red" icon={<IconAlertCircle />} role="alert" title="The ticket was not opened">
                {failed
                  ? sayProblem(sending.error)
                  : elsewhere.map(([field, message]) => `${field}: ${messageOf(message) ?? ''}`).join('. ')}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button type="submit" size="md" loading={sending.isPending}>
                Open the ticket
              </Button>
            </Group>
          </Stack>
        </form>
        <Guidance />
      </div>
    </Stack>
  );
}

const messageOf = (error: unknown): string | undefined => (typeof error === 'string' ? error : undefined);
const named = (context: NewTicketForm['context']): Record<string, string> =>
  Object.fromEntries(
    // A licence key is a key, and belongs there.
    Object.entries(context).flatMap(([name, text]) =>
      name === 'licenceKey' ? [] : [[contextFields[name as ContextField], text]],
    ),
  );

/** One key for one body: sent again, it is the same ticket. */
function useSend(onDone: (id: string) => void) {
  const lookAgain = useLookAgain();
  const { keyFor, sent } = useSendKey();
  const sending = useMutation({
    mutationFn: (body: Schemas['OpenTicketBody']) =>
      ask(api.POST('/v1/tickets', { params: { header: { 'Idempotency-Key': keyFor(body) } }, body })),
    onSuccess: async (receipt) => {
      sent();
      await reached(receipt);
      await lookAgain(receipt.id);
      onDone(receipt.id);
    },
  });
  const send = (body: Schemas['OpenTicketBody'], onRefused: (errors: Record<string, string>) => void) =>
    sending.mutate(body, { onError: (error) => onRefused(errorsOf(error)) });
  return { sending, send };
}

/** For those who work for several. */
function Client({ form, clientId }: { readonly form: Form; readonly clientId: string | undefined }) {
  const me = useMe();
  const chooses = may(me, 'choose-client') && (me.side !== 'partner' || me.clients.length > 1);
  const { data } = useQuery({ ...clientsQuery, enabled: chooses });
  if (!chooses) return null;
  return (
    <Select
      label="Client"
      placeholder="Choose the client"
      searchable
      clearable={me.side !== 'partner'}
      withAsterisk={me.side === 'partner'}
      data={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={clientId ?? null}
      error={form.errors.clientId}
      onChange={(id) => form.setValues({ clientId: id, projectId: null, recipients: [] })}
    />
  );
}

/** With what each is for; nothing where the role chooses none. */
function Priorities({ form }: { readonly form: Form }) {
  const { data } = useQuery(prioritiesQuery);
  const selectable = data?.items.filter((priority) => priority.selectable) ?? [];
  if (selectable.length === 0) return null;
  const chosen = form.values.priority ?? data?.default ?? null;
  return (
    <Paper withBorder p="md">
      <Radio.Group
        label="Priority"
        value={chosen}
        error={form.errors.priority}
        onChange={(priority) => form.setFieldValue('priority', priority)}
      >
        <SimpleGrid cols={{ base: 1, sm: Math.min(selectable.length, 3) }} spacing="xs" mt={6}>
          {selectable.map(({ id, label, guide }) => (
            <Radio.Card key={id} value={id} p="sm" className={classes.choice} aria-label={label}>
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <Radio.Indicator style={{ flexShrink: 0 }} />
                <div>
                  <Text size="sm" fw={500}>
                    {label}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {guide ?? usualGuide[id]}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
    </Paper>
  );
}

/** Where the tenant's policy says nothing. */
const usualGuide: Readonly<Record<Schemas['PriorityBody']['id'], string>> = {
  low: 'A question, or something small that keeps nobody from working',
  normal: 'Something is not right, and you can go on for now',
  medium: 'Something is not right and slows you down',
  high: 'A team cannot do its work, or your customers notice',
  critical: 'Everything stands still',
};

function Classified(props: {
  readonly form: Form;
  readonly levels: number;
  readonly required: boolean;
  readonly fields: readonly Schemas['ResolvedFieldBody'][];
}) {
  const { form, levels, required, fields } = props;
  const { categoryId, typeId, itemId, customFields } = form.values;
  const { errors } = form;
  return (
    <Stack gap="md" className={classes.classified}>
      <Classification
        value={{ categoryId, typeId, itemId }}
        onChange={(chosen) => form.setValues({ ...chosen })}
        levels={levels}
        required={required}
        errors={{
          categoryId: messageOf(errors.categoryId),
          typeId: messageOf(errors.typeId),
          itemId: messageOf(errors.itemId),
        }}
      />
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={customFields[field.id] ?? null}
          editable
          required={field.requiredOnNew}
          error={messageOf(errors[`customFields.${field.id}`])}
          onChange={(value) => form.setFieldValue('customFields', { ...customFields, [field.id]: value })}
        />
      ))}
    </Stack>
  );
}

const isContextField = (field: string) => field.startsWith('context.');

/** What support would ask next; folded, open where something stands in it or is refused. */
function Details({ form }: { readonly form: Form }) {
  const { context } = form.values;
  const refused = Object.keys(form.errors).some(isContextField);
  const [open, setOpen] = useState<string | null>(Object.values(context).some(Boolean) ? 'details' : null);
  useEffect(() => {
    if (refused) setOpen('details');
  }, [refused]);
  const field = (name: ContextField) => ({
    label: contextFields[name],
    maxLength: limits.contextValue,
    value: context[name] ?? '',
    error: form.errors[`context.${name}`],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      form.setFieldValue('context', { ...context, [name]: currentTarget.value });
      form.clearFieldError(`context.${name}`);
    },
  });
  return (
    <Accordion variant="contained" value={open} onChange={setOpen} radius="md">
      <Accordion.Item value="details">
        <Accordion.Control>
          <Text fw={500} size="sm">
            More that helps
          </Text>
          <Text size="xs" c="dimmed">
            Product, site, licence, time, what you have tried; all of it may stay empty
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              <TextInput {...field('productName')} />
              <TextInput {...field('siteUrl')} type="url" placeholder="https://" />
              <TextInput {...field('licenceKey')} />
              <TextInput {...field('occurredAt')} type="datetime-local" maxLength={undefined} />
            </SimpleGrid>
            <Textarea {...field('expected')} autosize minRows={2} />
            <Textarea {...field('actual')} autosize minRows={2} />
            <Textarea {...field('stepsTried')} autosize minRows={3} />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
