// What the forms of the rules are made of.
import { Radio, Stack, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PolicyDocument } from '#policy';
import type { FieldError } from '../../api/problem';

export interface FormProps {
  readonly draft: PolicyDocument;
  readonly set: (part: Partial<PolicyDocument>) => void;
  readonly errors: readonly FieldError[];
}
export type Form = (props: FormProps) => ReactNode;

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
  readonly error?: string | undefined;
}
export const Choice = <T extends string>({ label, value, options, onChange, error }: ChoiceProps<T>) => (
  <Radio.Group label={label} value={value} onChange={(next) => onChange(next)} error={error}>
    <Stack gap={6} mt={6}>
      {Object.entries<string>(options).map(([id, text]) => (
        <Radio key={id} value={id} label={text} />
      ))}
    </Stack>
  </Radio.Group>
);

interface ToggleProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly error?: string | undefined;
}
export const Toggle = ({ label, checked, onChange, error }: ToggleProps) => (
  <Switch
    label={label}
    checked={checked}
    error={error}
    onChange={({ currentTarget }) => onChange(currentTarget.checked)}
  />
);
