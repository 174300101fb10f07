// Calls that a new ticket is about: chosen from those the desk knows of, or named by their id.
import { TagsInput, type TagsInputProps } from '@mantine/core';
import { useState } from 'react';
import { limits } from '#ticket';
import { useReferenceOptions } from './reference-options';

interface CallsFieldProps extends Omit<TagsInputProps, 'data' | 'searchValue' | 'onSearchChange'> {
  readonly value?: string[];
  readonly clientId: string | undefined;
  readonly projectId: string | undefined;
  readonly most: number;
}

export function CallsField({ clientId, projectId, most, value = [], ...more }: CallsFieldProps) {
  const [text, setText] = useState('');
  const { offered } = useReferenceOptions({ kind: 'call', text, clientId, projectId });
  return (
    <TagsInput
      label="Related calls"
      description={
        offered.data.length > 0
          ? `Choose from the latest, or write an id; ${most} at most`
          : `Their ids, ${most} at most`
      }
      placeholder={value.length === 0 ? 'Id of a call, then Enter' : undefined}
      {...more}
      {...offered}
      maxTags={most}
      maxLength={limits.referenceId}
      acceptValueOnBlur
      value={value}
      searchValue={text}
      onSearchChange={setText}
    />
  );
}
