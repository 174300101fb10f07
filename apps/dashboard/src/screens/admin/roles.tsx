// Roles: what each can do in words, roles of one's own, and changed built-in ones.
import {
  Badge,
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  capabilitiesOf,
  fitsSide,
  isBuiltIn,
  likeOf,
  mayGrant,
  roles as builtIn,
  sideOf,
  type Capability,
  type Role,
  type TenantRole,
} from '#access';
import { useMe } from '../../api/session';
import { useChangePolicy } from './change-policy';
import { confirmFirst, FormButtons, freeId, Page, Refused } from './parts';
import { documentOf } from './policy-data';
import { roleName } from './say-policy';
import { rightGroups, sayRight } from './say-rights';

interface Draft {
  /** empty: a new one */
  readonly id: string;
  readonly name: string;
  readonly like: Role;
  readonly rights: ReadonlySet<Capability>;
}

const sides = {
  customer: 'Customers',
  partner: 'Partners',
  staff: 'The desk',
  auditor: 'Auditors',
  service: 'Programs',
};

export function RolesPage() {
  const me = useMe();
  const [draft, setDraft] = useState<Draft>();
  const change = useChangePolicy(() => setDraft(undefined));
  const { policy, errors } = change;
  const own = policy.roles ?? {};
  const granter = { like: likeOf(me.role, own) ?? 'guest', capabilities: new Set(me.capabilities) };
  const ids = [...new Set<string>([...builtIn, ...Object.keys(own)])].filter((id) => id !== 'guest' && id !== 'system');
  const baseOf = ({ id, like }: Draft) => capabilitiesOf(like, isBuiltIn(id) ? {} : own);
  const documentWith = (roles: Readonly<Record<string, TenantRole>>) => {
    const { roles: _former, ...rest } = documentOf(policy);
    return Object.keys(roles).length === 0 ? rest : { ...rest, roles };
  };
  const begin = (next: Draft) => {
    change.forget();
    setDraft(next);
  };
  const save = (role: Draft) => {
    const base = baseOf(role);
    const id =
      role.id ||
      freeId(role.name, ids)
        .replaceAll('-', '_')
        .replace(/^[^a-z]/, 'r')
        .slice(0, 32);
    const entry: TenantRole = {
      like: role.like,
      ...(role.name.trim() !== '' && { name: role.name.trim() }),
      ...more(
        'with',
        [...role.rights].filter((right) => !base.has(right)),
      ),
      ...more(
        'without',
        [...base].filter((right) => !role.rights.has(right)),
      ),
    };
    const same = isBuiltIn(id) && Object.keys(entry).length === 1;
    const { [id]: _former, ...others } = own;
    change.propose(documentWith(same ? others : { ...others, [id]: entry }));
  };
  const remove = (id: string) =>
    confirmFirst(
      {
        title: isBuiltIn(id) ? `${roleName(id, own)} as it is built in?` : `Take the role ${roleName(id, own)} away?`,
        text: isBuiltIn(id)
          ? 'What you changed of it is undone, for everybody who has it.'
          : 'It stays as long as somebody has it: give them another role first.',
        yes: isBuiltIn(id) ? 'As built in' : 'Take away',
      },
      () => {
        const { [id]: _gone, ...others } = own;
        change.propose(documentWith(others));
      },
    );
  return (
    <Page
      title="Roles"
      about="A role is a bundle of rights, and acts from the side and in the scope of the one it is like. A change counts on the next request of everybody who has it. Nobody hands out a right they lack."
      actions={
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => begin({ id: '', name: '', like: 'agent', rights: capabilitiesOf('agent', own) })}
        >
          New role
        </Button>
      }
    >
      <Table.ScrollContainer minWidth={320}>
        <Table aria-label="Roles" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Role</Table.Th>
              <Table.Th visibleFrom="sm">Side</Table.Th>
              <Table.Th>Rights</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ids.map((id) => {
              const like = likeOf(id, own) ?? 'guest';
              const rights = capabilitiesOf(id, own);
              const changed = Object.hasOwn(own, id);
              const grantable = mayGrant(granter, id, own);
              return (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Group gap="xs">
                      <Text fw={500}>{roleName(id, own)}</Text>
                      {!isBuiltIn(id) && (
                        <Badge size="sm" variant="light" tt="none">
                          like {roleName(like, own)}
                        </Badge>
                      )}
                      {isBuiltIn(id) && changed && (
                        <Badge size="sm" variant="light" tt="none">
                          changed
                        </Badge>
                      )}
                    </Group>
                  </Table.Td>
                  <Table.Td visibleFrom="sm">{sides[sideOf(id, own) as keyof typeof sides] ?? '—'}</Table.Td>
                  <Table.Td className="figures">{rights.size}</Table.Td>
                  <Table.Td ta="right">
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      {changed && grantable && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="red"
                          onClick={() => remove(id)}
                          aria-label={`${isBuiltIn(id) ? 'As built in' : 'Take away'}: ${roleName(id, own)}`}
                        >
                          {isBuiltIn(id) ? 'As built in' : 'Take away'}
                        </Button>
                      )}
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`${grantable ? 'Change' : 'View'}: ${roleName(id, own)}`}
                        onClick={() => begin({ id, name: own[id]?.name ?? '', like, rights })}
                      >
                        {grantable ? 'Change' : 'View'}
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Modal
        opened={draft !== undefined}
        onClose={() => setDraft(undefined)}
        title={draft?.id ? roleName(draft.id, own) : 'New role'}
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {draft && (
          <RoleForm
            draft={draft}
            set={setDraft}
            readOnly={draft.id !== '' && !mayGrant(granter, draft.id, own)}
            grantable={(right) => me.capabilities.includes(right) || granter.like === 'super_admin'}
            errors={errors.map(({ field, message }) => `${field}: ${message}`)}
            busy={change.busy}
            models={builtIn.filter((id) => mayGrant(granter, id, own))}
            onLike={(like) => setDraft({ ...draft, like, rights: capabilitiesOf(like, own) })}
            onSave={() => save(draft)}
            onCancel={() => setDraft(undefined)}
          />
        )}
      </Modal>
      {!draft && errors.length > 0 && <Refused error={new Error(errors[0]?.message)} />}
      {change.dialog}
    </Page>
  );
}

