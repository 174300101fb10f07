// The log as it is stored, read by the client alone: nothing of the product stands between it and the checks.
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { EventMetadata } from '#event-store';

export interface Stored {
  readonly stream: string;
  readonly revision: bigint;
  /** $all commit position */
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: EventMetadata;
}

export class History {
  readonly byCorrelation: ReadonlyMap<string, readonly Stored[]>;
  readonly byStream: ReadonlyMap<string, readonly Stored[]>;

  constructor(readonly events: readonly Stored[]) {
    this.byCorrelation = groupedBy(events, ({ metadata }) => metadata.$correlationId);
    this.byStream = groupedBy(events, ({ stream }) => stream);
  }

  static async read(client: EventStoreDBClient): Promise<History> {
    const events: Stored[] = [];
    for await (const { event } of client.readAll()) {
      if (!event || event.streamId.startsWith('$')) continue;
      const { streamId: stream, revision, position, id, type, data, metadata } = event;
      events.push({
        stream,
        revision,
        position: position?.commit ?? -1n,
        id,
        type,
        data,
        metadata,
      } as unknown as Stored);
    }
    return new History(events);
  }

  get head(): bigint | null {
    return this.events.at(-1)?.position ?? null;
  }
}

export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
