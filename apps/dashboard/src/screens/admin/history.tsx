// Every version of the policy: what it changed, and a way back to it.
import { Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQueries } from '@tanstack/react-query';
import { startTransition, useState } from 'react';
import { policyChanges, type TicketPolicy } from '#policy';
import { may, useMe } from '../../api/session';
import { NoPermission } from '../../shell/places';
import { useChangePolicy } from './change-policy';
import { Card, Nothing, Page } from './parts';
import { asJson, documentOf, versionQuery } from './policy-data';
import { sayChange } from './say-policy';

const step = 8;

export const HistoryPage = () => (may(useMe(), 'audit') ? <Versions /> : <NoPermission />);

function Versions() {
  const change = useChangePolicy();
  const { policy } = change;
  const [count, setCount] = useState(step);
  // One more than is shown: what a version changed is seen beside the one before.
  const from = Math.max(0, policy.version - count);
  const wanted = Array.from({ length: policy.version - from + 1 }, (_, index) => policy.version - index);
  const asked = useSuspenseQueries({ queries: wanted.map((version) => versionQuery(version)) });
  const known = new Map(asked.map(({ data }) => [data.version, data]));
  const goBack = ({ preset: _preset, ...former }: TicketPolicy) =>
    change.propose({ ...documentOf({ ...former, preset: policy.preset }) });
  return (
    <Page
      title="Versions"
      about="Each change publishes a new version; nothing is ever overwritten. Going back publishes the former values again, as a version of its own. Who changed what stands in the audit log."
    >
      <Stack gap="sm">
        {wanted.slice(0, count).map((version) => {
          const [is, was] = [known.get(version), known.get(version - 1)];
          const changes = is && was ? policyChanges(asJson(documentOf(was)), asJson(documentOf(is))) : [];
          return (
            <Card key={version} label={`Version ${version}`}>
              <Group justify="space-between" mb={6}>
                <Group gap="xs">
                  <Title order={2} size="h5">
                    Version {version}
                  </Title>
                  {version === policy.version && <Badge tt="none">In force</Badge>}
                </Group>
                {is && version !== policy.version && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    loading={change.busy}
                    onClick={() => goBack(is)}
                    aria-label={`Back to version ${version}`}
                  >
                    Back to this
                  </Button>
                )}
              </Group>
              {version === 0 ? (
                <Text size="sm" c="dimmed">
                  The first policy, by the preset {is?.preset ?? '…'}.
                </Text>
              ) : (
                <List size="sm" spacing={4} mih={20}>
                  {changes.map((one, index) => (
                    <List.Item key={`${one.field} ${index}`}>{sayChange(is ?? policy, one)}</List.Item>
                  ))}
                </List>
              )}
            </Card>
          );
        })}
        {wanted.length === 0 && <Nothing>There is no version yet.</Nothing>}
      </Stack>
      {from > 0 && (
        <Button variant="default" onClick={() => startTransition(() => setCount(count + step))}>
          Show earlier versions
        </Button>
      )}
      {change.errors.map(({ field, message }) => (
        <Text key={field} c="var(--mantine-color-error)" size="sm" role="alert">
          {field}: {message}
        </Text>
      ))}
      {change.dialog}
    </Page>
  );
}
