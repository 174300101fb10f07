// Every event shape ever released is still readable, and folds to what it folded to then. Files are only ever added to
// test/stored: whoever has to change one is about to lose somebody's history.
import { fold, LinkGraph, linkSchemaVersions, schemaVersions, type LinkEvent, type Ticket } from '../src/index.js';
import { factsOf, histories, readStored, storedFiles, type Stored } from './stored-events.js';

interface History {
  readonly facts: readonly Stored[];
  readonly folded: unknown;
}
interface LinkHistory {
  readonly events: readonly Stored[];
  readonly left: readonly unknown[];
}
const linkHistories = storedFiles.filter((file) => file.startsWith('links.'));

/** The state as the files hold it: replies as a list, revisions as decimal strings. */
const plain = (ticket: Ticket): unknown =>
  JSON.parse(
    JSON.stringify(ticket, (key, value: unknown) => {
      if (typeof value === 'bigint') return value.toString();
      return key === 'replies' && 'replies' in ticket ? ticket.replies.entries() : value;
    }),
  );

describe('stored events', () => {
  it.each(histories)('of %s fold to the state they always did', (file) => {
    const { facts, folded } = readStored(file) as History;
    // The state may know more by now, of what was said then it knows the same.
    expect(plain(fold(factsOf(facts)))).toMatchObject(folded as object);
  });

  it.each(linkHistories)('of %s leave the links they always left', (file) => {
    const { events, left } = readStored(file) as LinkHistory;
    const graph = new LinkGraph();
    for (const { type, data } of events) graph.apply({ type, data } as LinkEvent);
    expect(graph.size).toBe(left.length);
    for (const link of left) expect(graph.has(link as LinkEvent['data'])).toBe(true);
  });

  it('hold a sample of every version of every type there is', () => {
    const samples = [
      ...histories.flatMap((file) => (readStored(file) as History).facts),
      ...linkHistories.flatMap((file) => (readStored(file) as LinkHistory).events),
    ];
    const sampled = new Set(samples.map(({ type, schemaVersion }) => `${type}.v${schemaVersion}`));
    const released = Object.entries({ ...schemaVersions, ...linkSchemaVersions }).flatMap(([type, version]) =>
      Array.from({ length: version }, (_, index) => `${type}.v${index + 1}`),
    );
    expect(released.filter((sample) => !sampled.has(sample))).toEqual([]);
  });
});
