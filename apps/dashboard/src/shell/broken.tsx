import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useConnection } from '../api/live';
import { isProblem, sayProblem } from '../api/problem';
import { failed, useSaysFailure } from './failure';
import { NoPermission, NotFound, NotLicensed, Place } from './places';

/** The screen that could not be shown, by the reason the desk gave. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const client = useQueryClient();
  const { reset: askAnew } = useQueryErrorResetBoundary();
  const again = useCallback(() => {
    askAnew();
    reset();
    void router.invalidate();
    void client.refetchQueries({ type: 'active', predicate: failed });
  }, [askAnew, reset, router, client]);
  useSaysFailure();
  // What could not be shown is shown when the desk is back, without anybody asking for it.
  const connection = useConnection();
  const before = useRef(connection);
  useEffect(() => {
    if (before.current === 'away' && connection === 'live') again();
    before.current = connection;
  }, [connection, again]);
  if (isProblem(error, 'feature-not-licensed')) {
    return <NotLicensed feature={error.errors[0]?.field ?? 'supportTickets'} />;
  }
  if (isProblem(error) && error.status === 403) return <NoPermission />;
  if (isProblem(error) && error.status === 404) return <NotFound />;
  const away = error instanceof TypeError;
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
