// Moments as auditors need them: to the millisecond, in the reader's own time zone, and named with it.
import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';

const exact = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
});
const { timeZone } = exact.resolvedOptions();

export const sayMoment = (at: string): string => exact.format(new Date(at));
export const zoneName = timeZone;

export const Moment = ({ at }: { readonly at: string }) => (
  <time dateTime={at} title={`${at} (${timeZone} is shown)`} className="figures">
    {sayMoment(at)}
  </time>
);

/** As `datetime-local` has it. */
function toLocal(at: string | undefined): string {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().replace(/(\.000)?Z$/, '');
}

interface MomentInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** ISO 8601 */
  readonly value: string | undefined;
  readonly onChange: (at: string | undefined) => void;
}

/** Told when the field is left or Enter is pressed: half a date is none. */
export function MomentInput({ value, onChange, ...others }: MomentInputProps) {
  const [text, setText] = useState(toLocal(value));
  useEffect(() => setText(toLocal(value)), [value]);
  const tell = () => {
    const moment = new Date(text);
    const at = Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
    if (at !== value) onChange(at);
  };
  return (
    <TextInput
      type="datetime-local"
      step={1}
      size="sm"
      {...others}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={tell}
      onKeyDown={({ key }) => key === 'Enter' && tell()}
    />
  );
}
