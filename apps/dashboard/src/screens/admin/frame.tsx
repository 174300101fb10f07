// The settings: a menu of their own beside the page, on a phone a list to choose from above it.
import { Box, Flex, NativeSelect, NavLink, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { may, useMe } from '../../api/session';
import { NoPermission } from '../../shell/places';
import { firstPlace, places } from './places';

export function AdminFrame() {
  const me = useMe();
  const small = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (!may(me, 'administer')) return <NoPermission />;
  return (
    <Flex direction={small ? 'column' : 'row'} align={small ? 'stretch' : 'flex-start'}>
      {small ? <Choice /> : <Menu />}
      <Box flex={1} miw={0} p="md" maw={1040}>
        <Outlet />
      </Box>
    </Flex>
  );
}

function Menu() {
  const { pathname } = useLocation();
  return (
    <Box
      component="nav"
      aria-label="Administration"
      w={184}
      p="xs"
      pos="sticky"
      top={52}
      h="calc(100dvh - 52px)"
      style={{ borderRight: '1px solid var(--desk-line)', overflowY: 'auto', flexShrink: 0 }}
    >
      <Stack gap="sm">
        {places.map(({ title, pages }) => (
          <div key={title}>
            <Text size="xs" fw={600} c="dimmed" px={10} pb={4} component="h2" m={0}>
              {title}
            </Text>
            {pages.map(({ to, label }) => (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={label}
                py={4}
                active={pathname === to}
                aria-current={pathname === to ? 'page' : undefined}
                style={{ borderRadius: 8 }}
              />
            ))}
          </div>
        ))}
      </Stack>
    </Box>
  );
}

function Choice() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const to = (wanted: string) => places.flatMap(({ pages }) => [...pages]).find((page) => page.to === wanted)?.to;
  return (
    <Box px="md" pt="md">
      <NativeSelect
        aria-label="Page of the administration"
        value={pathname}
        onChange={({ currentTarget }) => void navigate({ to: to(currentTarget.value) ?? firstPlace })}
        data={places.map(({ title, pages }) => ({
          group: title,
          items: pages.map((page) => ({ value: page.to, label: page.label })),
        }))}
      />
    </Box>
  );
}
