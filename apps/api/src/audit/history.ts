// A ticket's history: the events of its own stream and, at their places in the log, the links that touch it. Read from the
// log itself, never from a read model, and so always current.
import { linksStream, ticketStream, toFact, type Ledger, type LedgerEvent } from '#ledger';
import { relink, repaint, type Picture } from '#ticket';

/** Where a look into the past ends; nothing named: at the present. */
export interface Cut {
  /** what had happened by then: up to the first event with a later `occurredAt` */
  readonly at?: string;
  /** what was known by then: the same by `recordedAt` */
  readonly knownAt?: string;
  readonly revision?: bigint;
}

export interface Step {
  readonly event: LedgerEvent;
  readonly before: Picture | null;
  readonly after: Picture;
}

/** Nothing for a ticket that is missing, or was not there yet. @throws LogUnavailable, UnreadableEvent, VaultUnavailable */
export async function* stepsOf(ledger: Ledger, tenant: string, ticketId: string, cut: Cut = {}): AsyncGenerator<Step> {
  let picture: Picture | null = null;
  for await (const event of historyOf(ledger, tenant, ticketId, cut)) {
    const before: Picture | null = picture;
    const fact = toFact(event);
    if (fact) picture = repaint(before, fact);
    else if (before && isLink(event)) picture = relink(before, event);
    if (picture) yield { event, before, after: picture };
  }
}

async function* historyOf(ledger: Ledger, tenant: string, ticketId: string, cut: Cut): AsyncGenerator<LedgerEvent> {
  const links: LedgerEvent[] = [];
  const isBefore = endOf(cut);
  for await (const event of ledger.load(linksStream(tenant))) {
    if (isLink(event) && (event.data.source === ticketId || event.data.target === ticketId) && isBefore(event))
      links.push(event);
  }
  const isWithin = endOf(cut);
  for await (const event of ledger.load(ticketStream(tenant, ticketId))) {
    if (!isWithin(event) || event.revision > (cut.revision ?? event.revision)) continue; // to cancel costs the log more
    while (links[0] && links[0].position < event.position) yield links.shift() as LedgerEvent;
    yield event;
  }
  if (cut.revision === undefined) yield* links;
}

type LinkEvent = Extract<LedgerEvent, { readonly type: 'LinkAdded' | 'LinkRemoved' }>;
const isLink = (event: LedgerEvent): event is LinkEvent => event.type === 'LinkAdded' || event.type === 'LinkRemoved';

/** True up to the first event of a stream that came too late, and never again. */
function endOf({ at, knownAt }: Cut): (event: LedgerEvent) => boolean {
  const end = Date.parse(at ?? knownAt ?? '+275760-09-13T00:00:00.000Z');
  let over = false;
  return ({ metadata }) => {
    over ||= Date.parse(at === undefined ? metadata.recordedAt : metadata.occurredAt) > end;
    return !over;
  };
}
