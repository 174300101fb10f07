// Append, batch append, delete and tombstone: from messages to the log and back, one answer each.
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb, {
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  type BatchAppendResp,
  type DeleteReq,
  type DeleteResp,
  type TombstoneReq,
  type TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Expected } from './append-rules.js';
import type { EventLog } from './event-log.js';
import {
  accessDenied,
  appendTooBig,
  deadlineExceeded,
  invalidArgument,
  type RpcError,
  shuttingDown,
  streamDeleted,
  toRpcError,
  wrongExpectedVersion,
} from './rpc-errors.js';
import { sizeOf, type ProposedEvent } from './stored-event.js';
import { uuidText } from './uuid.js';
import { readExpected, readProposed, readStreamName, readUuid, writeStreamName, type UUID } from './wire.js';
import type { Written, WriteOutcome } from './write-batch.js';

type Unary<Request, Response> = (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>) => void;

export class AppendCalls {
  private readonly batchCalls = new Set<BatchAppendCall>();

  constructor(
    private readonly log: EventLog,
    private readonly maxAppendSize: number,
  ) {}

  readonly append = (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    let incoming: IncomingAppend | undefined;
    let refusal: RpcError | undefined;
    call.on('data', (request: AppendReq) => {
      try {
        const options = request.getOptions();
        const message = request.getProposedMessage();
        if (options) {
          const stream = readStreamName(options.getStreamIdentifier());
          incoming = new IncomingAppend(stream, readExpected(options, options.getRevision()), this.maxAppendSize);
        }
        if (message) incoming?.add(readProposed(message));
      } catch (error) {
        refusal ??= toRpcError(error);
      }
    });
    call.on(
      'end',
      () => void this.finishAppend(call, incoming, refusal).then((response) => answer(null, response), answer),
    );
  };

  private async finishAppend(
    call: ServerReadableStream<AppendReq, AppendResp>,
    incoming: IncomingAppend | undefined,
    refusal: RpcError | undefined,
  ): Promise<AppendResp> {
    if (refusal) throw refusal;
    if (!incoming) throw invalidArgument('An append begins with its options');
    const { stream, expected, events } = incoming;
    const outcome = await stored(this.log.append(stream, expected, events, () => call.cancelled));
    return appendResponse(outcome, stream, expected);
  }

  readonly batchAppend = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const batchCall = new BatchAppendCall(call, this.log, this.maxAppendSize);
    this.batchCalls.add(batchCall);
    call.once('close', () => this.batchCalls.delete(batchCall));
  };

  readonly delete: Unary<DeleteReq, DeleteResp> = (call, answer) => {
    void this.remove(call.request, (stream, expected) => this.log.delete(stream, expected)).then((position) => {
      const response = new streamsPb.DeleteResp();
      const at = new streamsPb.DeleteResp.Position();
      at.setCommitPosition(position);
      at.setPreparePosition(position);
      response.setPosition(at);
      answer(null, response);
    }, answer);
  };

  readonly tombstone: Unary<TombstoneReq, TombstoneResp> = (call, answer) => {
    void this.remove(call.request, (stream, expected) => this.log.tombstone(stream, expected)).then((position) => {
      const response = new streamsPb.TombstoneResp();
      const at = new streamsPb.TombstoneResp.Position();
      at.setCommitPosition(position);
      at.setPreparePosition(position);
      response.setPosition(at);
      answer(null, response);
    }, answer);
  };

  private async remove(
    request: DeleteReq | TombstoneReq,
    remove: (stream: string, expected: Expected) => Promise<WriteOutcome>,
  ): Promise<string> {
    const options = request.getOptions();
    if (!options) throw invalidArgument('A delete needs its options');
    const stream = readStreamName(options.getStreamIdentifier());
    const expected = readExpected(options, options.getRevision());
    const done = writtenOrThrow(await stored(remove(stream, expected)), stream, expected);
    return String(done.position);
  }

  /** Answers what is being written, then ends the calls that stay open for more. */
  async close(): Promise<void> {
    await Promise.all([...this.batchCalls].map((call) => call.close()));
  }
}

