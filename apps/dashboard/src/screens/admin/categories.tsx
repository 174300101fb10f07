// The classification: categories, their types, their items, each in an order of one's own.
import { ActionIcon, Box, Button, Collapse, Group, Menu, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Category, CategoryItem, CategoryType, PolicyDocument } from '#policy';
import { sayFailed } from '../../parts/say';
import { useChangePolicy } from './change-policy';
import { confirmFirst, freeId, Nothing, Off, Page } from './parts';
import { documentOf, preview } from './policy-data';
import { patchBetween } from './policy-patch';
import { Rename, Sortable } from './sortable';

type Node = Category | CategoryType | CategoryItem;

export function CategoriesPage() {
  const change = useChangePolicy();
  const { policy, changeNow } = change;
  const { categories, levels } = policy.classification;
  const current = documentOf(policy);
  const withNodes = (next: readonly Node[]): PolicyDocument => {
    const kept = next as readonly Category[];
    return {
      ...current,
      classification: { ...policy.classification, categories: kept },
      // A field of a node that is gone has no place any more.
      customFields: policy.customFields.map((field) => ({ ...field, on: field.on.filter((node) => has(kept, node)) })),
    };
  };
  /** What is in the way, with how many tickets there are; the desk counts them. */
  const heldBy = async (next: readonly Node[]) => {
    const { problems } = await preview(patchBetween(current, withNodes(next)));
    return problems.map(({ message }) => message).join('; ');
  };
  return (
    <Page
      title="Categories"
      about={
        levels === 3
          ? 'Category, type and item. Drag to order, or lift with the space bar and move with the arrows. What is archived is offered no more; tickets keep it.'
          : 'One level: a policy with three levels has types and items too. Drag to order, or lift with the space bar and move with the arrows.'
      }
    >
      {categories.length === 0 && <Nothing>There is no category yet. The first one is a name away.</Nothing>}
      <Level
        what="category"
        label="Categories"
        nodes={categories}
        depth={levels}
        onChange={(next, told) => void changeNow(withNodes(next), told)}
        heldBy={heldBy}
      />
    </Page>
  );
}

const below = { category: 'type', type: 'item' } as const;

interface LevelProps {
  readonly what: 'category' | 'type' | 'item';
  readonly label: string;
  readonly nodes: readonly Node[];
  readonly depth: 1 | 3;
  readonly onChange: (nodes: readonly Node[], told: string) => void;
  readonly heldBy: (nodes: readonly Node[]) => Promise<string>;
}

const childrenOf = (node: Node): readonly Node[] => ('types' in node ? node.types : 'items' in node ? node.items : []);
const withChildren = (node: Node, children: readonly Node[]): Node =>
  'types' in node ? { ...node, types: children as readonly CategoryType[] } : { ...node, items: children };

function Level({ what, label, nodes, depth, onChange, heldBy }: LevelProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const replace = (id: string, next: Node) => nodes.map((node) => (node.id === id ? next : node));
  const remove = async (node: Node) => {
    const next = nodes.filter(({ id }) => id !== node.id);
    const parts = childrenOf(node).length;
    let held: string;
    try {
      held = await heldBy(next);
    } catch (error) {
      return sayFailed(error);
    }
    if (held) {
      return confirmFirst(
        {
          title: `“${node.name}” cannot be taken away`,
          text: `${held}. Archived, it is offered no more, and tickets keep it.`,
          yes: 'Archive it',
          danger: false,
        },
        () => onChange(replace(node.id, { ...node, active: false }), `“${node.name}” is archived`),
      );
    }
    confirmFirst(
      {
        title: `Take “${node.name}” away?`,
        text:
          parts > 0
            ? `No ticket is classified as it. What is below it (${parts}) goes with it.`
            : 'No ticket is classified as it.',
        yes: 'Take away',
      },
      () => onChange(next, `“${node.name}” is gone`),
    );
  };
  const add = () => {
    const called = name.trim();
    if (called === '') return;
    const id = freeId(
      called,
      nodes.map((node) => node.id),
    );
    const entry = { id, name: called, order: Math.max(0, ...nodes.map(({ order }) => order)) + 1, active: true };
    const node: Node =
      what === 'category' ? { ...entry, types: [] } : what === 'type' ? { ...entry, items: [] } : entry;
    onChange([...nodes, node], `“${called}” is there`);
    setName('');
  };
  return (
    <>
      <Sortable
        label={label}
        items={nodes}
        nameOf={(node) => node.name}
        onOrder={(items, moved) => onChange(items, `“${moved.name}” has a new place`)}
        below={(node) =>
          what !== 'item' && (what === 'type' || depth === 3) ? (
            <Collapse expanded={open.has(node.id)}>
              {open.has(node.id) && (
                <Box pl={36} pr="xs" pb="xs">
                  <Level
                    what={below[what]}
                    label={`${below[what] === 'type' ? 'Types' : 'Items'} of ${node.name}`}
                    nodes={childrenOf(node)}
                    depth={depth}
                    onChange={(children, told) => onChange(replace(node.id, withChildren(node, children)), told)}
                    heldBy={(children) => heldBy(replace(node.id, withChildren(node, children)))}
                  />
                </Box>
              )}
            </Collapse>
          ) : null
        }
      >
        {(node) => (
          <>
            {what !== 'item' && depth === 3 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-expanded={open.has(node.id)}
                aria-label={`What is below ${node.name}`}
                onClick={() => {
                  const next = new Set(open);
                  if (!next.delete(node.id)) next.add(node.id);
                  setOpen(next);
                }}
              >
                {open.has(node.id) ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
              </ActionIcon>
            )}
            <Rename
              name={node.name}
              what={what}
              onRename={(next) => onChange(replace(node.id, { ...node, name: next }), `Now called “${next}”`)}
            >
              <Group gap="xs" miw={0}>
                <Text c={node.active ? undefined : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
                  {node.name}
                </Text>
                {!node.active && <Off>archived</Off>}
                {childrenOf(node).length > 0 && (
                  <Text size="sm" c="dimmed">
                    {childrenOf(node).length} {what === 'category' ? 'types' : 'items'}
                  </Text>
                )}
              </Group>
            </Rename>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={`Actions on ${node.name}`}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  onClick={() =>
                    onChange(
                      replace(node.id, { ...node, active: !node.active }),
                      `“${node.name}” is ${node.active ? 'archived' : 'offered again'}`,
                    )
                  }
                >
                  {node.active ? 'Archive' : 'Offer again'}
                </Menu.Item>
                <Menu.Item color="red" onClick={() => void remove(node)}>
                  Take away
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </Sortable>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Group gap="xs" mt={4}>
          <TextInput
            size="sm"
            flex="1 1 160px"
            maw={320}
            placeholder={`Name of a new ${what}`}
            aria-label={`New ${what}${label.includes(' of ') ? ` of ${label.split(' of ')[1]}` : ''}`}
            value={name}
            maxLength={100}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" variant="light" size="sm" leftSection={<IconPlus size={14} />} disabled={!name.trim()}>
            Add
          </Button>
        </Group>
      </form>
    </>
  );
}

type FieldNode = PolicyDocument['customFields'][number]['on'][number];
function has(categories: readonly Category[], { categoryId, typeId, itemId }: FieldNode): boolean {
  const types = categories.find(({ id }) => id === categoryId)?.types;
  if (typeId === undefined) return types !== undefined;
  const items = types?.find(({ id }) => id === typeId)?.items;
  return itemId === undefined ? items !== undefined : (items?.some(({ id }) => id === itemId) ?? false);
}
