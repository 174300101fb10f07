// One client's stream of appends. Chunks of several appends may be mixed; each append has a correlation id and is
// answered once: the client waits for ever without an answer, and breaks at a second one.
import type { ServerDuplexStream } from '@grpc/grpc-js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb, { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import type { EventLog } from './event-log.js';
import { IncomingAppend, writtenOrThrow } from './incoming-append.js';
import { deadlineExceeded, invalidArgument, shuttingDown, toRpcError, type RpcError } from './rpc-errors.js';
import { uuidText } from './uuid.js';
import { readExpected, readProposed, readUuid, writePosition, writeStreamName, type UUID } from './wire.js';
import type { Written } from './write-batch.js';

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

export class BatchAppendCall {
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
      const expected = readExpected(options, options.getStreamPosition());
      pending.incoming = new IncomingAppend(options.getStreamIdentifier(), expected, this.maxAppendSize);
    }
    if (!pending.incoming) throw invalidArgument('An append begins with its options');
    for (const message of request.getProposedMessagesList()) pending.incoming.add(readProposed(message));
  }

  private store(pending: Pending, incoming: IncomingAppend): void {
    const { stream, expected, events, bytes } = incoming;
    this.waitingBytes += bytes;
    if (this.waitingBytes > MAX_WAITING_BYTES) this.call.pause();
    const storing = this.log
      .append(stream, expected, events, () => pending.answered || this.call.cancelled)
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

function batchResponse({ revision, position }: Written): BatchAppendResp {
  const success = new streamsPb.BatchAppendResp.Success();
  if (revision < 0) success.setNoStream(new emptyPb.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) success.setNoPosition(new emptyPb.Empty());
  else success.setPosition(writePosition(new sharedPb.AllStreamPosition(), position));
  const response = new streamsPb.BatchAppendResp();
  response.setSuccess(success);
  return response;
}
