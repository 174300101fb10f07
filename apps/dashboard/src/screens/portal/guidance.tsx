// What helps whoever asks and whoever answers; on a phone folded away, not to stand before the form.
import { Accordion, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

const parts: readonly (readonly [title: string, text: ReactNode])[] = [
  [
    'When to open a ticket',
    <List key="when" size="sm" spacing={4}>
      <List.Item>You cannot get in, or something is closed to you that should not be</List.Item>
      <List.Item>Something fails again after you have tried it twice</List.Item>
      <List.Item>A bill, a report or a setting needs somebody to look at it</List.Item>
      <List.Item>You would like something to be possible that is not</List.Item>
    </List>,
  ],
  [
    'What helps us most',
    <List key="what" size="sm" spacing={4}>
      <List.Item>What you wanted to do, and on which page</List.Item>
      <List.Item>When it happened, as exactly as you can say</List.Item>
      <List.Item>What you expected, and what came instead</List.Item>
      <List.Item>The message you saw, word for word</List.Item>
      <List.Item>What you have tried already</List.Item>
    </List>,
  ],
  [
    'When it is urgent',
    <Text key="urgent" size="sm">
      If your service is down, open a ticket and call the emergency contact from your agreement as well: the ticket
      keeps everything together, the call wakes somebody.
    </Text>,
  ],
  [
    'Never write down',
    <Text key="never" size="sm">
      Passwords, keys, recovery and one-time codes, card numbers. Nobody in support asks for them.
    </Text>,
  ],
];

export function Guidance() {
  const narrow = useMediaQuery('(max-width: 68em)', undefined, { getInitialValueInEffect: false });
  if (!narrow) {
    return (
      <Paper withBorder p="md" component="aside" aria-label="Guidance" bg="var(--desk-soft)">
        <Stack gap="md">
          {parts.map(([title, text]) => (
            <div key={title}>
              <Title order={2} size="h6" mb={6}>
                {title}
              </Title>
              {text}
            </div>
          ))}
        </Stack>
      </Paper>
    );
  }
  return (
    <Accordion variant="contained" multiple order={2} role="complementary" aria-label="Guidance">
      {parts.map(([title, text]) => (
        <Accordion.Item key={title} value={title}>
          <Accordion.Control py={2}>
            <Text size="sm" fw={500}>
              {title}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>{text}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