/** The events of one append as they come in, refused as soon as they are too many bytes. */
class IncomingAppend {
  readonly events: ProposedEvent[] = [];
  bytes = 0;

  constructor(
    readonly stream: string,
    readonly expected: Expected,
    private readonly maxBytes: number,
  ) {
    // Category and type streams are made by the node itself.
    if (/^\$(ce|et)-/.test(stream)) throw accessDenied();
  }

  add(event: ProposedEvent): void {
    this.bytes += sizeOf(event);
    if (this.bytes > this.maxBytes) throw appendTooBig(this.maxBytes);
    this.events.push(event);
  }
}

interface Pending {
  correlationId: UUID;
  incoming?: IncomingAppend;
  deadline: NodeJS.Timeout | undefined;
  /** Every append is answered once; what comes after that is ignored. */
  answered: boolean;
}

const LONGEST_TIMER = 2 ** 31 - 1;
/** Above this many bytes waiting to be stored, a caller has to wait before it may send more. */
const MAX_WAITING_BYTES = 32 * 1024 * 1024;

/** One client's stream of appends. Chunks of several appends may be mixed; each append has a correlation id. */
class BatchAppendCall {
  private readonly pending = new Map<string, Pending>();
  private readonly storing = new Set<Promise<void>>();
  private waitingBytes = 0;
  private ended = false;

  constructor(
    private readonly call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
    private readonly log: EventLog,
    private readonly maxAppendSize: number,
  ) {
    call.on('data', (request: BatchAppendReq) => this.receive(request));
    call.on('drain', () => this.resumeWhenCalm());
    call.once('end', () => void this.finish());
    call.once('cancelled', () => this.forget());
    call.once('error', () => this.forget());
  }

  /** What is being stored is answered; the caller learns that anything else is unknown. */
  async close(): Promise<void> {
    this.ended = true;
    await Promise.all(this.storing);
    this.forget();
    this.call.emit('error', shuttingDown());
  }

  private async finish(): Promise<void> {
    await Promise.all(this.storing);
    this.forget();
    this.call.end();
  }

  private forget(): void {
    this.ended = true;
    for (const { deadline } of this.pending.values()) clearTimeout(deadline);
    this.pending.clear();
  }

  private receive(request: BatchAppendReq): void {
    if (this.ended) return;
    const correlationId = request.getCorrelationId();
    let key: string;
    try {
      key = uuidText(readUuid(correlationId));
    } catch (error) {
      // Without an id no answer would find its append, and the client waits for ever: fail the call.
      this.forget();
      this.call.emit('error', toRpcError(error));
      return;
    }
    const pending = this.pending.get(key) ?? this.begin(key, request, correlationId!);
    try {
      if (!pending.answered) this.collect(pending, request);
    } catch (error) {
      this.refuse(pending, toRpcError(error));
    }
    if (!request.getIsFinal()) return;
    this.pending.delete(key);
    if (!pending.answered && pending.incoming) this.store(pending, pending.incoming);
  }

  private begin(key: string, request: BatchAppendReq, correlationId: UUID): Pending {
    const pending: Pending = { correlationId, deadline: undefined, answered: false };
    this.pending.set(key, pending);
    const deadline = request.getOptions()?.getDeadline();
    if (deadline) {
      const left = deadline.toDate().getTime() - Date.now();
      const expire = (): void => this.refuse(pending, deadlineExceeded());
      if (left <= 0) expire();
      else pending.deadline = setTimeout(expire, Math.min(left, LONGEST_TIMER)).unref();
    }
    return pending;
  }

  private collect(pending: Pending, request: BatchAppendReq): void {
    const options = request.getOptions();
    if (options && !pending.incoming) {
      const stream = readStreamName(options.getStreamIdentifier());
      const expected = readExpected(options, options.getStreamPosition());
      pending.incoming = new IncomingAppend(stream, expected, this.maxAppendSize);
    }
    if (!pending.incoming) throw invalidArgument('An append begins with its options');
    for (const message of request.getProposedMessagesList()) pending.incoming.add(readProposed(message));
  }

