// Every event shape ever released is still readable, and folds to what it folded to then. Files are only ever added to
// test/stored: whoever has to change one is about to lose somebody's history.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  fold,
  LinkGraph,
  linkSchemaVersions,
  schemaVersions,
  UnknownEvent,
  upcast,
  type LinkEvent,
  type Stored,
  type Ticket,
} from '../src/index.js';
import type { Happening } from '../src/index.js';

const folder = fileURLToPath(new URL('stored/', import.meta.url));
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

type StoredFact = Stored & Omit<Happening, 'revision'>;
interface History {
  readonly facts: readonly StoredFact[];
  readonly folded: unknown;
}
interface LinkHistory {
  readonly events: readonly Stored[];
  readonly left: readonly unknown[];
}
const files = readdirSync(folder);
const histories = files.filter((file) => file.startsWith('ticket.')).map((file) => read(file) as History);
const linkHistories = files.filter((file) => file.startsWith('links.')).map((file) => read(file) as LinkHistory);

/** The state as the files hold it: replies as a list, revisions as decimal strings. */
const plain = (ticket: Ticket): unknown =>
  JSON.parse(
    JSON.stringify(ticket, (key, value: unknown) => {
      if (typeof value === 'bigint') return value.toString();
      return key === 'replies' && 'replies' in ticket ? ticket.replies.entries() : value;
    }),
  );

describe('stored events', () => {
  it.each(files.filter((file) => file.startsWith('ticket.')))('of %s fold to the state they always did', (file) => {
    const { facts, folded } = read(file) as History;
    const events = facts.map(({ by, at, origin, ...stored }, index) => ({
      ...upcast(stored),
      by,
      at,
      origin,
      revision: BigInt(index),
    }));
    // The state may know more by now, of what was said then it knows the same.
    expect(plain(fold(events))).toMatchObject(folded as object);
  });

  it.each(files.filter((file) => file.startsWith('links.')))('of %s leave the links they always left', (file) => {
    const { events, left } = read(file) as LinkHistory;
    const graph = new LinkGraph();
    for (const { type, data } of events) graph.apply({ type, data } as LinkEvent);
    expect(graph.size).toBe(left.length);
    for (const link of left) expect(graph.has(link as LinkEvent['data'])).toBe(true);
  });

  it('hold a sample of every version of every type there is', () => {
    const sampled = new Set(
      [...histories.flatMap(({ facts }) => facts), ...linkHistories.flatMap(({ events }) => events)].map(
        ({ type, schemaVersion }) => `${type}.v${schemaVersion}`,
      ),
    );
    const released = Object.entries({ ...schemaVersions, ...linkSchemaVersions }).flatMap(([type, version]) =>
      Array.from({ length: version }, (_, index) => `${type}.v${index + 1}`),
    );
    expect(released.filter((sample) => !sampled.has(sample))).toEqual([]);
  });
});

describe('upcast', () => {
  it.each([
    ['a type of another time', 'TicketTeleported', 1],
    ['a version that is yet to come', 'TicketOpened', 2],
    ['a version there never was', 'TicketOpened', 0],
    ['a name that objects have', 'constructor', 1],
  ])('halts at %s, naming it', (_, type, schemaVersion) => {
    const reading = () => upcast({ type, schemaVersion, data: {} });
    expect(reading).toThrow(UnknownEvent);
    expect(reading).toThrow(`cannot read event ${type} of schema version ${schemaVersion}`);
  });
});
