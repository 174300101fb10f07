// Puts generated tickets where they are measured: into an event log, sealed and chained as the product writes them, or
// straight into memory as events that were read from one.
import { encode, Vault, type AppendContext, type Encoded } from '#event-store';
import { openBulkLoad, type LoadedAppend } from '#event-node';
import { ledgerTypes, numbersStream, ticketStream, type LedgerEvent, type LedgerEvents } from '#ledger';
import type { TicketPolicy } from '#policy';
import type { Desk } from '../servers.js';
import { chanceFrom, type Chance } from './chance.js';
import { visits, type Act, type Visit, type Wanted } from './lives.js';

/** Events written in one transaction, about. */
const blockEvents = 4_000;
const day = 24 * 3_600_000;

/** Two years up to the end of yesterday: the same on the same day. */
export const spanning = (tickets: number, seed: number, policy: TicketPolicy): Wanted => {
  const to = Math.floor(Date.now() / day) * day;
  return { tickets, seed, policy, from: to - 2 * 365 * day, to };
};

export interface Generated {
  readonly tickets: number;
  readonly events: number;
  readonly seconds: number;
}

/**
 * As many tickets as wanted straight into the desk's log, while its event node rests. Its tenants must have their policies.
 * What is written when it fails or is ended is a log like any other, of fewer tickets.
 */
export const generate = (
  { offline, database: { pool }, vaultKey: masterKey }: Pick<Desk, 'offline' | 'database' | 'vaultKey'>,
  wanted: Wanted,
  onProgress: (soFar: Pick<Generated, 'tickets' | 'events'>) => void = () => undefined,
): Promise<Generated> =>
  offline(async (eventsDir) => {
    const started = performance.now();
    const keys = new Vault({ pool, masterKey, blockSize: 2_000 });
    const load = await openBulkLoad(eventsDir);
    const chains = new Map<string, Chain>();
    const numbers = new Map<string, Numbered>();
    const ids = idsOf(wanted);
    let tickets = 0;
    let events = 0;
    let block: LoadedAppend[] = [];
    let inBlock = 0;
    let writing: Promise<void> = Promise.resolve();
    const put = (stream: string, revision: bigint, encoded: readonly Encoded<LedgerEvents>[]): void => {
      const expected = revision === 0n ? 'no_stream' : revision - 1n;
      block.push({ stream, expected, events: encoded.map(asJson) });
      inBlock += encoded.length;
    };
    /** The next block is made while this one is flushed. */
    const write = async (): Promise<void> => {
      await writing;
      writing = load.append(block);
      writing.catch(() => undefined); // met at the next block
      events += inBlock;
      block = [];
      inBlock = 0;
      onProgress({ tickets, events });
    };
    try {
      for (const visit of visits(wanted)) {
        const { tenant, ticketId } = visit;
        let chain = chains.get(ticketId);
        if (!chain) {
          const keyId = await keys.fresh();
          chain = { keyId, key: (await keys.get([keyId])).get(keyId) ?? null, hash: null };
          chains.set(ticketId, chain);
          tickets += 1;
          const reserved = numbered(numbers, tenant, visit, wanted.policy, ids);
          if (reserved) put(numbersStream(tenant), reserved.revision, reserved.encoded);
        }
        put(ticketStream(tenant, ticketId), visit.revision, written(visit, chain, wanted.policy, ids));
        if (visit.last) chains.delete(ticketId);
        if (inBlock >= blockEvents) await write();
      }
      await write();
      await writing;
    } finally {
      await load.close();
    }
    return { tickets, events, seconds: (performance.now() - started) / 1_000 };
  });

const asJson = ({ id, type, data, metadata }: Encoded<LedgerEvents>) => ({
  id,
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify(metadata),
});

/** Commands have ids of their own, so that the lives stay what they are for the seed. */
const idsOf = ({ seed }: Wanted): Chance => chanceFrom(seed + 0x5eed);

interface Chain {
  readonly keyId: string;
  readonly key: Buffer | null;
  hash: string | null;
}

function written({ tenant, ticketId, revision, acts }: Visit, chain: Chain, policy: TicketPolicy, ids: Chance) {
  const stream = ticketStream(tenant, ticketId);
  let next = revision;
  return acts.flatMap((act) => {
    const { events, at: recordedAt } = act;
    const context = contextOf(act, policy, chain.keyId, ids);
    const about = { stream, revision: next, prevHash: chain.hash, events, context, recordedAt };
    const encoded = encode<LedgerEvents>(ledgerTypes, about, chain.key);
    next += BigInt(events.length);
    chain.hash = encoded.at(-1)?.metadata.hash ?? chain.hash;
    return encoded;
  });
}

function contextOf(
  { by, at }: Pick<Act, 'by' | 'at'>,
  policy: TicketPolicy,
  keyId: string | null,
  ids: Chance,
): AppendContext {
  const commandId = ids.uuid();
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
function numbered(known: Map<string, Numbered>, tenant: string, { acts }: Visit, policy: TicketPolicy, ids: Chance) {
  const numbers = known.get(tenant) ?? { revision: 0n, hash: null, next: policy.numbers.start, left: 0 };
  known.set(tenant, numbers);
  numbers.left -= 1;
  const [act] = acts;
  if (numbers.left >= 0 || !act) return null;
  const { revision, hash: prevHash, next: from } = numbers;
  const events = [{ type: 'NumbersReserved', data: { from, to: from + block - 1 } }] as const;
  const context = contextOf(act, policy, null, ids);
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
  const ids = idsOf(wanted);
  let position = 2n ** 40n;
  for (const { tenant, ticketId, revision, acts } of visits(wanted)) {
    let next = revision;
    for (const act of acts) {
      const { events, at } = act;
      for (const event of events) {
        position += 137n;
        const metadata = { ...contextOf(act, wanted.policy, null, ids), recordedAt: at, schemaVersion: 1 };
        yield {
          ...event,
          stream: ticketStream(tenant, ticketId),
          revision: next,
          position,
          id: ids.uuid(),
          metadata,
        } as unknown as LedgerEvent;
        next += 1n;
      }
    }
  }
}
