// What holds for everything on the screen until it is over: being offline, and parts that could not be fetched.
import { Button, Group, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { sayProblem } from '../api/problem';
import { sayStanding } from '../parts/say';
import { failed, useIsSaid } from './failure';

/** In words, so that one trouble of several parts is one. */
function useFailure(client: QueryClient): string | null {
  const cache = client.getQueryCache();
  return useSyncExternalStore(
    useCallback((changed) => cache.subscribe(changed), [cache]),
    () => {
      const [first] = cache.findAll({ type: 'active', predicate: failed });
      return first ? sayProblem(first.state.error) : null;
    },
  );
}

export function Standing() {
  const client = useQueryClient();
  const { online } = useNetwork();
  const failure = useFailure(client);
  const silent = useIsSaid() || !online || failure === null;
  useEffect(() => {
    if (online) return;
    return sayStanding({
      icon: <IconCloudOff size={18} />,
      color: 'orange',
      message: 'You are offline. What you see may be out of date; what you write is kept here.',
    });
  }, [online]);
  useEffect(() => {
    if (silent) return;
    let end = () => {};
    const say = () =>
      (end = sayStanding({
        icon: <IconAlertTriangle size={18} />,
        color: 'red',
        title: 'Not everything here could be fetched',
        message: (
          <Group justify="space-between" gap="xs">
            <Text size="sm" flex="1 1 160px">
              {failure}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void client.refetchQueries({ type: 'active', predicate: failed })}
            >
              Try again
            </Button>
          </Group>
        ),
      }));
    // The screen may say it itself in a moment.
    const timer = setTimeout(say, 500);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [client, silent, failure]);
  return null;
}
