// Lengths of time: said, and put in as a count and a unit.
import { Checkbox, Group, Input, NativeSelect, NumberInput } from '@mantine/core';
import { useId, useState } from 'react';
import { durationMs, isDuration } from '#policy';

const units = [
  { unit: 'days', ms: 86_400_000, iso: (count: number) => `P${count}D` },
  { unit: 'hours', ms: 3_600_000, iso: (count: number) => `PT${count}H` },
  { unit: 'minutes', ms: 60_000, iso: (count: number) => `PT${count}M` },
  { unit: 'seconds', ms: 1_000, iso: (count: number) => `PT${count}S` },
] as const;
const [days, , , seconds] = units;

/** In the largest unit that leaves nothing over. */
function parts(duration: string) {
  const ms = isDuration(duration) ? durationMs(duration) : 0;
  const { unit, ms: size } = (ms === 0 ? days : units.find((entry) => ms % entry.ms === 0)) ?? seconds;
  return { count: ms / size, unit };
}

export function sayDuration(duration: string): string {
  const { count, unit } = parts(duration);
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

interface DurationFieldProps {
  readonly label: string;
  readonly description?: string;
  /** null: what `without` says */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string | undefined;
  /** what it means that there is no length; absent: there always is one */
  readonly without?: string;
  readonly usual?: string;
}

export function DurationField({
  label,
  description,
  value,
  onChange,
  error,
  without,
  usual = 'P7D',
}: DurationFieldProps) {
  const id = useId();
  const { count, unit: largest } = parts(value ?? usual);
  // The unit that was chosen, as long as it fits: 24 hours stay hours while one types.
  const [chosen, setChosen] = useState<string>(largest);
  const { unit, ms, iso } = units.find((entry) => entry.unit === chosen) ?? days;
  const shown = value === null ? count : durationMs(value) / ms;
  const set = (next: number, as: (typeof units)[number]) => onChange(as.iso(Math.max(0, Math.round(next))));
  return (
    <Input.Wrapper label={label} description={description} error={error} labelProps={{ htmlFor: id }} id={`${id}-w`}>
      <Group gap="xs" mt={4}>
        <NumberInput
          id={id}
          w={96}
          min={0}
          allowDecimal={false}
          disabled={value === null}
          value={shown}
          error={error !== undefined}
          onChange={(next) => set(Number(next) || 0, { unit, ms, iso } as (typeof units)[number])}
        />
        <NativeSelect
          aria-label={`Unit of: ${label}`}
          w={110}
          disabled={value === null}
          value={unit}
          data={units.map((entry) => entry.unit)}
          onChange={({ currentTarget }) => {
            const next = units.find((entry) => entry.unit === currentTarget.value) ?? days;
            setChosen(next.unit);
            set(shown, next);
          }}
        />
        {without && (
          <Checkbox
            label={without}
            checked={value === null}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? null : usual)}
          />
        )}
      </Group>
    </Input.Wrapper>
  );
}
