// Events of the tenants' own streams as they lie in logs. Files are only ever added to test/stored: whoever has to change
// one is about to lose somebody's history.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, verifyChain, type StoredEvent } from '#event-store';
import { linkSchemaVersions, schemaVersions } from '#ticket';
import { validatePolicy } from '#policy';
import { ledgerTypes, streamPrefixes, type LedgerEvent } from '../src/index.js';

const folder = join(import.meta.dirname, 'stored');
const files = readdirSync(folder);

interface Sample {
  readonly stream: string;
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly revision: string;
    readonly data: unknown;
    readonly metadata: unknown;
  }[];
}
const eventsIn = (file: string): StoredEvent[] => {
  const { stream, events } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sample;
  return events.map((event, index) => ({
    ...event,
    stream,
    revision: BigInt(event.revision),
    position: BigInt(index),
  }));
};
const read = (event: StoredEvent): LedgerEvent => decode(ledgerTypes, event, null);

describe('stored events of a tenant', () => {
  it.each(files)('in %s are read as they were written, in a chain nobody has touched', async (file) => {
    const stored = eventsIn(file);
    expect(stored.map((event) => read(event).data)).toEqual(stored.map(({ data }) => data));
    expect(await verifyChain(stored)).toEqual({ ok: true, checked: stored.length });
    for (const { stream } of stored) expect(streamPrefixes.some((prefix) => stream.startsWith(prefix))).toBe(true);
  });

  it('hold a sample of every version of every type that is neither a ticket’s nor a link’s', () => {
    const sampled = files.flatMap(eventsIn).map((event) => `${event.type}.v${read(event).metadata.schemaVersion}`);
    const released = Object.entries(ledgerTypes.schemaVersions)
      .filter(([type]) => !(type in schemaVersions) && !(type in linkSchemaVersions))
      .flatMap(([type, version]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}`));
    expect(released.filter((sample) => !sampled.includes(sample))).toEqual([]);
  });

  it('hold a policy that could still be published', () => {
    const policies = files.flatMap(eventsIn).map(read);
    for (const { type, data } of policies) {
      if (type === 'TicketPolicyPublished') expect(validatePolicy(data.policy)).toEqual([]);
    }
    expect.hasAssertions();
  });
});
