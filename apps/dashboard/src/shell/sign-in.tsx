import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { signInUrl } from '../api/session';
import { Mark } from './mark';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const { returnTo } = route.useSearch();
  return (
    <Center mih="100dvh" p="md" component="main">
      <Paper withBorder radius="lg" p="xl" w="100%" maw={400} shadow="sm">
        <Stack align="center" ta="center">
          <Mark size={48} />
          <Title order={1} size="h2">
            Ledgerdesk
          </Title>
          <Text c="dimmed">Questions asked, answered, and never lost.</Text>
          <Button component="a" href={signInUrl(returnTo ?? '/')} fullWidth size="md">
            Sign in
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
