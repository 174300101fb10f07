// The stream as it lies in the log, read by the client alone: nothing opened, nothing folded, no links.
import { EventStoreDBClient } from '@eventstore/db-client';
import type { Bench } from '../bench.js';

export function streamReads(url: string, { atEnd }: Pick<Bench, 'atEnd'>): (stream: string) => Promise<number> {
  const client = EventStoreDBClient.connectionString(url);
  atEnd(() => client.dispose());
  return async (stream) => {
    let events = 0;
    for await (const { event } of client.readStream(stream)) if (event) events += 1;
    return events;
  };
}
