// Between the client's generated messages and our own shapes. 64-bit fields are strings on the wire.
import sharedPb, { type StreamIdentifier, type UUID } from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb, { type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Map as ProtobufMap } from 'google-protobuf';
import type { Expected } from './append-rules.js';
import { invalidArgument, missingProperty } from './rpc-errors.js';
import { originalOf, TOMBSTONE_REVISION, type Entry, type ProposedEvent, type StoredEvent } from './stored-event.js';
import { isUuid, uuidBytes, uuidText } from './uuid.js';

export type { UUID };

export function readUuid(uuid: UUID | undefined): Uint8Array {
  const structured = uuid?.getStructured();
  if (structured) {
    const bytes = Buffer.alloc(16);
    bytes.writeBigInt64BE(BigInt.asIntN(64, BigInt(structured.getMostSignificantBits())), 0);
    bytes.writeBigInt64BE(BigInt.asIntN(64, BigInt(structured.getLeastSignificantBits())), 8);
    return bytes;
  }
  const text = uuid?.getString() ?? '';
  if (!isUuid(text)) throw invalidArgument(`'${text}' is not a UUID`);
  return uuidBytes(text);
}

function writeUuid(bytes: Uint8Array, asStructure: boolean): UUID {
  const uuid = new sharedPb.UUID();
  if (asStructure) {
    const buffer = Buffer.from(bytes);
    const structured = new sharedPb.UUID.Structured();
    structured.setMostSignificantBits(String(buffer.readBigInt64BE(0)));
    structured.setLeastSignificantBits(String(buffer.readBigInt64BE(8)));
    uuid.setStructured(structured);
  } else {
    uuid.setString(uuidText(bytes));
  }
  return uuid;
}

export function readStreamName(identifier: StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
  if (name === '') throw invalidArgument('A stream name is required');
  return name;
}

export function writeStreamName(name: string): StreamIdentifier {
  const identifier = new sharedPb.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name, 'utf8'));
  return identifier;
}

/** A revision or position as a number. Anything beyond what a log can hold means its far end. */
export function readNumber(text: string): number {
  const value = BigInt(text);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

interface ExpectedOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export function readExpected(options: ExpectedOptions, revision: string): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return BigInt(revision);
}

interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): ProtobufMap<string, string>;
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export function readProposed(message: ProposedMessage): ProposedEvent {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined) throw missingProperty('type');
  if (contentType === undefined) throw missingProperty('content-type');
  return {
    id: readUuid(message.getId()),
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

const TICKS_PER_MILLISECOND = 10_000n;

function writeRecord(event: StoredEvent, structuredIds: boolean): ReadResp.ReadEvent.RecordedEvent {
  const record = new streamsPb.ReadResp.ReadEvent.RecordedEvent();
  record.setId(writeUuid(event.id, structuredIds));
  record.setStreamIdentifier(writeStreamName(event.stream));
  record.setStreamRevision(event.revision >= TOMBSTONE_REVISION ? '9223372036854775807' : String(event.revision));
  writePosition(record, event.position);
  const properties = record.getMetadataMap();
  properties.set('type', event.type);
  properties.set('created', String(BigInt(event.created) * TICKS_PER_MILLISECOND));
  properties.set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  record.setData(event.data);
  record.setCustomMetadata(event.metadata);
  return record;
}

export function writeEntry(entry: Entry, structuredIds: boolean): ReadResp {
  const read = new streamsPb.ReadResp.ReadEvent();
  if (entry.event) read.setEvent(writeRecord(entry.event, structuredIds));
  if (entry.link) read.setLink(writeRecord(entry.link, structuredIds));
  read.setCommitPosition(String(originalOf(entry)?.position ?? 0));
  return new streamsPb.ReadResp().setEvent(read);
}

interface PositionMessage {
  setCommitPosition(position: string): unknown;
  setPreparePosition(position: string): unknown;
}

/** Events are committed where they are prepared, so both parts of a position are the same. */
export function writePosition<Message extends PositionMessage>(message: Message, position: number): Message {
  message.setCommitPosition(String(position));
  message.setPreparePosition(String(position));
  return message;
}
