// Calls that a new ticket is about: chosen from those the desk knows of, the latest first, or named by their id.
import { Group, TagsInput, Text, type TagsInputProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#ticket';
import { referencesQuery } from '../api/tickets';
import { Time } from './time';

interface CallsFieldProps extends Omit<TagsInputProps, 'data' | 'searchValue' | 'onSearchChange'> {
  readonly value?: string[];
  readonly clientId: string | undefined;
  readonly projectId: string | undefined;
  readonly most: number;
}

export function CallsField({ clientId, projectId, most, value = [], ...more }: CallsFieldProps) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const { data } = useQuery(referencesQuery({ kind: 'call', q, clientId, projectId }));
  const known = new Map(data?.items.map((call) => [call.id, call]));
  return (
    <TagsInput
      label="Related calls"
      description={
        known.size > 0 ? `Choose from the latest, or write an id; ${most} at most` : `Their ids, ${most} at most`
      }
      placeholder={value.length === 0 ? 'Id of a call, then Enter' : undefined}
      {...more}
      maxTags={most}
      maxLength={limits.referenceId}
      acceptValueOnBlur
      value={value}
      searchValue={text}
      onSearchChange={setText}
      data={[...known.keys()]}
      renderOption={({ option }) => {
        const at = known.get(option.value)?.occurredAt;
        return (
          <Group justify="space-between" w="100%" wrap="nowrap">
            {option.value}
            {at && (
              <Text span size="xs" c="dimmed">
                <Time at={at} />
              </Text>
            )}
          </Group>
        );
      }}
    />
  );
}
