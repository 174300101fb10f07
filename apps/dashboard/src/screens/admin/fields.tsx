// Custom fields: what is asked beside the usual, and at which nodes of the classification.
import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  Menu,
  Modal,
  NativeSelect,
  Stack,
  Switch,
  Table,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconDots, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CustomField, PolicyDocument } from '#policy';
import { errorAt, useChangePolicy } from './change-policy';
import { FormButtons, freeId, Nothing, Off, Page } from './parts';
import { documentOf } from './policy-data';
import { Sortable } from './sortable';

const types: Readonly<Record<CustomField['type'], string>> = {
  text: 'One line of text',
  textarea: 'Text of several lines',
  number: 'Number',
  select: 'Choice from options',
};
type Node = CustomField['on'][number];
const fresh: CustomField = {
  id: '',
  name: '',
  type: 'text',
  options: [],
  order: 0,
  active: true,
  filterable: true,
  on: [],
};

const keyOf = ({ categoryId, typeId, itemId }: Pick<Node, 'categoryId' | 'typeId' | 'itemId'>) =>
  [categoryId, typeId, itemId].filter((id) => id !== undefined).join('/');

function nodesOf({ classification: { categories } }: PolicyDocument): { key: string; label: string }[] {
  return categories.flatMap((category) => [
    { key: category.id, label: category.name },
    ...category.types.flatMap((type) => [
      { key: `${category.id}/${type.id}`, label: `${category.name} › ${type.name}` },
      ...type.items.map((item) => ({
        key: `${category.id}/${type.id}/${item.id}`,
        label: `${category.name} › ${type.name} › ${item.name}`,
      })),
    ]),
  ]);
}

