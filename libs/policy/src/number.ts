const placeholder = /\{(yyyy|seq)(?::(\d{1,2}))?\}/g;

/** `TICK-{seq}`, `OHD-{yyyy}-{seq:6}`: the year is the UTC year of `at`, `:n` pads the sequence with zeros to n digits. */
export const formatNumber = (template: string, sequence: number | bigint, at: string): string =>
  template.replace(placeholder, (_, name: string, width?: string) =>
    name === 'yyyy' ? at.slice(0, 4) : String(sequence).padStart(Number(width ?? 0), '0'),
  );

/** Exactly one sequence, no other braces, and characters that need no escaping in a path, a mail subject or a file name. */
export const isNumberTemplate = (template: string): boolean =>
  template.length <= 32 &&
  template.match(/\{seq(?::\d{1,2})?\}/g)?.length === 1 &&
  /^[A-Za-z0-9._-]*$/.test(template.replace(/\{(?:yyyy|seq(?::\d{1,2})?)\}/g, '0'));

/**
 * Could two templates make one number of two different sequences? Where letters and digits stand in the same order, only
 * a sequence that is a run of digits by itself keeps them apart.
 */
export function mayMeet(one: string, other: string): boolean {
  const [a, b] = [shapeOf(one), shapeOf(other)];
  if (a.text === b.text || a.skeleton !== b.skeleton) return false;
  return !(a.alone && b.alone && a.place === b.place);
}

/** No template holds `~` or `@` itself. */
const digits = /[\d~@]+/g;

function shapeOf(template: string) {
  const text = template.toLowerCase().replace(placeholder, (_, name: string) => (name === 'seq' ? '~' : '@'));
  const runs = text.match(digits) ?? [];
  const place = runs.findIndex((run) => run.includes('~'));
  return { text, skeleton: text.replaceAll(digits, '#'), place, alone: runs[place] === '~' };
}
