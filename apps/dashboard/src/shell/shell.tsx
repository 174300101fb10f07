// The frame around every screen: where one can go, who one is, and whether what is shown is up to date.
import {
  ActionIcon,
  AppShell,
  Avatar,
  Badge,
  Box,
  Burger,
  Button,
  Group,
  Menu,
  Modal,
  NavLink,
  ScrollArea,
  Stack,
  Text,
  Tooltip,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import {
  IconCloudOff,
  IconDeviceDesktop,
  IconKey,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconRefresh,
  IconSun,
} from '@tabler/icons-react';
import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { followDesk, useConnection } from '../api/live';
import { keepSession, licensed, sessionQuery, signInUrl, signOut, useMe } from '../api/session';
import { Jump } from './jump';
import { Mark } from './mark';
import { badgesQuery, placesOf } from './navigation';
import { NotLicensed } from './places';
import { ShortcutHelp } from './shortcuts';
import { Standing } from './standing';

/** What stays open when tickets are not part of the subscription: there it is seen, and history is kept. */
const beside = /^\/(admin|audit|account)(\/|$)/;

export function Shell() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [menuOpen, menu] = useDisclosure(false);
  const [helpOpen, help] = useDisclosure(false);
  const [signedOut, signedOutIs] = useDisclosure(false);
  const { pathname } = useLocation();
  useEffect(() => menu.close(), [pathname]); // eslint-disable-line react/exhaustive-deps -- only when the place changes
  useEffect(() => followDesk(client), [client]);
  useEffect(() => keepSession(signedOutIs.open), [signedOutIs.open]);
  useHotkeys([
    ['shift+?', help.open],
    ['?', help.open],
    ...placesOf(me).flatMap(({ to, shortcut }): [string, () => void][] =>
      shortcut ? [[`alt+${shortcut}`, () => void navigate({ to })]] : [],
    ),
  ]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: { sm: 192, lg: 220 }, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={0}
      transitionDuration={0}
    >
      <a href="#main" className="skip">
        To the content
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={menuOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={menuOpen ? 'Close the menu' : 'Open the menu'}
            />
            <UnstyledButton component={Link} to="/" aria-label="Ledgerdesk, to the start">
              <Group gap={8} wrap="nowrap">
                <Mark />
                <Text fw={650} visibleFrom="xs">
                  Ledgerdesk
                </Text>
              </Group>
            </UnstyledButton>
          </Group>
          <Jump />
          <Group gap={6} wrap="nowrap">
            <Freshness />
            <UserMenu onHelp={help.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label="Main">
        <ScrollArea>
          <Places />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} style={{ outline: 'none' }}>
        {licensed(me, 'supportTickets') || beside.test(pathname) ? (
          <Outlet />
        ) : (
          <NotLicensed feature="supportTickets" />
        )}
      </AppShell.Main>
      <Standing />
      <ShortcutHelp opened={helpOpen} onClose={help.close} />
      <SignInAgain opened={signedOut} onDone={signedOutIs.close} />
    </AppShell>
  );
}

function Places() {
  const me = useMe();
  const { pathname } = useLocation();
  const { data: open, isError } = useQuery(badgesQuery(me));
  const places = placesOf(me);
  // The longest that fits: /dashboard/support/new is not also /dashboard/support.
  const here = places
    .filter(({ to, covers = [to] }) =>
      covers.some((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))),
    )
    .sort((a, b) => b.to.length - a.to.length)[0];
  return (
    <Stack gap={2}>
      {places.map((place) => {
        const { to, label, icon: Sign, badge } = place;
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            // Which of two places that fit is meant is said below.
            activeOptions={{ exact: true, includeSearch: false }}
            label={label}
            active={place === here}
            aria-current={place === here ? 'page' : undefined}
            leftSection={<Sign size={18} stroke={1.7} aria-hidden />}
            rightSection={
              badge && open && !isError ? (
                <Badge
                  size="sm"
                  variant="filled"
                  className="figures"
                  data-testid="open-badge"
                  aria-label={`${open} open`}
                >
                  {open > 999 ? '999+' : open}
                </Badge>
              ) : null
            }
            style={{ borderRadius: 8 }}
          />
        );
      })}
    </Stack>
  );
}

/** Says when what is shown is being looked up again, or no longer hears of changes. */
function Freshness() {
  const fetching = useIsFetching({ predicate: ({ state }) => state.data !== undefined }) > 0;
  const connection = useConnection();
  const label = connection === 'away' ? 'Live updates are interrupted; trying again' : 'Updating…';
  const shown = fetching || connection === 'away';
  return (
    <Box w={28} role="status" aria-label={shown ? label : undefined}>
      {shown && (
        <Tooltip label={label}>
          <Group justify="center" c={connection === 'away' ? 'orange' : 'dimmed'}>
            {connection === 'away' ? <IconCloudOff size={18} /> : <IconRefresh size={16} />}
          </Group>
        </Tooltip>
      )}
    </Box>
  );
}

function UserMenu({ onHelp }: { readonly onHelp: () => void }) {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    ['auto', 'As the system', IconDeviceDesktop],
    ['light', 'Light', IconSun],
    ['dark', 'Dark', IconMoon],
  ] as const;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" radius="xl" size="lg" aria-label={`Account of ${me.user.name}`}>
          <Avatar name={me.user.name} color="indigo" size="sm" alt="" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" py={6}>
          <Text fw={600} truncate>
            {me.user.name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {me.role.replaceAll('_', ' ')} · {me.tenant.name}
          </Text>
        </Box>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {schemes.map(([scheme, label, Sign]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Sign size={16} />}
            onClick={() => setColorScheme(scheme)}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            bg={colorScheme === scheme ? 'var(--desk-chosen)' : undefined}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {me.side !== 'auditor' && (
          <Menu.Item leftSection={<IconKey size={16} />} component={Link} to="/account/api-keys">
            Your API keys
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Signing in happens in a second window: the place, and what was being written, stay as they are. */
function SignInAgain({ opened, onDone }: { readonly opened: boolean; readonly onDone: () => void }) {
  const client = useQueryClient();
  const goOn = async () => {
    if (!(await client.fetchQuery({ ...sessionQuery, staleTime: 0 }))) return;
    onDone();
    await client.invalidateQueries();
  };
  return (
    <Modal
      opened={opened}
      onClose={onDone}
      title="You are no longer signed in"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text>Sign in again in a new window, then go on here. Nothing you have written is lost.</Text>
        <Group justify="flex-end">
          <Button component="a" href={signInUrl('/')} target="_blank" rel="noopener" variant="light">
            Sign in
          </Button>
          <Button onClick={() => void goOn()}>I have signed in</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