export function FieldsPage() {
  const [editing, setEditing] = useState<CustomField>();
  const change = useChangePolicy(() => setEditing(undefined));
  const { policy, changeNow, errors } = change;
  const nodes = nodesOf(policy);
  const labelOf = (node: Node) => nodes.find(({ key }) => key === keyOf(node))?.label ?? keyOf(node);
  const put = (field: CustomField): PolicyDocument => ({
    ...documentOf(policy),
    customFields: policy.customFields.some(({ id }) => id === field.id)
      ? policy.customFields.map((other) => (other.id === field.id ? field : other))
      : [...policy.customFields, field],
  });
  const index = policy.customFields.findIndex(({ id }) => id === editing?.id);
  const at = (field: string) =>
    errorAt(errors, `customFields[${index < 0 ? policy.customFields.length : index}].${field}`);
  const begin = (field: CustomField) => {
    change.forget();
    setEditing(field);
  };
  return (
    <Page
      title="Custom fields"
      about="A field belongs to nodes of the classification, and is asked for there. Customers are shown those of category and type, the desk all. A field goes out of use, never away: tickets may have values of it."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => begin(fresh)}>
          New field
        </Button>
      }
    >
      {policy.customFields.length === 0 && <Nothing>There are no custom fields yet.</Nothing>}
      <Sortable
        label="Custom fields"
        items={policy.customFields}
        nameOf={({ name }) => name}
        onOrder={(customFields, moved) =>
          void changeNow({ ...documentOf(policy), customFields }, `“${moved.name}” has a new place`)
        }
      >
        {(field) => (
          <>
            <Group gap="xs" flex={1} miw={0}>
              <Text fw={500} c={field.active ? undefined : 'dimmed'}>
                {field.name}
              </Text>
              <Text size="sm" c="dimmed">
                {types[field.type]}
                {field.on.length > 0 ? ` · ${field.on.map(labelOf).join(', ')}` : ' · at no category yet'}
              </Text>
              {!field.active && <Off>out of use</Off>}
              {field.filterable && (
                <Badge size="sm" variant="light" tt="none">
                  filter
                </Badge>
              )}
            </Group>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={`Actions on ${field.name}`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => begin(field)}>Edit</Menu.Item>
                <Menu.Item
                  onClick={() =>
                    void changeNow(
                      put({ ...field, active: !field.active }),
                      `“${field.name}” is ${field.active ? 'out of use' : 'in use again'}`,
                    )
                  }
                >
                  {field.active ? 'Take out of use' : 'Use again'}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </Sortable>
      <Modal
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing?.id ? 'Edit the field' : 'New field'}
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {editing && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const ids = policy.customFields.map(({ id }) => id);
              change.propose(
                put(editing.id ? editing : { ...editing, id: freeId(editing.name, ids), order: ids.length + 1 }),
              );
            }}
          >
            <Stack gap="sm">
              <TextInput
                label="Name"
                value={editing.name}
                maxLength={100}
                data-autofocus
                error={at('name')}
                onChange={({ currentTarget }) => setEditing({ ...editing, name: currentTarget.value })}
              />
              <NativeSelect
                label="Holds"
                value={editing.type}
                disabled={editing.id !== ''}
                description={editing.id ? 'Stays what it is: tickets may have values of it' : undefined}
                data={Object.entries(types).map(([value, label]) => ({ value, label }))}
                onChange={({ currentTarget }) => {
                  const type = currentTarget.value as CustomField['type'];
                  setEditing({ ...editing, type, options: type === 'select' ? editing.options : [] });
                }}
              />
              {editing.type === 'select' && (
                <TagsInput
                  label="Options"
                  description="Enter ends one"
                  value={[...editing.options]}
                  error={at('options')}
                  onChange={(options) => setEditing({ ...editing, options })}
                />
              )}
              <Switch
                label="Lists can be filtered by it"
                checked={editing.filterable}
                onChange={({ currentTarget }) => setEditing({ ...editing, filterable: currentTarget.checked })}
              />
              <NativeSelect
                label="Belongs to"
                value=""
                error={at('on')}
                data={[
                  { value: '', label: nodes.length === 0 ? 'There are no categories yet' : 'Add a node' },
                  ...nodes
                    .filter(({ key }) => !editing.on.some((node) => keyOf(node) === key))
                    .map(({ key, label }) => ({ value: key, label })),
                ]}
                onChange={({ currentTarget: { value } }) => {
                  const [categoryId, typeId, itemId] = value.split('/');
                  if (!categoryId) return;
                  const node: Node = {
                    categoryId,
                    ...(typeId !== undefined && { typeId }),
                    ...(itemId !== undefined && { itemId }),
                    visibleOnNew: true,
                    requiredOnNew: false,
                    order: editing.on.length + 1,
                  };
                  setEditing({ ...editing, on: [...editing.on, node] });
                }}
              />
              {editing.on.length > 0 && (
                <Table aria-label="Where it is asked for" verticalSpacing={4}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>At</Table.Th>
                      <Table.Th>On new tickets</Table.Th>
                      <Table.Th>Required</Table.Th>
                      <Table.Th aria-label="Take away" />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {editing.on.map((node, place) => {
                      const with_ = (part: Partial<Node>) =>
                        setEditing({
                          ...editing,
                          on: editing.on.map((other, at) => (at === place ? { ...other, ...part } : other)),
                        });
                      return (
                        <Table.Tr key={keyOf(node)}>
                          <Table.Td>{labelOf(node)}</Table.Td>
                          <Table.Td>
                            <Checkbox
                              aria-label={`On new tickets of ${labelOf(node)}`}
                              checked={node.visibleOnNew}
                              onChange={({ currentTarget: { checked } }) =>
                                with_({ visibleOnNew: checked, ...(!checked && { requiredOnNew: false }) })
                              }
                            />
                          </Table.Td>
                          <Table.Td>
                            <Checkbox
                              aria-label={`Required on new tickets of ${labelOf(node)}`}
                              checked={node.requiredOnNew}
                              onChange={({ currentTarget: { checked } }) =>
                                with_({ requiredOnNew: checked, ...(checked && { visibleOnNew: true }) })
                              }
                            />
                          </Table.Td>
                          <Table.Td>
                            <ActionIcon
                              variant="subtle"
                              color="gray"
                              aria-label={`Not at ${labelOf(node)}`}
                              onClick={() => setEditing({ ...editing, on: editing.on.filter((_, at) => at !== place) })}
                            >
                              <IconX size={14} />
                            </ActionIcon>
                          </Table.Td>
                        </Table.Tr>
                      );
                    })}
                  </Table.Tbody>
                </Table>
              )}
              <FormButtons busy={change.busy} save="See what changes" onCancel={() => setEditing(undefined)} />
            </Stack>
          </form>
        )}
      </Modal>
      {change.dialog}
    </Page>
  );
}
