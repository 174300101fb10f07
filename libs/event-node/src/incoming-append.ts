// What append and batch append share: the events as they come in, and what became of them.
import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import type { Expected } from './append-rules.js';
import { accessDenied, appendTooBig, deadlineExceeded, streamDeleted, wrongExpectedVersion } from './rpc-errors.js';
import { sizeOf, type ProposedEvent } from './stored-event.js';
import { readStreamName } from './wire.js';
import type { Written, WriteOutcome } from './write-batch.js';

/** The events of one append, refused as soon as they are too many bytes. */
export class IncomingAppend {
  readonly stream: string;
  readonly events: ProposedEvent[] = [];
  bytes = 0;

  constructor(
    stream: StreamIdentifier | undefined,
    readonly expected: Expected,
    private readonly maxBytes: number,
  ) {
    this.stream = readWritableStream(stream);
  }

  add(event: ProposedEvent): void {
    this.bytes += sizeOf(event);
    if (this.bytes > this.maxBytes) throw appendTooBig(this.maxBytes);
    this.events.push(event);
  }
}

/** Category and type streams are the node's own. */
export function readWritableStream(identifier: StreamIdentifier | undefined): string {
  const stream = readStreamName(identifier);
  if (/^\$(ce|et)-/.test(stream)) throw accessDenied();
  return stream;
}

export function writtenOrThrow(outcome: WriteOutcome, stream: string, expected: Expected): Written {
  switch (outcome.outcome) {
    case 'written':
      return outcome;
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'wrong-version':
      throw wrongExpectedVersion(stream, expected, outcome.current);
    case 'abandoned':
      throw deadlineExceeded();
  }
}
