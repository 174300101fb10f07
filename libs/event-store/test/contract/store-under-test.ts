// The same tests for every store: the embedded node always, a real EventStoreDB when EVENTSTORE_URL names one.
// That one must run its standard projections (EVENTSTORE_RUN_PROJECTIONS=All, EVENTSTORE_START_STANDARD_PROJECTIONS=true).
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, type JSONEventType } from '@eventstore/db-client';
import { startEventNode } from '#event-node';

/** Filled in before the first test; tests read it when they run. */
export interface StoreUnderTest {
  url: string;
  client: EventStoreDBClient;
}

export interface Running {
  url: string;
  stop(): Promise<void>;
}

async function embedded(): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'event-contract-'));
  const node = await startEventNode({ dataDir, port: 0 });
  return {
    url: node.url,
    stop: async () => {
      await node.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export const stores: [name: string, start: () => Promise<Running>][] = [['the embedded event node', embedded]];
const { EVENTSTORE_URL } = process.env;
if (EVENTSTORE_URL) stores.push(['EventStoreDB', async () => ({ url: EVENTSTORE_URL, stop: async () => undefined })]);

export type Counted = JSONEventType<'Counted', { n: number; text?: string }>;

/** `count` events that tell their number, with ids of their own. */
export const events = (count: number, from = 0): ReturnType<typeof jsonEvent<Counted>>[] =>
  Array.from({ length: count }, (_, i) => jsonEvent<Counted>({ type: 'Counted', data: { n: from + i } }));

/** A name nobody used. The part before the first dash is the category. */
export const newStream = (): string => `contract${randomUUID().slice(0, 8)}-${randomUUID()}`;

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

/** Takes items until `enough` is true for what was taken; ends the source. */
export async function takeUntil<T>(source: AsyncIterable<T>, enough: (taken: T[]) => boolean): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of source) {
    taken.push(item);
    if (enough(taken)) break;
  }
  return taken;
}

export const take = <T>(source: AsyncIterable<T>, count: number): Promise<T[]> =>
  takeUntil(source, (taken) => taken.length === count);

/** Asks again until the answer fits; the test's own timeout ends it. */
export async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