const more = (key: 'with' | 'without', rights: readonly Capability[]) => (rights.length === 0 ? {} : { [key]: rights });

interface RoleFormProps {
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  readonly readOnly: boolean;
  readonly grantable: (right: Capability) => boolean;
  readonly models: readonly Role[];
  readonly errors: readonly string[];
  readonly busy: boolean;
  readonly onLike: (like: Role) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

function RoleForm({ draft, set, readOnly, grantable, models, errors, busy, onLike, onSave, onCancel }: RoleFormProps) {
  const side = sideOf(draft.like);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Name"
            value={draft.name}
            readOnly={readOnly}
            required={draft.id === ''}
            withAsterisk={false}
            maxLength={100}
            placeholder={draft.id ? roleName(draft.id) : 'Team lead'}
            onChange={({ currentTarget }) => set({ ...draft, name: currentTarget.value })}
          />
          <NativeSelect
            label="Like"
            description="Decides the side and what it sees"
            inputWrapperOrder={['label', 'input', 'description']}
            value={draft.like}
            disabled={draft.id !== ''}
            data={[...new Set([draft.like, ...models])].map((id) => ({ value: id, label: roleName(id) }))}
            onChange={({ currentTarget }) => onLike(currentTarget.value as Role)}
          />
        </SimpleGrid>
        {rightGroups.map(({ title, rights }) => {
          const shown = rights.filter((right) => draft.rights.has(right) || fitsSide(right, side));
          if (shown.length === 0) return null;
          return (
            <fieldset key={title} style={{ border: 0, padding: 0, margin: 0 }}>
              <Title order={3} size="h6" component="legend" mb={6}>
                {title}
              </Title>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} verticalSpacing={6}>
                {shown.map((right) => (
                  <Checkbox
                    key={right}
                    label={sayRight[right]}
                    checked={draft.rights.has(right)}
                    disabled={readOnly || (!draft.rights.has(right) && !grantable(right))}
                    onChange={({ currentTarget: { checked } }) => {
                      const next = new Set(draft.rights);
                      if (checked) next.add(right);
                      else next.delete(right);
                      set({ ...draft, rights: next });
                    }}
                  />
                ))}
              </SimpleGrid>
            </fieldset>
          );
        })}
        {errors.map((error) => (
          <Text key={error} size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        ))}
        {readOnly ? (
          <Text size="sm" c="dimmed">
            This role is above yours: only somebody who has all its rights changes it.
          </Text>
        ) : (
          <FormButtons busy={busy} save="See what changes" onCancel={onCancel} />
        )}
      </Stack>
    </form>
  );
}
