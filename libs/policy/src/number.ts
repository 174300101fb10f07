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
