// A list in an order of one's own: by dragging, or with the keyboard (space, arrows, space).
import { DragDropContext, Draggable, Droppable } from '@hello-pangea/dnd';
import { ActionIcon, Box, Group, TextInput } from '@mantine/core';
import { IconCheck, IconGripVertical, IconPencil, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

interface Entry {
  readonly id: string;
  readonly order: number;
}

interface SortableProps<T extends Entry> {
  readonly label: string;
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly onOrder: (items: T[], moved: T) => void;
  readonly children: (item: T) => ReactNode;
  /** under the row, inside the list */
  readonly below?: (item: T) => ReactNode;
}

export const inOrder = <T extends Entry>(items: readonly T[]): T[] => items.toSorted((a, b) => a.order - b.order);
export const numbered = <T extends Entry>(items: readonly T[]): T[] =>
  items.map((item, index) => ({ ...item, order: index + 1 }));

export function Sortable<T extends Entry>({ label, items, nameOf, onOrder, children, below }: SortableProps<T>) {
  const sorted = inOrder(items);
  const drop = (from: number, to: number | undefined) => {
    const moved = sorted[from];
    if (!moved || to === undefined || to === from) return;
    onOrder(numbered(sorted.toSpliced(from, 1).toSpliced(to, 0, moved)), moved);
  };
  return (
    <DragDropContext
      onDragEnd={({ source, destination }) => drop(source.index, destination?.index)}
      dragHandleUsageInstructions="Press space to lift, arrow up and down to move, space to drop, escape to leave it."
    >
      <Droppable droppableId={label}>
        {(drop) => (
          <Box ref={drop.innerRef} {...drop.droppableProps} role="list" aria-label={label}>
            {sorted.map((item, index) => (
              <Draggable key={item.id} draggableId={`${label}/${item.id}`} index={index}>
                {(drag, { isDragging }) => (
                  <Box
                    ref={drag.innerRef}
                    {...drag.draggableProps}
                    role="listitem"
                    bg={isDragging ? 'var(--desk-chosen)' : 'var(--mantine-color-body)'}
                    style={{
                      ...drag.draggableProps.style,
                      border: '1px solid var(--desk-line)',
                      borderRadius: 8,
                      marginBottom: 6,
                    }}
                  >
                    <Group wrap="nowrap" gap="xs" px="xs" py={6} mih={44}>
                      <Box
                        {...drag.dragHandleProps}
                        role="button"
                        aria-label={`Move ${nameOf(item)}`}
                        c="dimmed"
                        p={4}
                        style={{ cursor: 'grab', lineHeight: 0, borderRadius: 6, touchAction: 'none' }}
                      >
                        <IconGripVertical size={18} aria-hidden />
                      </Box>
                      {children(item)}
                    </Group>
                    {below?.(item)}
                  </Box>
                )}
              </Draggable>
            ))}
            {drop.placeholder}
          </Box>
        )}
      </Droppable>
    </DragDropContext>
  );
}

interface RenameProps {
  readonly name: string;
  readonly what: string;
  readonly onRename: (name: string) => void;
  readonly children?: ReactNode;
}

/** A name that can be changed where it stands. Enter saves, Escape leaves it. */
export function Rename({ name, what, onRename, children }: RenameProps) {
  const [draft, setDraft] = useState<string>();
  if (draft === undefined) {
    return (
      <Group gap={4} wrap="nowrap" flex={1} miw={0}>
        {children ?? <span style={{ overflowWrap: 'anywhere' }}>{name}</span>}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Rename ${what} ${name}`}
          onClick={() => setDraft(name)}
        >
          <IconPencil size={14} />
        </ActionIcon>
      </Group>
    );
  }
  const save = () => {
    setDraft(undefined);
    if (draft.trim() !== '' && draft.trim() !== name) onRename(draft.trim());
  };
  return (
    <Group gap={4} wrap="nowrap" flex={1} miw={0}>
      <TextInput
        size="xs"
        flex={1}
        aria-label={`Name of ${what} ${name}`}
        value={draft}
        maxLength={100}
        data-autofocus
        ref={(input) => {
          if (input && document.activeElement !== input && draft === name) input.focus();
        }}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') save();
          if (key === 'Escape') setDraft(undefined);
        }}
      />
      <ActionIcon variant="subtle" size="sm" aria-label="Save the name" onClick={save}>
        <IconCheck size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label="Leave the name"
        onClick={() => setDraft(undefined)}
      >
        <IconX size={14} />
      </ActionIcon>
    </Group>
  );
}
