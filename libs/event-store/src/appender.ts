// Appends, over one long call per process. The client's own `appendToStream` does the same, but it keeps the appends
// that wait for an answer in one list for all connections and fails all of them when one breaks, waits for ever where no
// answer comes, and ends the process when a connection breaks while messages queue. So: its connection, our books.
import { randomUUID } from 'node:crypto';
import {
  AccessDeniedError,
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import { createStreamIdentifier, createUUID, parseUUID } from '@eventstore/db-client/dist/utils/index.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb, { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import timestampPb from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { AppendTooLarge, LogUnavailable, OutcomeUnknown, unavailable, WrongVersion } from './errors.js';

export type Expected = bigint | 'no-stream';
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: object;
}

export interface Answer {
  /** undefined where the server names none */
  readonly position: bigint | undefined;
}

interface Waiting {
  readonly stream: string;
  readonly expected: Expected;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Call {
  readonly wire: ClientDuplexStream<BatchAppendReq, BatchAppendResp>;
  readonly waiting: Map<string, Waiting>;
}

/** A server takes 4 MB in one message, and in one append less than that. */
const maxBytes = 3 * 1024 * 1024;
/** Messages a stalled connection may hold; beyond it new appends are turned away at once. */
const maxUnsent = 1_000;

/** The client keeps its connection, discovery and credentials for subclasses. */
class Insides extends EventStoreDBClient {
  static batchAppend({ GRPCStreamCreator, callArguments }: Insides): Promise<Call['wire']> {
    return GRPCStreamCreator(StreamsClient, 'append', (grpc) =>
      grpc.batchAppend(...callArguments({}, { deadline: Infinity })),
    )();
  }
}

export class Appender {
  #call: Call | null = null;
  #opening: Promise<Call> | null = null;

  constructor(private readonly client: EventStoreDBClient) {}

  /** @throws WrongVersion, AppendTooLarge, OutcomeUnknown, LogUnavailable */
  append(stream: string, events: Proposed[], expected: Expected, deadlineMs: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = randomUUID();
      const request = requestOf(id, stream, events, expected, deadlineMs);
      let call: Call | null = null;
      let settled = false;
      const settle = (act: () => void): void => {
        settled = true;
        clearTimeout(timer);
        call?.waiting.delete(id);
        act();
      };
      const fail = (error: unknown): void => settle(() => reject(error));
      const timer = setTimeout(() => {
        const late = `no answer within ${deadlineMs} ms`;
        fail(call ? new OutcomeUnknown(late) : new LogUnavailable(late));
      }, deadlineMs);
      const send = (open: Call): void => {
        if (settled) return;
        if (open.wire.writableLength > maxUnsent) return fail(new LogUnavailable('the log takes no more for now'));
        call = open;
        call.waiting.set(id, { stream, expected, resolve: (answer) => settle(() => resolve(answer)), reject: fail });
        call.wire.write(request);
      };
      if (this.#call) send(this.#call);
      else this.#open().then(send, (error: unknown) => fail(unavailable(error)));
    });
  }

  #open(): Promise<Call> {
    this.#opening ??= Insides.batchAppend(this.client)
      .then((wire) => {
        const call: Call = { wire, waiting: new Map() };
        const over = (error?: Error): void => {
          if (this.#call === call) this.#call = null;
          for (const { reject } of call.waiting.values()) reject(lost(error));
        };
        wire.on('data', (response: BatchAppendResp) => take(call, response));
        wire.on('error', over).on('end', over);
        return (this.#call = call);
      })
      .finally(() => (this.#opening = null));
    return this.#opening;
  }
}

function requestOf(
  id: string,
  stream: string,
  events: Proposed[],
  expected: Expected,
  deadlineMs: number,
): BatchAppendReq {
  let bytes = 0;
  const messages = events.map((event) => {
    const data = Buffer.from(JSON.stringify(event.data));
    const metadata = Buffer.from(JSON.stringify(event.metadata));
    bytes += data.length + metadata.length;
    const message = new streamsPb.BatchAppendReq.ProposedMessage();
    message.setId(createUUID(event.id)).setData(data).setCustomMetadata(metadata);
    message.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
    return message;
  });
  if (bytes > maxBytes) throw new AppendTooLarge(stream, maxBytes);
  const options = new streamsPb.BatchAppendReq.Options();
  options.setStreamIdentifier(createStreamIdentifier(stream));
  options.setDeadline(timestampPb.Timestamp.fromDate(new Date(Date.now() + deadlineMs)));
  if (expected === 'no-stream') options.setNoStream(new emptyPb.Empty());
  else options.setStreamPosition(expected.toString());
  const request = new streamsPb.BatchAppendReq();
  return request
    .setCorrelationId(createUUID(id))
    .setOptions(options)
    .setProposedMessagesList(messages)
    .setIsFinal(true);
}

function take({ waiting }: Call, response: BatchAppendResp): void {
  const append = waiting.get(parseUUID(response.getCorrelationId()) ?? '');
  if (!append) return; // it has given up waiting
  const status = response.getError();
  if (status) return append.reject(refusal(status, append));
  const position = response.getSuccess()?.getPosition()?.getCommitPosition();
  append.resolve({ position: position === undefined ? undefined : BigInt(position) });
}

function refusal(status: Status, { stream, expected }: Waiting): Error {
  const error = status.hasDetails() ? unpackToCommandError(status, stream) : new Error(status.getMessage());
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion: actual } = error;
    return new WrongVersion(stream, expected, typeof actual === 'bigint' ? actual : 'no-stream');
  }
  if (error instanceof MaxAppendSizeExceededError) return new AppendTooLarge(stream, error.maxAppendSize);
  if (error instanceof AccessDeniedError) return unavailable(error);
  if (error instanceof StreamDeletedError) return error;
  return new OutcomeUnknown(error.message, { cause: error });
}

const lost = (error?: Error): Error =>
  error?.message.includes('No connection established')
    ? unavailable(error) // so nothing can have left
    : new OutcomeUnknown(error?.message ?? 'the log hung up', { cause: error });
