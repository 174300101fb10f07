// The six presets, what each is for, and what going over to one would change here.
import { Accordion, Badge, Button, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { policyChanges, presetNames, withPreset, type PresetName } from '#policy';
import { statusesQuery } from '../../api/tickets';
import { useChangePolicy } from './change-policy';
import { Card, Page } from './parts';
import { asJson, documentOf } from './policy-data';
import { sayChange } from './say-policy';

const about: Readonly<Record<PresetName, { readonly name: string; readonly text: string }>> = {
  unified: {
    name: 'Unified',
    text: 'The default. Five statuses, reopening within a week, tickets close by themselves, three levels of classification.',
  },
  portal: {
    name: 'Client portal',
    text: 'Open, resolved, closed. Organisations see all their tickets, customers reopen at any time, nothing closes by itself.',
  },
  itdesk: {
    name: 'IT desk',
    text: 'For one’s own staff: a category is required, queues by group, the desk sets priorities, numbers carry the year.',
  },
  licence: {
    name: 'Licence support',
    text: 'For software licences: agents see their own and unassigned tickets, customers choose among four priorities.',
  },
  social: {
    name: 'Community',
    text: 'Moderators start, resolve and close, and there is no way back: closed is the end.',
  },
  selfserve: {
    name: 'Self-service',
    text: 'Open or resolved. Requesters resolve themselves; one priority, no timers.',
  },
};

export function PresetsPage() {
  const change = useChangePolicy();
  const { policy } = change;
  const { data: statuses } = useSuspenseQuery(statusesQuery);
  const [shown, setShown] = useState<string | null>(null);
  const inUse = new Set(statuses.items.flatMap(({ id, tickets = 0 }) => (tickets > 0 ? [id] : [])));
  const current = documentOf(policy);
  const inForceFirst = (a: PresetName, b: PresetName) => Number(b === policy.preset) - Number(a === policy.preset);
  return (
    <Page
      title="Presets"
      about="A preset is a complete set of rules. Going over to one replaces the rules; categories, custom fields, tags, your own roles and the statuses that tickets are in stay."
    >
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {presetNames.toSorted(inForceFirst).map((name) => {
          const next = withPreset(current, name, inUse);
          const changes = policyChanges(asJson(current), asJson(next));
          const here = policy.preset === name;
          return (
            <Card key={name} label={about[name].name}>
              <Group justify="space-between" mb={4}>
                <Title order={2} size="h5">
                  {about[name].name}
                </Title>
                {here && (
                  <Badge variant="light" tt="none">
                    {changes.length === 0 ? 'In force' : `In force, with ${changes.length} changes of yours`}
                  </Badge>
                )}
              </Group>
              <Text size="sm" mb="sm">
                {about[name].text}
              </Text>
              {changes.length > 0 && (
                <>
                  <Accordion
                    variant="contained"
                    value={shown === name ? name : null}
                    onChange={(value) => setShown(value)}
                    mb="sm"
                  >
                    <Accordion.Item value={name}>
                      <Accordion.Control>{changes.length} things would change</Accordion.Control>
                      <Accordion.Panel>
                        <List size="sm" spacing={4}>
                          {changes.map((one, index) => (
                            <List.Item key={`${one.field} ${index}`}>{sayChange(next, one)}</List.Item>
                          ))}
                        </List>
                      </Accordion.Panel>
                    </Accordion.Item>
                  </Accordion>
                  <Button
                    variant="light"
                    size="compact-md"
                    onClick={() => change.proposePreset(name, changes)}
                    aria-label={`${here ? 'Back to' : 'Go over to'} ${about[name].name}`}
                  >
                    {here ? 'Back to the preset’s own values' : 'Go over to it'}
                  </Button>
                </>
              )}
            </Card>
          );
        })}
      </SimpleGrid>
      {change.dialog}
    </Page>
  );
}
