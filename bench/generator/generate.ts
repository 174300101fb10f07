// Puts generated tickets where they are measured: into an event log, sealed and chained as the product writes them, or
// straight into memory as events that were read from one.
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM, type JSONType } from '@eventstore/db-client';
import { encode, type AppendContext, type Encoded } from '#event-store';
import { ledgerTypes, numbersStream, ticketStream, type LedgerEvent, type LedgerEvents } from '#ledger';
import type { TicketPolicy } from '#policy';
import type { Bench } from '../bench.js';
import type { Desk } from '../servers.js';
import { visits, type Act, type Visit, type Wanted } from './lives.js';

const inFlight = 128;
const year = 365 * 24 * 3_600_000;

/** Two years up to yesterday. */
export const spanning = (tickets: number, seed: number, policy: TicketPolicy): Wanted => {
  const to = Date.now() - 24 * 3_600_000;
  return { tickets, seed, policy, from: to - 2 * year, to };
};

export interface Generated {
  readonly tickets: number;
  readonly events: number;
  readonly seconds: number;
}

/** As many tickets as wanted into the desk's log, several appends in flight. Its tenants must have their policies. */
export async function generate(
  desk: Pick<Desk, 'eventStoreUrl' | 'keys'>,
  wanted: Wanted,
  { say }: Pick<Bench, 'say'>,
): Promise<Generated> {
  const client = EventStoreDBClient.connectionString(desk.eventStoreUrl);
  const started = performance.now();
  const chains = new Map<string, Chain>();
  const numbers = new Map<string, Numbered>();
  const underWay = new Set<Promise<unknown>>();
  let tickets = 0;
  let events = 0;
  let told = started;
  let failure: Error | undefined;
  const send = async (stream: string, revision: bigint, encoded: Encoded<LedgerEvents>[]): Promise<void> => {
    const messages = encoded.map(({ id, type, data, metadata }) =>
      jsonEvent({ id, type, data: data as JSONType, metadata: { ...metadata } }),
    );
    const expectedRevision = revision === 0n ? NO_STREAM : revision - 1n;
    const sent: Promise<unknown> = client
      .appendToStream(stream, messages, { expectedRevision })
      .catch((error: unknown) => (failure ??= error instanceof Error ? error : new Error(String(error))))
      .finally(() => underWay.delete(sent));
    underWay.add(sent);
    // The client sends in order once it is connected, and the node takes in order: appends of one stream need not wait.
    if (events === 0 || underWay.size >= inFlight) await Promise.race(underWay);
    if (failure) throw failure;
    events += encoded.length;
  };
  try {
    for (const visit of visits(wanted)) {
      const { tenant, ticketId } = visit;
      let chain = chains.get(ticketId);
      if (!chain) {
        const keyId = await desk.keys.fresh();
        chain = { keyId, key: (await desk.keys.get([keyId])).get(keyId) ?? null, hash: null };
        chains.set(ticketId, chain);
        tickets += 1;
        const reserved = numbered(numbers, tenant, visit, wanted.policy);
        if (reserved) await send(numbersStream(tenant), reserved.revision, reserved.encoded);
      }
      await send(ticketStream(tenant, ticketId), visit.revision, written(visit, chain, wanted.policy));
      if (visit.last) chains.delete(ticketId);
      if (performance.now() - told < 2_000) continue;
      told = performance.now();
      const rate = (events * 1_000) / (told - started);
      say(
        `${tickets.toLocaleString('en')} of ${wanted.tickets.toLocaleString('en')} tickets, ${Math.round(rate)} events/s`,
      );
    }
    await Promise.all(underWay);
    if (failure) throw failure;
  } finally {
    await client.dispose();
  }
  return { tickets, events, seconds: (performance.now() - started) / 1_000 };
}

interface Chain {
  readonly keyId: string;
  readonly key: Buffer | null;
  hash: string | null;
}

function written({ tenant, ticketId, revision, acts }: Visit, chain: Chain, policy: TicketPolicy) {
  const stream = ticketStream(tenant, ticketId);
  let next = revision;
  return acts.flatMap((act) => {
    const { events, at: recordedAt } = act;
    const context = contextOf(act, policy, chain.keyId);
    const about = { stream, revision: next, prevHash: chain.hash, events, context, recordedAt };
    const encoded = encode<LedgerEvents>(ledgerTypes, about, chain.key);
    next += BigInt(events.length);
    chain.hash = encoded.at(-1)?.metadata.hash ?? chain.hash;
    return encoded;
  });
}

function contextOf({ by, at }: Pick<Act, 'by' | 'at'>, policy: TicketPolicy, keyId: string | null): AppendContext {
  const commandId = randomUUID();
  return {
    correlationId: commandId,
    causationId: commandId,
    commandId,
    requestHash: '',
    actor: { id: by.id, role: by.role, kind: by.kind },
    policyVersion: policy.version,
    occurredAt: at,
    origin: 'live',
    importedBy: null,
    keyId,
  };
}

interface Numbered {
  revision: bigint;
  hash: string | null;
  next: number;
  left: number;
}
const block = 16;

/** Numbers are reserved as the write side does it, so that it can go on where the generator stopped. */
function numbered(known: Map<string, Numbered>, tenant: string, { acts }: Visit, policy: TicketPolicy) {
  const numbers = known.get(tenant) ?? { revision: 0n, hash: null, next: policy.numbers.start, left: 0 };
  known.set(tenant, numbers);
  numbers.left -= 1;
  const [act] = acts;
  if (numbers.left >= 0 || !act) return null;
  const { revision, hash: prevHash, next: from } = numbers;
  const events = [{ type: 'NumbersReserved', data: { from, to: from + block - 1 } }] as const;
  const context = contextOf(act, policy, null);
  const about = { stream: numbersStream(tenant), revision, prevHash, events, context, recordedAt: act.at };
  const encoded = encode<LedgerEvents>(ledgerTypes, about, null);
  numbers.revision += 1n;
  numbers.hash = encoded[0]?.metadata.hash ?? null;
  numbers.next += block;
  numbers.left = block - 1;
  return { revision, encoded };
}

/** The same tickets as a follower meets them, without a log. */
export function* eventsOf(wanted: Wanted): Generator<LedgerEvent> {
  let position = 2n ** 40n;
  for (const { tenant, ticketId, revision, acts } of visits(wanted)) {
    let next = revision;
    for (const act of acts) {
      const { events, at } = act;
      for (const event of events) {
        position += 137n;
        const metadata = { ...contextOf(act, wanted.policy, null), recordedAt: at, schemaVersion: 1 };
        yield {
          ...event,
          stream: ticketStream(tenant, ticketId),
          revision: next,
          position,
          id: randomUUID(),
          metadata,
        } as unknown as LedgerEvent;
        next += 1n;
      }
    }
  }
}