  private store(pending: Pending, incoming: IncomingAppend): void {
    const { stream, expected, events, bytes } = incoming;
    this.waitingBytes += bytes;
    if (this.waitingBytes > MAX_WAITING_BYTES) this.call.pause();
    const storing = stored(this.log.append(stream, expected, events, () => pending.answered || this.call.cancelled))
      .then((outcome) => this.answer(pending, batchResponse(writtenOrThrow(outcome, stream, expected))))
      .catch((error: unknown) => this.refuse(pending, toRpcError(error)))
      .finally(() => {
        this.storing.delete(storing);
        this.waitingBytes -= bytes;
        this.resumeWhenCalm();
      });
    this.storing.add(storing);
  }

  private refuse(pending: Pending, refusal: RpcError): void {
    const response = new streamsPb.BatchAppendResp();
    response.setError(refusal.toStatus());
    this.answer(pending, response);
  }

  private answer(pending: Pending, response: BatchAppendResp): void {
    if (pending.answered) return;
    pending.answered = true;
    clearTimeout(pending.deadline);
    response.setCorrelationId(pending.correlationId);
    response.setStreamIdentifier(writeStreamName(pending.incoming?.stream ?? ''));
    // Nobody is there to hear it once the call is over.
    if (this.call.cancelled || this.call.writableEnded) return;
    if (!this.call.write(response)) this.call.pause();
  }

  private resumeWhenCalm(): void {
    if (this.waitingBytes <= MAX_WAITING_BYTES && !this.call.writableNeedDrain) this.call.resume();
  }
}

/** A write that failed is answered as failed, with the reason. */
const stored = (write: Promise<WriteOutcome>): Promise<WriteOutcome> =>
  write.catch((error: unknown) => {
    throw toRpcError(error);
  });

function writtenOrThrow(outcome: WriteOutcome, stream: string, expected: Expected): Written {
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

/** Here a wrong version is an answer, not an error. */
function appendResponse(outcome: WriteOutcome, stream: string, expected: Expected): AppendResp {
  const response = new streamsPb.AppendResp();
  if (outcome.outcome === 'wrong-version') {
    const wrong = new streamsPb.AppendResp.WrongExpectedVersion();
    if (outcome.current < 0) wrong.setCurrentNoStream(new sharedPb.Empty());
    else wrong.setCurrentRevision(String(outcome.current));
    if (expected === 'any') wrong.setExpectedAny(new sharedPb.Empty());
    else if (expected === 'no_stream') wrong.setExpectedNoStream(new sharedPb.Empty());
    else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new sharedPb.Empty());
    else wrong.setExpectedRevision(String(expected));
    response.setWrongExpectedVersion(wrong);
    return response;
  }
  const { revision, position } = writtenOrThrow(outcome, stream, expected);
  const success = new streamsPb.AppendResp.Success();
  if (revision < 0) success.setNoStream(new sharedPb.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) {
    success.setNoPosition(new sharedPb.Empty());
  } else {
    const at = new streamsPb.AppendResp.Position();
    at.setCommitPosition(String(position));
    at.setPreparePosition(String(position));
    success.setPosition(at);
  }
  response.setSuccess(success);
  return response;
}

function batchResponse({ revision, position }: Written): BatchAppendResp {
  const success = new streamsPb.BatchAppendResp.Success();
  if (revision < 0) success.setNoStream(new emptyPb.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) {
    success.setNoPosition(new emptyPb.Empty());
  } else {
    const at = new sharedPb.AllStreamPosition();
    at.setCommitPosition(String(position));
    at.setPreparePosition(String(position));
    success.setPosition(at);
  }
  const response = new streamsPb.BatchAppendResp();
  response.setSuccess(success);
  return response;
}
