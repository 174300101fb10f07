// The client's own append, one event each: no decision, no key, no chain, no sealing, no idempotency.
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { Bench, Caller } from '../bench.js';

/** Appends the same words as our commands; each caller to streams of its own, ten to a stream, as tickets have them. */
export function plainAppends(url: string, { atEnd }: Pick<Bench, 'atEnd'>): () => Caller {
  const client = EventStoreDBClient.connectionString(url);
  atEnd(() => client.dispose());
  return () => tenToAStream((stream) => client.appendToStream(stream, jsonEvent(reply())));
}

export function tenToAStream(append: (stream: string) => Promise<unknown>): Caller {
  let stream = '';
  let left = 0;
  return () => {
    if (left === 0) {
      stream = `plain-${randomUUID()}`;
      left = 10;
    }
    left -= 1;
    return append(stream);
  };
}

export const words =
  'The printer on the second floor prints nothing but flames since this morning; please have a look.';
export const reply = () => ({
  type: 'ReplyAdded',
  data: { replyId: randomUUID(), body: words, parentId: null, side: 'support' },
});
