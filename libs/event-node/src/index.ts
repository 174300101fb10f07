// The embedded event log: one durable node that the EventStoreDB client talks to as to the real thing.
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { AppendCalls } from './append-calls.js';
import { EventLog } from './event-log.js';
import { gossip } from './gossip.js';
import { ReadCalls } from './read-call.js';
import { getSupportedMethods } from './server-features.js';

export { openBulkLoad, type BulkLoad, type LoadedAppend } from './bulk-load.js';
export { copyLog } from './copy-log.js';
export { DataDirInUse } from './data-dir-lock.js';

export interface EventNodeOptions {
  /** Made when absent. One process at a time may have it open. */
  dataDir: string;
  /** 0 takes a free one. Default 2113. */
  port?: number;
  /** Default 127.0.0.1; the node has no passwords, so think before you name another. */
  host?: string;
  /** Largest append in bytes. Default 1 MiB, as in EventStoreDB. */
  maxAppendSize?: number;
}

export interface EventNode {
  /** The connection string for the client. */
  url: string;
  port: number;
  /** Answers what is being stored, ends every call with UNAVAILABLE, closes the log. */
  close(): Promise<void>;
  /** Writes a consistent copy into the new directory `path`; a node can be started on it. */
  backup(path: string): Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
/** The largest message the client takes, and enough for its batches of 3 MiB. */
const MAX_MESSAGE = 17 * MEBIBYTE;

/** Throws `DataDirInUse`, or the reason why the port cannot be had. */
export async function startEventNode(options: EventNodeOptions): Promise<EventNode> {
  const { dataDir, port = 2113, host = '127.0.0.1', maxAppendSize = MEBIBYTE } = options;
  const log = await EventLog.open(dataDir);
  const appends = new AppendCalls(log, maxAppendSize);
  const reads = new ReadCalls(log);
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE,
    'grpc.max_send_message_length': MAX_MESSAGE,
  });
  server.addService(StreamsService, {
    append: appends.append,
    batchAppend: appends.batchAppend,
    delete: appends.delete,
    tombstone: appends.tombstone,
    read: reads.read,
  });
  server.addService(ServerFeaturesService, { getSupportedMethods });
  server.addService(GossipService, { read: gossip });
  const bound = await listen(server, `${host}:${port}`).catch(async (error: unknown) => {
    await log.close();
    throw error;
  });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    reads.close();
    await appends.close();
    await shutDown(server);
    await log.close();
  };
  return {
    url: `esdb://${host}:${bound}?tls=false`,
    port: bound,
    close: () => (closing ??= close()),
    backup: (path) => log.backup(path),
  };
}

function listen(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

const PATIENCE_MS = 1000;

/** Gives the last answers a moment to leave; whoever does not take them is cut off. */
function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.forceShutdown(), PATIENCE_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });
}
