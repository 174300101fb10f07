import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  decode,
  encode,
  ERASED,
  eventIdOf,
  hashOf,
  InvalidText,
  KeyDestroyed,
  mergeEventTypes,
  UnreadableEvent,
  verifyChain,
  type Appending,
  type EventTypes,
  type StoredEvent,
} from '#event-store';
import { testContext, testTypes, type TestEvents } from './events.js';

const key = Buffer.alloc(32, 7);
const keyId = '0f8f3b5e-8d5e-4c56-9a53-6c1b7b3c9a10';

const appending = (
  events: Appending<TestEvents>['events'],
  more: Partial<Appending<TestEvents>> = {},
): Appending<TestEvents> => ({
  stream: 'notes-1',
  revision: 0n,
  prevHash: null,
  events,
  context: testContext({ keyId }),
  recordedAt: '2026-01-02T03:04:06.000Z',
  ...more,
});
const note = (text: string, extra: unknown = null) =>
  ({ type: 'NoteWritten', data: { author: 'abe', text, extra } }) as const;

/** What the log would give back: everything through JSON once. */
const stored = (append: Appending<TestEvents>, withKey: Buffer | null = key): StoredEvent[] =>
  encode(testTypes, append, withKey).map((event) => ({
    stream: append.stream,
    position: event.revision * 100n,
    revision: event.revision,
    id: event.id,
    type: event.type,
    data: JSON.parse(JSON.stringify(event.data)) as unknown,
    metadata: JSON.parse(JSON.stringify(event.metadata)) as unknown,
  }));
const only = (events: StoredEvent[]): StoredEvent => {
  expect(events).toHaveLength(1);
  return events[0] as StoredEvent;
};
const reasonOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof UnreadableEvent) return error.reason;
    throw error;
  }
};

describe('every event shape ever stored', () => {
  // Append-only: a new sample adds a line; a line that changes means that what is stored can no longer be read.
  const released: Record<string, string> = {
    '1-plain.json': '55dc37975cf1bc550472cc24e8041f9ae4fe77ae3e151178bfbd8e2ce2e962f6',
    '1-sealed-append.json': '1ba2b03852d82473e25cad260f18e42a75dcc40e6277654d4d581c51bb30cd7a',
    '1-upcast.json': '485a43b973a6edf528a30d7bb1efc9cd449c046ecc5a5cc381bca391170686c1',
  };
  const directory = join(import.meta.dirname, 'stored');
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');

  interface Sample {
    readonly keys: Record<string, string>;
    /** how it was written; absent where today's version writes another shape */
    readonly written?: {
      readonly stream: string;
      readonly revision: string;
      readonly prevHash: string | null;
      readonly events: Appending<TestEvents>['events'];
      readonly context: Appending<TestEvents>['context'];
      readonly recordedAt: string;
      readonly ivs: string[];
    };
    /** `data` and `metadata` are the very texts in the log */
    readonly stored: {
      readonly stream: string;
      readonly revision: string;
      readonly position: string;
      readonly id: string;
      readonly type: string;
      readonly data: string;
      readonly metadata: string;
    }[];
    readonly opened: { readonly hash: string; readonly data: unknown }[];
  }

  it('has all its samples, unchanged', () => {
    const found = readdirSync(directory).map((file) => [file, digest(readFileSync(join(directory, file), 'utf8'))]);
    expect(Object.fromEntries(found)).toEqual(released);
  });

  for (const file of Object.keys(released)) {
    const sample = JSON.parse(readFileSync(join(directory, file), 'utf8')) as Sample;
    const events: StoredEvent[] = sample.stored.map((event) => ({
      ...event,
      revision: BigInt(event.revision),
      position: BigInt(event.position),
      data: JSON.parse(event.data) as unknown,
      metadata: JSON.parse(event.metadata) as unknown,
    }));
    const keyOf = (id: string | null) => (id === null ? null : Buffer.from(sample.keys[id] ?? '', 'base64'));

    it(`is read: ${file}`, async () => {
      const opened = events.map((event) => {
        const { keyId: id } = event.metadata as { keyId: string | null };
        const { data, metadata } = decode(testTypes, event, keyOf(id));
        return { hash: metadata.hash, data };
      });
      expect(opened).toEqual(sample.opened);
      expect(await verifyChain(events)).toEqual({ ok: true, checked: events.length });
    });

    const { written } = sample;
    if (written)
      it(`is written byte for byte: ${file}`, () => {
        const ivs = written.ivs.map((iv) => Buffer.from(iv, 'hex'));
        const encoded = encode(
          testTypes,
          { ...written, revision: BigInt(written.revision) },
          keyOf(written.context.keyId),
          () => ivs.shift() as Buffer,
        );
        expect(
          encoded.map(({ id, type, data, metadata }) => ({
            id,
            type,
            data: JSON.stringify(data),
            metadata: JSON.stringify(metadata),
          })),
        ).toEqual(sample.stored.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })));
        expect(ivs).toHaveLength(0);
      });
  }
});

