// The auditor's log: everything that happened in the organisation, in order; what was refused; and whether it still holds.
import { Stack, Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { may, useMe } from '../../api/session';
import { NoPermission } from '../../shell/places';
import { HashCheck } from './hash-check';
import { LogStream } from './log-stream';
import { Refusals } from './refusals';
import { tabs, type LogSearch } from './search';

const route = getRouteApi('/shell/audit');

export function AuditLog() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (!may(me, 'audit')) return <NoPermission />;
  const tab = search.tab ?? 'log';
  /** A page of another question would begin anywhere. */
  const change = (changes: LogSearch) =>
    void navigate({ search: (before) => ({ ...before, after: undefined, ...changes }) });
  return (
    <Stack h="calc(100dvh - 52px)" gap="sm" px="md" pt="md" pb={0} miw={0}>
      <Title order={1} size="h3">
        Audit
      </Title>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const wanted = tabs.find((one) => one === value);
          void navigate({ search: wanted && wanted !== 'log' ? { tab: wanted } : {} });
        }}
        style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
        styles={{ panel: { flex: 1, minHeight: 0, paddingTop: 12 } }}
      >
        <Tabs.List>
          <Tabs.Tab value="log">Log</Tabs.Tab>
          <Tabs.Tab value="refusals">Refused commands</Tabs.Tab>
          <Tabs.Tab value="proof">Hash check</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="log">
          <LogStream search={search} onChange={change} />
        </Tabs.Panel>
        <Tabs.Panel value="refusals">
          <Refusals search={search} onChange={change} />
        </Tabs.Panel>
        <Tabs.Panel value="proof" style={{ overflow: 'auto' }}>
          <HashCheck />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
