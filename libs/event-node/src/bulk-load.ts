// Fills a log that no process serves, as fast as the disk takes it: many appends in one transaction with one flush.
// Positions, indexes and streams are made by the same code as a served append's; what is loaded can be served at once.
import type { Expected } from './append-rules.js';
import { EventLog } from './event-log.js';
import type { ProposedEvent } from './stored-event.js';
import { uuidBytes } from './uuid.js';

export interface LoadedEvent {
  /** a UUID */
  readonly id: string;
  readonly type: string;
  /** JSON, like the metadata */
  readonly data: string;
  readonly metadata: string;
}

export interface LoadedAppend {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly LoadedEvent[];
}

export interface BulkLoad {
  /**
   * All of them in one transaction, or none; settles after its flush. A few thousand events at once are as fast as more.
   * The next may be given before: they come one after the other.
   * @throws LogWriteError, also when one of them is refused: two loads of the same streams are a mistake
   */
  append(appends: readonly LoadedAppend[]): Promise<void>;
  /** Waits for what was given. */
  close(): Promise<void>;
}

/** Opens or makes the log in `dataDir`. @throws DataDirInUse when it is served, or loaded by another process */
export async function openBulkLoad(dataDir: string): Promise<BulkLoad> {
  const log = await EventLog.open(dataDir);
  return {
    append: (appends) =>
      log.load(appends.map(({ stream, expected, events }) => ({ stream, expected, events: events.map(proposed) }))),
    close: () => log.close(),
  };
}

const proposed = ({ id, type, data, metadata }: LoadedEvent): ProposedEvent => ({
  id: uuidBytes(id),
  type,
  isJson: true,
  data: Buffer.from(data),
  metadata: Buffer.from(metadata),
});
