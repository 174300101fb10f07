// Every refusal a caller may see, as EventStoreDB words it: a status with trailers for most calls, and a packed
// message inside the answer for batch appends.
import { Metadata, status } from '@grpc/grpc-js';
import codePb from '@eventstore/db-client/generated/code_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Expected } from './append-rules.js';
import { LogUnavailable } from './event-log.js';

/** Shaped as grpc-js wants it: `code`, `details` and `metadata` become status and trailers. */
export class RpcError extends Error {
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Record<string, string> = {},
    /** The same refusal for a batch append. */
    private readonly packed: { name: string; message: { serializeBinary(): Uint8Array } } = unknown(),
  ) {
    super(details);
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, headerSafe(value));
  }

  toStatus(): statusPb.Status {
    const any = new anyPb.Any();
    any.pack(this.packed.message.serializeBinary(), `event_store.client.${this.packed.name}`);
    // The two enumerations have the same names and numbers.
    const code = codePb.Code[status[this.code] as keyof typeof codePb.Code];
    return new statusPb.Status().setCode(code).setMessage(this.details).setDetails(any);
  }
}

export function wrongExpectedVersion(stream: string, expected: Expected, current: number): RpcError {
  const message = new sharedPb.WrongExpectedVersion();
  if (current < 0) message.setCurrentNoStream(new emptyPb.Empty());
  else message.setCurrentStreamRevision(String(current));
  if (expected === 'any') message.setExpectedAny(new emptyPb.Empty());
  else if (expected === 'stream_exists') message.setExpectedStreamExists(new emptyPb.Empty());
  else if (expected === 'no_stream') message.setExpectedNoStream(new emptyPb.Empty());
  else message.setExpectedStreamPosition(String(expected));
  return new RpcError(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, expected: ${expected}, actual: ${current}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expectedNumber(expected),
      ...(current >= 0 && { 'actual-version': String(current) }),
    },
    { name: 'WrongExpectedVersion', message },
  );
}

export function streamDeleted(stream: string): RpcError {
  const identifier = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
  const message = new sharedPb.StreamDeleted().setStreamIdentifier(identifier);
  const trailers = { exception: 'stream-deleted', 'stream-name': stream };
  const packed = { name: 'StreamDeleted', message };
  return new RpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, trailers, packed);
}

export function appendTooBig(limit: number): RpcError {
  const message = new sharedPb.MaximumAppendSizeExceeded().setMaxappendsize(limit);
  const trailers = { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) };
  const packed = { name: 'MaximumAppendSizeExceeded', message };
  return new RpcError(status.INVALID_ARGUMENT, `Maximum append size of ${limit} bytes exceeded.`, trailers, packed);
}

export function missingProperty(name: string): RpcError {
  const details = `Required metadata property '${name}' is missing`;
  const trailers = { exception: 'missing-required-metadata-property', 'required-metadata-properties': name };
  return new RpcError(status.INVALID_ARGUMENT, details, trailers, badRequest(details));
}

export function accessDenied(): RpcError {
  const packed = { name: 'AccessDenied', message: new sharedPb.AccessDenied() };
  return new RpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }, packed);
}

export function deadlineExceeded(): RpcError {
  const packed = { name: 'Timeout', message: new sharedPb.Timeout() };
  return new RpcError(status.DEADLINE_EXCEEDED, 'The deadline passed before the append was stored', {}, packed);
}

export const invalidArgument = (details: string): RpcError =>
  new RpcError(status.INVALID_ARGUMENT, details, {}, badRequest(details));

export const shuttingDown = (): RpcError => new RpcError(status.UNAVAILABLE, 'The event node is shutting down');

/** Whatever went wrong inside, as an answer. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  const code = error instanceof LogUnavailable ? status.UNAVAILABLE : status.INTERNAL;
  return new RpcError(code, error instanceof Error ? error.message : String(error));
}

const unknown = () => ({ name: 'Unknown', message: new sharedPb.Unknown() });

const badRequest = (details: string) => ({
  name: 'BadRequest',
  message: new sharedPb.BadRequest().setMessage(details),
});

function expectedNumber(expected: Expected): string {
  const numbers = { any: '-2', no_stream: '-1', stream_exists: '-4' };
  return typeof expected === 'bigint' ? String(expected) : numbers[expected];
}

/** HTTP/2 headers are ASCII; grpc-js throws on anything else. */
const headerSafe = (value: string): string => (/^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value));
