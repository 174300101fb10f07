// A few words to say what a document must look like. They only tell what is wrong; sense is judged elsewhere.
export interface PolicyProblem {
  /** path into the document: `statuses[2].colour` */
  readonly field: string;
  readonly code: string;
  /** for people */
  readonly message: string;
}
export type Check = (value: unknown, field: string) => PolicyProblem[];

export const problem = (field: string, code: string, message: string): PolicyProblem => ({ field, code, message });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const when =
  (holds: (value: unknown) => boolean, code: string, message: string): Check =>
  (value, field) =>
    holds(value) ? [] : [problem(field, code, message)];

export const flag = when((value) => typeof value === 'boolean', 'wrong-type', 'must be true or false');

export const text = (pattern: RegExp, message: string): Check =>
  when((value) => typeof value === 'string' && pattern.test(value), 'bad-value', message);

export const oneOf = (values: readonly unknown[]): Check =>
  when((value) => values.includes(value), 'unknown-value', `must be one of ${values.join(', ')}`);

export const whole = (least: number, most: number): Check =>
  when(
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    'out-of-range',
    `must be a whole number from ${least} to ${most}`,
  );

export const value = (holds: (value: unknown) => boolean, code: string, message: string): Check =>
  when(holds, code, message);

export const orNull =
  (check: Check): Check =>
  (input, field) =>
    input === null ? [] : check(input, field);

export const listOf =
  (check: Check, most = 1_000): Check =>
  (input, field) => {
    if (!Array.isArray(input)) return [problem(field, 'wrong-type', 'must be a list')];
    if (input.length > most) return [problem(field, 'out-of-range', `must have at most ${most} entries`)];
    return input.flatMap((entry, index) => check(entry, `${field}[${index}]`));
  };

export const mapOf =
  (check: Check): Check =>
  (input, field) =>
    isRecord(input)
      ? Object.entries(input).flatMap(([key, entry]) => check(entry, `${field}.${key}`))
      : [problem(field, 'wrong-type', 'must be an object')];

type Keys = Readonly<Record<string, Check>>;

/** Exactly these keys; `may` names those that can be absent. */
export const object =
  (must: Keys, may: Keys = {}): Check =>
  (input, field) => {
    if (!isRecord(input)) return [problem(field, 'wrong-type', 'must be an object')];
    const at = (key: string) => (field === '' ? key : `${field}.${key}`);
    const known = { ...must, ...may };
    const missing = Object.keys(must).filter((key) => !Object.hasOwn(input, key));
    return [
      ...missing.map((key) => problem(at(key), 'required', 'is missing')),
      ...Object.entries(input).flatMap(([key, entry]) => {
        const check = Object.hasOwn(known, key) ? known[key] : undefined;
        if (!check) return [problem(at(key), 'unknown-key', 'is no setting')];
        return entry === undefined ? [] : check(entry, at(key));
      }),
    ];
  };
