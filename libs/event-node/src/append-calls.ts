// Append, delete and tombstone: from messages to the log and back, one answer each. Batch appends have a file of their own.
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
import type { Expected } from './append-rules.js';
import { BatchAppendCall } from './batch-append-call.js';
import type { EventLog } from './event-log.js';
import { IncomingAppend, readWritableStream, writtenOrThrow } from './incoming-append.js';
import { invalidArgument, toRpcError, type RpcError } from './rpc-errors.js';
import { readExpected, readProposed, writePosition } from './wire.js';
import type { WriteOutcome } from './write-batch.js';

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
          const expected = readExpected(options, options.getRevision());
          incoming = new IncomingAppend(options.getStreamIdentifier(), expected, this.maxAppendSize);
        }
        if (message) incoming?.add(readProposed(message));
      } catch (error) {
        refusal ??= toRpcError(error);
      }
    });
    call.on('end', () => {
      void this.finishAppend(call, incoming, refusal).then((response) => answer(null, response), refuse(answer));
    });
  };

  private async finishAppend(
    call: ServerReadableStream<AppendReq, AppendResp>,
    incoming: IncomingAppend | undefined,
    refusal: RpcError | undefined,
  ): Promise<AppendResp> {
    if (refusal) throw refusal;
    if (!incoming) throw invalidArgument('An append begins with its options');
    const { stream, expected, events } = incoming;
    const outcome = await this.log.append(stream, expected, events, () => call.cancelled);
    return appendResponse(outcome, stream, expected);
  }

  readonly batchAppend = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const batchCall = new BatchAppendCall(call, this.log, this.maxAppendSize);
    this.batchCalls.add(batchCall);
    call.once('close', () => this.batchCalls.delete(batchCall));
  };

  readonly delete: Unary<DeleteReq, DeleteResp> = (call, answer) => {
    const { DeleteResp } = streamsPb;
    void this.remove(call.request, (stream, expected) => this.log.delete(stream, expected)).then((position) => {
      answer(null, new DeleteResp().setPosition(writePosition(new DeleteResp.Position(), position)));
    }, refuse(answer));
  };

  readonly tombstone: Unary<TombstoneReq, TombstoneResp> = (call, answer) => {
    const { TombstoneResp } = streamsPb;
    void this.remove(call.request, (stream, expected) => this.log.tombstone(stream, expected)).then((position) => {
      answer(null, new TombstoneResp().setPosition(writePosition(new TombstoneResp.Position(), position)));
    }, refuse(answer));
  };

  private async remove(
    request: DeleteReq | TombstoneReq,
    remove: (stream: string, expected: Expected) => Promise<WriteOutcome>,
  ): Promise<number> {
    const options = request.getOptions();
    if (!options) throw invalidArgument('A delete needs its options');
    const stream = readWritableStream(options.getStreamIdentifier());
    const expected = readExpected(options, options.getRevision());
    return writtenOrThrow(await remove(stream, expected), stream, expected).position ?? 0;
  }

  /** Answers what is being written, then ends the calls that stay open for more. */
  async close(): Promise<void> {
    await Promise.all([...this.batchCalls].map((call) => call.close()));
  }
}

const refuse =
  <Response>(answer: sendUnaryData<Response>) =>
  (error: unknown): void =>
    answer(toRpcError(error));

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
  if (position === undefined) success.setNoPosition(new sharedPb.Empty());
  else success.setPosition(writePosition(new streamsPb.AppendResp.Position(), position));
  response.setSuccess(success);
  return response;
}