describe('sealing', () => {
  it('opens to what was sealed, whatever the value and its shape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }), (text, extra) => {
        fc.pre(!`${text}${JSON.stringify(extra)}`.includes('\\u0000') && !text.includes('\0'));
        const event = only(stored(appending([note(text, extra)])));
        const expected = JSON.parse(JSON.stringify({ author: 'abe', text, extra })) as unknown;
        expect(decode(testTypes, event, key).data).toEqual(expected);
      }),
    );
  });

  it('leaves no personal text in what is stored, and keeps the shape', () => {
    const event = only(stored(appending([note('Grüße', { list: ['geheim', 5, true, null], deep: { x: 'geheim' } })])));
    expect(JSON.stringify(event.data)).not.toMatch(/Grüße|geheim/);
    const sealed = { $sealed: expect.stringMatching(/^[\w-]+$/) as string };
    expect(event.data).toEqual({
      author: 'abe',
      text: sealed,
      extra: { list: [sealed, sealed, sealed, null], deep: { x: sealed } },
    });
  });

  it('shows the erased marker once the key is destroyed, and still verifies', async () => {
    const event = only(stored(appending([note('secret', { a: 1, b: null })])));
    expect(decode(testTypes, event, null).data).toEqual({ author: 'abe', text: ERASED, extra: { a: ERASED, b: null } });
    expect(await verifyChain([event])).toEqual({ ok: true, checked: 1 });
  });

  it('refuses a leaf moved to another place, type or key', () => {
    const event = only(stored(appending([note('here', 'there')])));
    const { text, extra } = event.data as Record<string, unknown>;
    const swapped = { ...event, data: { author: 'abe', text: extra, extra: text } };
    expect(reasonOf(() => decode(testTypes, swapped, key))).toBe('broken-seal');
    expect(reasonOf(() => decode(testTypes, event, Buffer.alloc(32, 8)))).toBe('broken-seal');
    expect(reasonOf(() => decode(testTypes, event, undefined))).toBe('unknown-key');
  });

  it('seals nothing with a destroyed key, and needs none where nothing is personal', () => {
    expect(() => encode(testTypes, appending([note('x')]), null)).toThrow(KeyDestroyed);
    expect(() => encode(testTypes, appending([{ type: 'Counted', data: { n: 1 } }]), null)).not.toThrow();
  });

  it('never uses an initialisation vector twice', () => {
    const ivs = Array.from({ length: 400 }, () => {
      const { text } = only(stored(appending([note('x')]))).data as { text: { $sealed: string } };
      return Buffer.from(text.$sealed, 'base64url').subarray(0, 12).toString('hex');
    });
    expect(new Set(ivs).size).toBe(ivs.length);
  });
});

