// Whether history is still what was written: every event's hash, and its link to the one before, are computed anew.
import { setImmediate as breathe } from 'node:timers/promises';
import { linkOf, type ChainBreak, type Link, type StoredEvent } from '#event-store';
import { isOf, tenantPrefixes, ticketStream, type Ledger } from '#ledger';

/** events hashed in one go */
const maxBatch = 100;

export class BrokenEventBody {
  stream!: string;
  revision!: string;
  position!: string;
  eventId!: string;
  type!: string;
  /**
   * `hash`: its content is not what was written; `link`: it does not follow the event before it; `revision`: events
   * before it are missing; `id`: its id was made for another content; `malformed`: it cannot even be read
   */
  reason!: ChainBreak;
}

export class VerificationBody {
  ok!: boolean;
  /** events found sound; those after the first broken one are not looked at */
  checked!: number;
  firstBroken?: BrokenEventBody;
}

/** Every stream of the tenant, in one pass through the log: of each stream one hash is kept. */
export const verifyTenant = (ledger: Ledger, tenant: string): Promise<VerificationBody> =>
  verify(tenantEvents(ledger, tenant));

/** `checked` 0: there is no such ticket. */
export const verifyTicket = (ledger: Ledger, tenant: string, ticketId: string): Promise<VerificationBody> =>
  verify(ledger.loadRaw(ticketStream(tenant, ticketId)));

async function* tenantEvents(ledger: Ledger, tenant: string): AsyncGenerator<StoredEvent> {
  for await (const { events } of ledger.readAllRaw({ streamPrefixes: tenantPrefixes(tenant), maxBatch })) {
    for (const event of events) if (isOf(tenant, event.stream)) yield event;
    await breathe(); // others want to be answered meanwhile
  }
}

async function verify(events: AsyncIterable<StoredEvent>): Promise<VerificationBody> {
  const links = new Map<string, Link>();
  let checked = 0;
  for await (const event of events) {
    const next = linkOf(event, links.get(event.stream) ?? null);
    if (typeof next === 'string') return { ok: false, checked, firstBroken: named(event, next) };
    links.set(event.stream, next);
    checked += 1;
  }
  return { ok: true, checked };
}

const named = ({ stream, revision, position, id, type }: StoredEvent, reason: ChainBreak): BrokenEventBody => ({
  stream,
  revision: revision.toString(),
  position: position.toString(),
  eventId: id,
  type,
  reason,
});
