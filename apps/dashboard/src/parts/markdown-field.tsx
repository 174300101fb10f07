// A text with Markdown: written on one side, seen as others will see it on the other, at the same height.
import { Box, Group, Tabs, Text, Textarea, type TextareaProps } from '@mantine/core';
import { useState, type ReactNode, type Ref } from 'react';
import { Prose } from './prose';

interface MarkdownFieldProps extends Omit<TextareaProps, 'value' | 'onChange' | 'label'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** instead of the label in the line above */
  readonly heading?: ReactNode;
  readonly area?: Ref<HTMLTextAreaElement>;
}

export function MarkdownField({ label, value, onChange, heading, area, minRows = 5, ...more }: MarkdownFieldProps) {
  const [tab, setTab] = useState<string | null>('write');
  return (
    <Tabs value={tab} onChange={setTab} variant="pills" keepMounted={false}>
      <Group justify="space-between" mb={6} wrap="nowrap">
        {heading ?? (
          <Text component="span" size="sm" fw={600} style={{ whiteSpace: 'nowrap' }} aria-hidden>
            {label}
            {more.required && (
              <Text span c="var(--mantine-color-error)">
                {' *'}
              </Text>
            )}
          </Text>
        )}
        <Tabs.List style={{ flexWrap: 'nowrap' }}>
          <Tabs.Tab value="write" px="sm" py={4}>
            Write
          </Tabs.Tab>
          <Tabs.Tab value="preview" px="sm" py={4}>
            Preview
          </Tabs.Tab>
        </Tabs.List>
      </Group>
      <Tabs.Panel value="write">
        <Textarea
          {...more}
          ref={area}
          aria-label={label}
          autosize
          minRows={minRows}
          maxRows={20}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </Tabs.Panel>
      <Tabs.Panel value="preview">
        <Box mih={minRows * 24} p="xs" style={{ border: '1px solid var(--desk-line)', borderRadius: 8 }}>
          {value.trim() === '' ? <Text c="dimmed">Nothing to show yet.</Text> : <Prose text={value} />}
        </Box>
      </Tabs.Panel>
    </Tabs>
  );
}
