// What the official client does not let one say: the protocol itself, in order and out of it.
import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { credentials, status, type ClientDuplexStream, type ServiceError } from '@grpc/grpc-js';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb, {
  type BatchAppendReq,
  type BatchAppendResp,
  type ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import timestampPb from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { startEventNode, type EventNode } from '../src/index.js';
import { removeTempDirs, tempDir } from './temp-dir.js';

let node: EventNode;
let raw: StreamsClient;
let client: EventStoreDBClient;

beforeEach(async () => {
  node = await startEventNode({ dataDir: await tempDir(), port: 0 });
  raw = new StreamsClient(`127.0.0.1:${node.port}`, credentials.createInsecure());
  client = EventStoreDBClient.connectionString(node.url);
});
afterEach(async () => {
  raw.close();
  await client.dispose();
  await node.close();
});
afterAll(removeTempDirs);

const events = (count: number, text = '') =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Tested', data: { n, text } }));

interface Chunk {
  id: string;
  stream?: string;
  events?: number;
  /** bytes of each event */
  size?: number;
  final?: boolean;
  deadline?: Date;
}

/** One message of a batch append; the first one of an append names its stream. */
function chunk({ id, stream, events: count = 1, size = 2, final = true, deadline }: Chunk): BatchAppendReq {
  const request = new streamsPb.BatchAppendReq();
  const correlationId = new sharedPb.UUID();
  correlationId.setString(id);
  request.setCorrelationId(correlationId);
  if (stream !== undefined) {
    const options = new streamsPb.BatchAppendReq.Options();
    const identifier = new sharedPb.StreamIdentifier();
    identifier.setStreamName(Buffer.from(stream));
    options.setStreamIdentifier(identifier);
    options.setNoStream(new emptyPb.Empty());
    if (deadline) options.setDeadline(timestampPb.Timestamp.fromDate(deadline));
    request.setOptions(options);
  }
  for (let n = 0; n < count; n += 1) {
    const message = new streamsPb.BatchAppendReq.ProposedMessage();
    const eventId = new sharedPb.UUID();
    eventId.setString(randomUUID());
    message.setId(eventId);
    message.getMetadataMap().set('type', 'Tested').set('content-type', 'application/json');
    message.setData(Buffer.alloc(size, '0'));
    request.addProposedMessages(message);
  }
  request.setIsFinal(final);
  return request;
}

/** Sends what `talk` says and collects the answers until the node ends the call. */
async function batchAppend(talk: (call: ClientDuplexStream<BatchAppendReq, BatchAppendResp>) => unknown) {
  const call = raw.batchAppend();
  const answers: BatchAppendResp[] = [];
  call.on('data', (answer: BatchAppendResp) => answers.push(answer));
  const ended = new Promise<ServiceError | undefined>((resolve) => {
    call.once('end', () => resolve(undefined)).once('error', (error: ServiceError) => resolve(error));
  });
  await talk(call);
  const error = await ended;
  return { answers, error, outcomes: answers.map(outcome) };
}

const outcome = (answer: BatchAppendResp): string =>
  `${answer.getCorrelationId()?.getString()} ${
    answer.hasSuccess()
      ? answer.getSuccess()?.getCurrentRevision()
      : answer.getError()?.getDetails()?.getTypeName().split('.').at(-1)
  }`;

describe('batch appends', () => {
  it('are answered once each, however their chunks are mixed', async () => {
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    const { outcomes } = await batchAppend((call) => {
      call.write(chunk({ id: a, stream: 'a', events: 2, final: false }));
      call.write(chunk({ id: b, stream: 'b', final: false }));
      call.write(chunk({ id: a, events: 3, final: false }));
      call.write(chunk({ id: c, stream: 'c' }));
      call.write(chunk({ id: b }));
      call.write(chunk({ id: a, events: 0 }));
      call.end();
    });
    expect(outcomes.toSorted()).toEqual([`${a} 4`, `${b} 1`, `${c} 0`].toSorted());
  });

  it('are answered once when they are refused early and go on', async () => {
    const tooBig = randomUUID();
    const { outcomes } = await batchAppend((call) => {
      call.write(chunk({ id: tooBig, stream: 'big', events: 12, size: 100_000, final: false }));
      call.write(chunk({ id: tooBig, events: 12, size: 100_000, final: false }));
      call.write(chunk({ id: tooBig, events: 1 }));
      call.end();
    });
    expect(outcomes).toEqual([`${tooBig} MaximumAppendSizeExceeded`]);
    await expect(client.appendToStream('big', events(1), { expectedRevision: 'no_stream' })).resolves.toBeDefined();
  });

  it('that stay unfinished are answered at their deadline, and not again', async () => {
    const id = randomUUID();
    const { outcomes } = await batchAppend(async (call) => {
      const answered = new Promise((resolve) => call.once('data', resolve));
      call.write(chunk({ id, stream: 'late', final: false, deadline: new Date(Date.now() + 100) }));
      await answered;
      call.write(chunk({ id }));
      call.end();
    });
    expect(outcomes).toEqual([`${id} Timeout`]);
    await expect(client.appendToStream('late', events(1), { expectedRevision: 'no_stream' })).resolves.toBeDefined();
  });

  it('whose deadline is over are answered so and not stored', async () => {
    const id = randomUUID();
    const { outcomes } = await batchAppend((call) => {
      call.write(chunk({ id, stream: 'over', deadline: new Date(Date.now() - 1) }));
      call.end();
    });
    expect(outcomes).toEqual([`${id} Timeout`]);
    await expect(client.appendToStream('over', events(1), { expectedRevision: 'no_stream' })).resolves.toBeDefined();
  });

  it('whose deadline passes while the log is busy are answered once, and truthfully', async () => {
    const busy = { done: false };
    const flood = batchAppend((call) => {
      for (let n = 0; n < 40; n += 1) call.write(chunk({ id: randomUUID(), stream: `big-${n}`, size: 1_000_000 }));
      call.end();
    }).finally(() => (busy.done = true));
    const ids: string[] = [];
    const { outcomes } = await batchAppend(async (call) => {
      while (!busy.done) {
        const id = randomUUID();
        ids.push(id);
        call.write(chunk({ id, stream: `s-${id}`, deadline: new Date(Date.now() + 1 + (ids.length % 40)) }));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      call.end();
    });
    expect((await flood).outcomes).toHaveLength(40);
    expect(outcomes.map((answer) => answer.split(' ')[0]!).toSorted()).toEqual(ids.toSorted());
    const stored = new Set((await read({ count: 100_000, prefix: 's-' })).map(place));
    for (const answer of outcomes) {
      const [id, what] = answer.split(' ');
      if (what === '0') expect(stored).toContain(`s-${id}@0`);
      else expect(what).toBe('Timeout');
    }
  });

  it('with a deadline years ahead are simply stored', async () => {
    const id = randomUUID();
    const { outcomes } = await batchAppend((call) => {
      call.write(chunk({ id, stream: 'far', deadline: new Date(Date.now() + 300 * 86_400_000) }));
      call.end();
    });
    expect(outcomes).toEqual([`${id} 0`]);
  });

  it('without stream, or without a usable event, are refused and nothing else', async () => {
    const [nameless, startless, good] = [randomUUID(), randomUUID(), randomUUID()];
    const { outcomes } = await batchAppend((call) => {
      call.write(chunk({ id: nameless, stream: '' }));
      call.write(chunk({ id: startless }));
      const broken = chunk({ id: randomUUID(), stream: 'broken' });
      broken.getProposedMessagesList()[0]!.getId()!.setString('not a uuid');
      call.write(broken);
      const typeless = chunk({ id: randomUUID(), stream: 'broken' });
      typeless.getProposedMessagesList()[0]!.clearMetadataMap();
      call.write(typeless);
      call.write(chunk({ id: good, stream: 'good' }));
      call.end();
    });
    expect(outcomes).toHaveLength(5);
    expect(outcomes.filter((answer) => answer.endsWith('BadRequest'))).toHaveLength(4);
    expect(outcomes).toContain(`${good} 0`);
  });

  it('without a correlation id end the call, for no answer could find its append', async () => {
    const { error, answers } = await batchAppend((call) => call.write(chunk({ id: '', stream: 's' })));
    expect(answers).toEqual([]);
    expect(error?.code).toBe(status.INVALID_ARGUMENT);
  });

  it('may not go to the streams the node makes itself', async () => {
    await expect(client.appendToStream('$ce-ticket', events(1))).rejects.toMatchObject({ type: 'access-denied' });
    await expect(client.appendToStream('$et-Tested', events(1))).rejects.toMatchObject({ type: 'access-denied' });
  });
});

describe('shutting down', () => {
  it('answers what is being stored and fails the rest as unavailable', async () => {
    const [stored, unfinished] = [randomUUID(), randomUUID()];
    const followed = new Promise<ServiceError>((resolve) => {
      raw
        .read(readAll({ subscribe: true }))
        .on('data', () => undefined)
        .once('error', resolve);
    });
    const { outcomes, error } = await batchAppend(async (call) => {
      call.write(chunk({ id: unfinished, stream: 'unfinished', final: false }));
      call.write(chunk({ id: stored, stream: 'stored' }));
      await new Promise((resolve) => call.once('data', resolve));
      await node.close();
    });
    expect(outcomes).toEqual([`${stored} 0`]);
    expect(error?.code).toBe(status.UNAVAILABLE);
    expect((await followed).code).toBe(status.UNAVAILABLE);
  });

  it('leaves no append of the client without an answer', async () => {
    const appends = Array.from({ length: 200 }, (_, n) => client.appendToStream(`s-${n}`, events(2)));
    await appends[0];
    await node.close();
    const settled = await Promise.allSettled(appends);
    for (const append of settled) {
      if (append.status === 'rejected') expect(append.reason).toMatchObject({ type: 'unavailable' });
    }
    expect(settled).toHaveLength(200);
  });
});

interface ReadAll {
  subscribe?: boolean;
  backwards?: boolean;
  count?: number;
  prefix?: string;
  structuredIds?: boolean;
}

function readAll({ subscribe, backwards, count = 1000, prefix, structuredIds }: ReadAll) {
  const { Options } = streamsPb.ReadReq;
  const options = new Options();
  const all = new Options.AllOptions();
  if (backwards) all.setEnd(new sharedPb.Empty());
  else all.setStart(new sharedPb.Empty());
  options.setAll(all);
  options.setReadDirection(backwards ? Options.ReadDirection.BACKWARDS : Options.ReadDirection.FORWARDS);
  if (subscribe) options.setSubscription(new Options.SubscriptionOptions());
  else options.setCount(String(count));
  const uuids = new Options.UUIDOption();
  if (structuredIds) uuids.setStructured(new sharedPb.Empty());
  else uuids.setString(new sharedPb.Empty());
  options.setUuidOption(uuids);
  if (prefix === undefined) {
    options.setNoFilter(new sharedPb.Empty());
  } else {
    const filter = new Options.FilterOptions();
    const expression = new Options.FilterOptions.Expression();
    expression.setPrefixList([prefix]);
    filter.setStreamIdentifier(expression);
    filter.setCount(new sharedPb.Empty());
    filter.setCheckpointintervalmultiplier(1);
    options.setFilter(filter);
  }
  const request = new streamsPb.ReadReq();
  request.setOptions(options);
  return request;
}

async function read(options: ReadAll) {
  const records: ReadResp.ReadEvent.RecordedEvent[] = [];
  for await (const response of raw.read(readAll(options))) {
    const record = (response as ReadResp).getEvent()?.getEvent();
    if (record) records.push(record);
  }
  return records;
}
const place = (record: ReadResp.ReadEvent.RecordedEvent): string =>
  `${Buffer.from(record.getStreamIdentifier()!.getStreamName_asU8()).toString()}@${record.getStreamRevision()}`;

describe('reads', () => {
  it('of $all can be filtered, in both directions, and count what they deliver', async () => {
    for (let n = 0; n < 300; n += 1) await client.appendToStream(n % 100 === 7 ? 'wanted-1' : `other-${n}`, events(1));
    expect((await read({ prefix: 'wanted-' })).map(place)).toEqual(['wanted-1@0', 'wanted-1@1', 'wanted-1@2']);
    expect((await read({ prefix: 'wanted-', count: 2 })).map(place)).toEqual(['wanted-1@0', 'wanted-1@1']);
    expect((await read({ prefix: 'wanted-', count: 2, backwards: true })).map(place)).toEqual([
      'wanted-1@2',
      'wanted-1@1',
    ]);
  });

  it('give ids as text or as two numbers, as asked', async () => {
    const [event] = events(1);
    await client.appendToStream('s-1', event!);
    const [record] = await read({ structuredIds: true });
    const { mostSignificantBits, leastSignificantBits } = record!.getId()!.getStructured()!.toObject();
    const hex = [mostSignificantBits, leastSignificantBits].map((bits) =>
      BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0'),
    );
    expect(hex.join('')).toBe(event!.id.replaceAll('-', ''));
    expect((await read({}))[0]?.getId()?.getString()).toBe(event!.id);
  });

  it('end when the log ends, though it grows meanwhile', async () => {
    await client.appendToStream('s-1', events(2000));
    const stop = new AbortController();
    const writing = (async () => {
      while (!stop.signal.aborted) await client.appendToStream('s-2', events(50));
    })();
    expect((await read({ count: 10_000_000 })).length).toBeGreaterThanOrEqual(2000);
    stop.abort();
    await writing;
  });

  it('show a tombstone as the event it is', async () => {
    await client.appendToStream('s-1', events(1));
    await client.tombstoneStream('s-1');
    const last = (await read({})).at(-1)!;
    expect(place(last)).toBe('s-1@9223372036854775807');
    expect(last.getMetadataMap().get('type')).toBe('$streamDeleted');
  });

  it('end with the stream: a follower learns of its tombstone', async () => {
    await client.appendToStream('s-1', events(1));
    const subscription = client.subscribeToStream('s-1');
    const failed = new Promise((resolve) => subscription.once('error', resolve));
    await new Promise((resolve) => subscription.once('data', resolve));
    await client.tombstoneStream('s-1');
    expect(await failed).toMatchObject({ type: 'stream-deleted', streamName: 's-1' });
  });

  it('wait for the reader: a backlog nobody takes stays on disk', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const used = (): number => {
      collectGarbage();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const text = 'x'.repeat(100_000);
    for (let n = 0; n < 60; n += 1) await client.appendToStream('backlog', events(8, text));
    const before = used();
    const readers = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const reader = raw.read(readAll({ subscribe: true })).on('error', () => undefined);
        await new Promise((resolve) => reader.on('data', () => resolve(reader.pause())));
        return reader;
      }),
    );
    // Others are served while they wait, and long enough for a node without manners to send it all.
    for (let n = 0; n < 200; n += 1) await client.appendToStream('other', events(1));
    expect(used() - before).toBeLessThan(30 * 1024 * 1024); // of 3 times 48 MB
    for (const reader of readers) reader.cancel();
  });
});

