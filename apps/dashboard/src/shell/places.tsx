// Where there is nothing to see, and why.
import { Button, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconBan, IconLock, IconMapPinOff, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface PlaceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export const Place = ({ icon: Sign, title, children, action }: PlaceProps) => (
  <Stack align="center" ta="center" gap="sm" py={72} px="md">
    <ThemeIcon variant="light" color="gray" size={56} radius="xl" aria-hidden>
      <Sign size={28} />
    </ThemeIcon>
    <Title order={2} size="h3">
      {title}
    </Title>
    <Text c="dimmed" maw={460}>
      {children}
    </Text>
    {action}
  </Stack>
);

const home = (
  <Button component={Link} to="/" variant="light">
    To the start
  </Button>
);

export const NotFound = () => (
  <Place icon={IconMapPinOff} title="There is nothing here" action={home}>
    The address leads nowhere, or to something that is not yours to see.
  </Place>
);

export const NoPermission = () => (
  <Place icon={IconLock} title="This is not open to you" action={home}>
    Your role does not include this page. Somebody who administers the desk can change that.
  </Place>
);

export const NotLicensed = ({ feature }: { readonly feature: string }) => (
  <Place icon={IconBan} title="Not part of your subscription" action={home}>
    The feature “{feature}” is switched off for your organisation.
  </Place>
);