describe('the hash', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).toReversed();
    return Object.fromEntries(entries.map(([name, child]) => [name, shuffled(child)]));
  };

  it('does not depend on the order of keys, only on what is said', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'grapheme' }),
        fc.bigInt({ min: 0n, max: 2n ** 63n }),
        (data, revision) => {
          const fact = {
            stream: 's-1',
            revision,
            type: 'T',
            data,
            metadata: { prevHash: null, z: 1, a: { d: 1, c: 2 } },
          };
          const other = { ...fact, data: shuffled(data), metadata: shuffled(fact.metadata) as object };
          expect(hashOf(other)).toBe(hashOf(fact));
          expect(hashOf({ ...fact, revision: revision + 1n })).not.toBe(hashOf(fact));
          expect(hashOf({ ...fact, data: { data } })).not.toBe(hashOf(fact));
        },
      ),
    );
  });

  it('makes the event id: UUID version 8, variant 1', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (hash) => {
        expect(eventIdOf(hash)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(eventIdOf(hash).replaceAll('-', '').slice(0, 12)).toBe(hash.slice(0, 12));
      }),
    );
  });
});

describe('the chain', () => {
  const chain = (): StoredEvent[] =>
    stored(
      appending([note('one'), { type: 'Counted', data: { n: 2 } }, note('three'), { type: 'Counted', data: { n: 4 } }]),
    );
  const at = (events: StoredEvent[], i: number): StoredEvent => events[i] as StoredEvent;

  it('holds inside an append', async () => {
    const events = chain();
    const [first, second] = events.map(({ metadata }) => metadata as { hash: string; prevHash: string | null });
    expect(first?.prevHash).toBeNull();
    expect(second?.prevHash).toBe(first?.hash);
    expect(await verifyChain(events)).toEqual({ ok: true, checked: 4 });
  });

  it('breaks where one digit was changed, wherever it stands', async () => {
    const events = chain();
    const whereToFlip = fc.record({ i: fc.nat(3), place: fc.nat(), step: fc.integer({ min: 1, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(whereToFlip, async ({ i, place, step }) => {
        const { revision, position, ...rest } = at(events, i);
        const text = JSON.stringify(rest);
        const digits = [...text.matchAll(/\d/g)];
        const { 0: digit, index } = digits[place % digits.length] as RegExpExecArray;
        const flipped = text.slice(0, index) + ((Number(digit) + step) % 10) + text.slice(index + 1);
        const changed = events.with(i, { ...(JSON.parse(flipped) as StoredEvent), revision, position });
        expect(await verifyChain(changed)).toMatchObject({ ok: false, checked: i, firstBroken: { revision } });
      }),
    );
  });

  it('names what is wrong', async () => {
    const events = chain();
    const broken = async (change: (events: StoredEvent[]) => unknown[]) =>
      (await verifyChain(change(events) as StoredEvent[])).firstBroken;
    const [a, b, c, d] = [at(events, 0), at(events, 1), at(events, 2), at(events, 3)];
    expect(await broken(() => [a, { ...b, data: { n: 3 } }, c, d])).toEqual({ revision: 1n, reason: 'hash' });
    expect(await broken(() => [a, { ...b, id: c.id }, c, d])).toEqual({ revision: 1n, reason: 'id' });
    expect(await broken(() => [a, c, d])).toEqual({ revision: 2n, reason: 'revision' });
    expect(await broken(() => [b, c, d])).toEqual({ revision: 1n, reason: 'revision' });
    expect(await broken(() => [a, b, { ...c, metadata: Buffer.from('{') }, d])).toEqual({
      revision: 2n,
      reason: 'malformed',
    });
    // A whole event re-made without the one before it: sound in itself, but hanging in the air.
    const remade = only(stored(appending([note('other')], { revision: 1n, prevHash: 'f'.repeat(64) })));
    expect(await broken(() => [a, remade, c, d])).toEqual({ revision: 1n, reason: 'link' });
  });
});

describe('text that cannot be stored for ever', () => {
  it.each([
    ['a lone high surrogate', 'ab\ud83dc', 'data.text'],
    ['a lone low surrogate', '\udca9', 'data.text'],
    ['NUL', 'a\0b', 'data.text'],
  ])('refuses %s by its path', (_, text, path) => {
    expect(() => encode(testTypes, appending([note(text)]), key)).toThrow(expect.objectContaining({ path }) as Error);
    expect(() => encode(testTypes, appending([note(text)]), key)).toThrow(InvalidText);
  });

  it('looks everywhere: nested values, keys, metadata, the stream', () => {
    const pathOf = (append: Appending<TestEvents>) => {
      try {
        encode(testTypes, append, key);
      } catch (error) {
        if (error instanceof InvalidText) return error.path;
      }
      return null;
    };
    expect(pathOf(appending([note('ok'), note('ok', { list: ['ok', '\ud800'] })]))).toBe('data.extra.list.1');
    expect(pathOf(appending([note('ok', { 'a\0': 1 })]))).toBe('data.extra."a\\u0000"');
    expect(pathOf(appending([note('ok')], { stream: 'notes-\udfff' }))).toBe('stream');
    const actor = { id: 'a\0', role: 'agent', kind: 'user' } as const;
    expect(pathOf(appending([note('ok')], { context: testContext({ keyId, actor }) }))).toBe('metadata.actor.id');
    expect(pathOf(appending([note('👩‍🚒 paired surrogates are text', '\u0001')]))).toBeNull();
  });

  it('refuses what JSON does not know, and what looks like a sealed leaf', () => {
    for (const extra of [Number.NaN, 1n, () => 1, new Date(), { $sealed: 'x' }])
      expect(() => encode(testTypes, appending([note('ok', extra)]), key)).toThrow(TypeError);
  });
});

describe('reading', () => {
  const plain = (): StoredEvent =>
    only(stored(appending([{ type: 'Counted', data: { n: 1 } }], { context: testContext() })));
  const withVersion = (event: StoredEvent, schemaVersion: unknown): StoredEvent => ({
    ...event,
    metadata: { ...(event.metadata as object), schemaVersion },
  });

  it('halts by name at what it does not know', () => {
    const event = plain();
    expect(reasonOf(() => decode(testTypes, { ...event, type: 'Recounted' }, null))).toBe('unknown-type');
    expect(reasonOf(() => decode(testTypes, { ...event, type: 'toString' }, null))).toBe('unknown-type');
    expect(reasonOf(() => decode(testTypes, withVersion(event, 2), null))).toBe('newer-schema');
    expect(reasonOf(() => decode(testTypes, withVersion(event, 0), null))).toBe('no-upcast');
    expect(reasonOf(() => decode(testTypes, withVersion(event, 'x'), null))).toBe('malformed');
    expect(reasonOf(() => decode(testTypes, { ...event, metadata: undefined }, null))).toBe('malformed');
    expect(reasonOf(() => decode(testTypes, { ...event, data: '{"n":' }, null))).toBe('malformed');
    expect(() => decode(testTypes, withVersion({ ...event, position: 4711n }, 2), null)).toThrow(
      'newer-schema: Counted (schema 2) at revision 0 of notes-1, position 4711',
    );
  });

  it('takes a merged table, and no type twice', () => {
    const others: EventTypes<{ Linked: { to: string } }> = {
      schemaVersions: { Linked: 1 },
      personalFields: { Linked: [] },
    };
    const merged = mergeEventTypes(testTypes, others);
    const [event] = encode(merged, { ...appending([]), events: [{ type: 'Linked', data: { to: 'x' } }] }, key);
    expect(event?.metadata.schemaVersion).toBe(1);
    expect(decode(merged, plain(), null).type).toBe('Counted');
    expect(() => mergeEventTypes(others, others)).toThrow('two tables describe Linked');
  });
});
