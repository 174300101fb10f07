import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { isProblem, sayProblem } from '../api/problem';
import { NoPermission, NotFound, NotLicensed, Place } from './places';

/** The screen that could not be shown, by the reason the desk gave. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (isProblem(error, 'feature-not-licensed')) {
    return <NotLicensed feature={error.errors[0]?.field ?? 'supportTickets'} />;
  }
  if (isProblem(error) && error.status === 403) return <NoPermission />;
  if (isProblem(error) && error.status === 404) return <NotFound />;
  const away = error instanceof TypeError;
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Place
      icon={away ? IconPlugConnectedX : IconAlertTriangle}
      title={away ? 'The desk cannot be reached' : 'This page could not be shown'}
      action={
        <Group>
          <Button onClick={again}>Try again</Button>
        </Group>
      }
    >
      {sayProblem(error)}
    </Place>
  );
}