describe('the rest of the protocol', () => {
  it('finds the node as the leader of a cluster of one', async () => {
    const discovering = EventStoreDBClient.connectionString(
      `esdb://127.0.0.1:${node.port},127.0.0.1:${node.port}?tls=false&nodePreference=leader`,
    );
    expect((await discovering.appendToStream('s-1', events(1))).nextExpectedRevision).toBe(0n);
    await discovering.dispose();
  });

  it('tells what it can', async () => {
    const asking = new ServerFeaturesClient(`127.0.0.1:${node.port}`, credentials.createInsecure());
    const features = await new Promise<SupportedMethods>((resolve, reject) => {
      asking.getSupportedMethods(new sharedPb.Empty(), (error, answer) => (error ? reject(error) : resolve(answer)));
    });
    asking.close();
    expect(features.getEventStoreServerVersion()).toMatch(/^\d+\.\d+\.\d+$/);
    const methods = features
      .getMethodsList()
      .map((method) => [`${method.getServiceName()}/${method.getMethodName()}`, ...method.getFeaturesList()]);
    expect(methods).toContainEqual(['event_store.client.streams.streams/read', 'position', 'events']);
    expect(methods).toContainEqual(['event_store.client.streams.streams/batchappend', 'deadline_duration']);
  });

  it.each([
    [
      'persistent subscriptions',
      () => client.createPersistentSubscriptionToStream('s', 'g', persistentSubscriptionToStreamSettingsFromDefaults()),
    ],
    ['projections', () => client.createProjection('p', 'fromAll()')],
  ])('does not offer %s, and says so', async (_what, call) => {
    await expect(call()).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
  });

  it('gives the port and the directory free when it is closed', async () => {
    const dataDir = await tempDir();
    const first = await startEventNode({ dataDir, port: 0 });
    await first.close();
    await first.close();
    const second = await startEventNode({ dataDir, port: first.port });
    await second.close();
  });

  it('refuses a port that is taken and leaves the directory free', async () => {
    const dataDir = await tempDir();
    await expect(startEventNode({ dataDir, port: node.port })).rejects.toThrow('EADDRINUSE');
    await (await startEventNode({ dataDir, port: 0 })).close();
  });
});
