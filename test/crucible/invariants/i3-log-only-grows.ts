// I3: every stream counts from 0 without a gap, positions rise, and what was in the log before is there unchanged.
import { hashOf } from '#event-store';
import type { Stored } from '../history.js';
import type { Violation } from '../violation.js';
import type { Check } from './facts.js';

export const logOnlyGrows: Check = ({ history, before }) => {
  const found: Violation[] = [];
  const wrong = (what: string): void => void found.push({ invariant: 'I3', what });
  const next = new Map<string, { readonly revision: bigint; readonly hash: string | null }>();
  let last = -1n;
  for (const event of history.events) {
    const { stream, revision, position, metadata } = event;
    const expected = next.get(stream) ?? { revision: 0n, hash: null };
    if (revision !== expected.revision) wrong(`${stream} has ${revision} where ${expected.revision} was expected`);
    if (metadata.prevHash !== expected.hash) wrong(`${revision} of ${stream} hangs on another event`);
    if (hashOf({ ...event, metadata }) !== metadata.hash) wrong(`${revision} of ${stream} is not what was written`);
    if (position <= last) wrong(`position ${position} comes after ${last}`);
    next.set(stream, { revision: revision + 1n, hash: metadata.hash });
    last = position;
  }
  before?.events.forEach((event, index) => {
    if (!same(event, history.events[index]))
      wrong(`event ${index} was ${named(event)} and is ${named(history.events[index])}`);
  });
  return found.slice(0, 20);
};

const same = (one: Stored, other: Stored | undefined): boolean => named(one) === named(other);
const named = (event: Stored | undefined): string =>
  event ? `${event.id} at ${event.position}: ${event.revision} of ${event.stream}` : 'gone';
