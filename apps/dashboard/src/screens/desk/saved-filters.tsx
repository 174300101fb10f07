// Filters under a name of one's own, kept at this browser; the address still says what is shown.
import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useMe } from '../../api/session';
import { sayDone } from '../../parts/say';
import { readSearch, type QueueSearch } from './search';

interface Saved {
  readonly name: string;
  readonly search: QueueSearch;
}

const most = 30;

const parse = (text: string | undefined): Saved[] => {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return (Array.isArray(found) ? (found as Partial<Saved>[]) : []).flatMap(({ name, search }) =>
      typeof name === 'string' ? [{ name, search: readSearch({ ...search }) }] : [],
    );
  } catch {
    return [];
  }
};

export function SavedFilters(props: {
  readonly search: QueueSearch;
  readonly onChoose: (search: QueueSearch) => void;
}) {
  const { search, onChoose } = props;
  const me = useMe();
  const [saved, keep] = useLocalStorage<Saved[]>({
    key: `ledgerdesk-filters:${me.tenant.id}:${me.user.id}`,
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: parse,
  });
  const [naming, dialog] = useDisclosure(false);
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    keep([...saved.filter((one) => one.name !== wanted), { name: wanted, search }].slice(-most));
    setName('');
    dialog.close();
    sayDone(`“${wanted}” is kept`);
  };
  const forget = (one: Saved) => {
    keep(saved.filter(({ name: kept }) => kept !== one.name));
    sayDone(`“${one.name}” is forgotten`, () => keep((now) => [...now, one]));
  };
  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <Button px={{ base: 8, sm: 'sm' }} variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            Saved
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.map((one) => (
            <Group key={one.name} wrap="nowrap" gap={2}>
              <Menu.Item onClick={() => onChoose(one.search)} style={{ overflowWrap: 'anywhere' }}>
                {one.name}
              </Menu.Item>
              <Menu.Item w="auto" px={8} aria-label={`Forget ${one.name}`} onClick={() => forget(one)}>
                <IconX size={14} />
              </Menu.Item>
            </Group>
          ))}
          {saved.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={dialog.open}>Save these filters…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={naming}
        onClose={dialog.close}
        title="Save these filters"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <form onSubmit={save}>
          <Stack>
            <TextInput
              data-autofocus
              label="Name"
              description="Kept at this browser, for you alone"
              maxLength={60}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={dialog.close}>
                Cancel
              </Button>
              <Button type="submit" disabled={name.trim() === ''}>
                Save
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
