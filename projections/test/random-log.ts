// For specs: logs as the real decider writes them. Random commands go through it, what it refuses is left out, and what
// it decides gets the stamps of the event store.
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { actorOf, systemActor, type Actor } from '#access';
import type { LedgerEvent } from '#ledger';
import { presets, priorities, type TicketPolicy } from '#policy';
import {
  absent,
  decide,
  decideLink,
  evolve,
  guestIdOf,
  LinkGraph,
  linkTypes,
  Rejection,
  type Link,
  type LinkCommand,
  type Ticket,
  type TicketCommand,
} from '#ticket';

export const policy: TicketPolicy = {
  version: 0,
  ...presets.unified,
  guest: { enabled: true, accessLink: 'P7D' },
  customFields: [
    {
      id: 'serial',
      name: 'Serial number',
      type: 'text',
      options: [],
      order: 1,
      active: true,
      filterable: true,
      on: [{ categoryId: 'technical', visibleOnNew: true, requiredOnNew: false, order: 1 }],
    },
  ],
  classification: {
    ...presets.unified.classification,
    categories: ['technical', 'billing'].map((id) => ({ id, name: id, order: 1, active: true, types: [] })),
  },
};
const actor = (role: 'agent' | 'client_staff' | 'super_admin' | 'guest', userId: string): Actor =>
  actorOf(
    {
      role,
      userId,
      tenant: 'acme',
      clientIds: role === 'client_staff' ? ['northwind'] : [],
      groupIds: [],
      groupScopes: [],
    },
    policy.visibility,
  );
export const people = [
  actor('agent', 'abe'),
  actor('agent', 'amy'),
  actor('client_staff', 'nora'),
  actor('super_admin', 'sue'),
];
const system = systemActor('acme');

const primaries = [randomUUID(), randomUUID()];

type Wish = (pick: {
  readonly ticket: Ticket;
  readonly by: Actor;
  readonly n: number;
  readonly word: string;
}) => Pick<TicketCommand, 'type' | 'data'>;

const replyOf = (ticket: Ticket, n: number): string | undefined => {
  if (!('replies' in ticket) || ticket.replies.size === 0) return undefined;
  return ticket.replies.entries()[n % ticket.replies.size]?.[0];
};
export const nth = <T>(n: number, ...values: readonly T[]): T => values[n % values.length] as T;

export const wishes: readonly Wish[] = [
  ({ word }) => ({ type: 'AddReply', data: { replyId: randomUUID(), body: word } }),
  ({ word, n, ticket }) => ({
    type: 'AddReply',
    data: { replyId: randomUUID(), body: word, parentId: replyOf(ticket, n) ?? null },
  }),
  ({ word }) => ({ type: 'AddNote', data: { replyId: randomUUID(), body: word } }),
  ({ word, n, ticket }) => ({ type: 'EditReply', data: { replyId: replyOf(ticket, n) ?? randomUUID(), body: word } }),
  ({ n, ticket }) => ({ type: 'DeleteReply', data: { replyId: replyOf(ticket, n) ?? randomUUID() } }),
  ({ n }) => ({ type: 'SetStatus', data: { status: nth(n, ...policy.statuses).id, reason: 'because' } }),
  () => ({ type: 'StartProgress', data: {} }),
  () => ({ type: 'MarkWaiting', data: {} }),
  ({ word }) => ({ type: 'ResolveTicket', data: { notes: word } }),
  () => ({ type: 'CloseTicket', data: {} }),
  () => ({ type: 'ReopenTicket', data: {} }),
  ({ n }) => ({ type: 'AssignTicket', data: { userId: nth(n, 'abe', 'amy', null), groupId: nth(n, null, 'desk') } }),
  () => ({ type: 'TakeTicket', data: {} }),
  ({ n }) => ({ type: 'SetPriority', data: { priority: nth(n, ...priorities) } }),
  ({ n }) => ({ type: 'ClassifyTicket', data: { categoryId: nth(n, 'technical', 'billing', null) } }),
  ({ word, n }) => ({ type: 'SetCustomFields', data: { values: { serial: nth(n, word, null) } } }),
  ({ n }) => ({ type: 'TagTicket', data: { tag: nth(n, 'vpn', 'printer') } }),
  ({ n }) => ({ type: 'UntagTicket', data: { tag: nth(n, 'vpn', 'printer') } }),
  ({ n }) => ({ type: 'AddRecipient', data: { userId: nth(n, 'nora', 'nate', 'uma') } }),
  ({ n }) => ({ type: 'RemoveRecipient', data: { userId: nth(n, 'nora', 'nate', 'uma') } }),
  ({ n }) => ({ type: 'AddReference', data: { kind: 'call', id: nth(n, 'c1', 'c2') } }),
  ({ n }) => ({ type: 'RemoveReference', data: { kind: 'call', id: nth(n, 'c1', 'c2') } }),
  () => ({ type: 'ResolveChildren', data: { children: [randomUUID()] } }),
  () => ({ type: 'AdoptTicket', data: {} }),
  () => ({ type: 'DeleteTicket', data: {} }),
  ({ n }) => ({ type: 'MergeInto', data: { target: nth(n, ...primaries) } }),
  ({ n }) => ({ type: 'UndoMerge', data: { target: nth(n, ...primaries) } }),
  () => ({
    type: 'AbsorbTicket',
    data: {
      source: { ticketId: randomUUID(), clientId: null, requesterId: 'abe' },
      upToRevision: '0',
    },
  }),
  ({ ticket }) => ({
    type: 'ReleaseTicket',
    data: { source: ('absorbed' in ticket && ticket.absorbed?.[0]) || randomUUID() },
  }),
  ({ n, word }) => ({ type: 'RateTicket', data: { score: 1 + (n % 5), comment: word } }),
  ({ n }) => ({ type: 'SnoozeTicket', data: { until: new Date(Date.UTC(2026, 0, 1 + n, 12)).toISOString() } }),
  () => ({ type: 'WakeTicket', data: {} }),
  ({ n, word, ticket }) => ({
    type: 'SplitOff',
    data: { replyIds: [replyOf(ticket, n) ?? randomUUID()], subject: word, into: randomUUID() },
  }),
  () => ({ type: 'ClaimTicket', data: { email: 'gail@home.test' } }),
];

const tenants = ['acme', 'globex'] as const;

/** What a run of the desk draws at random; small numbers shrink to short logs. */
export const steps = (most: number) =>
  fc.array(
    fc.record({
      ticket: fc.nat(5),
      wish: fc.nat(wishes.length - 1),
      by: fc.nat(people.length - 1),
      n: fc.nat(15),
      word: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
    }),
    { minLength: 1, maxLength: most },
  );
export type Step = ReturnType<typeof steps> extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

export interface RandomLog {
  readonly events: readonly LedgerEvent[];
  /** what the domain itself makes of each ticket */
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** what the domain itself makes of each tenant's links */
  readonly links: ReadonlyMap<string, LinkGraph>;
  /** every link that was ever made */
  readonly linked: readonly (Link & { readonly tenant: string })[];
}

/** Six tickets of two tenants, each opened by the first step that meets it, and what other streams write in between. */
export function writeLog(drawn: readonly Step[]): RandomLog {
  const events: LedgerEvent[] = [];
  const tickets = new Map<string, Ticket>();
  const slots = new Map<number, string>();
  const links = new Map<string, LinkGraph>(tenants.map((tenant) => [tenant, new LinkGraph()]));
  const linked: (Link & { tenant: string })[] = [];
  const revisions = new Map<string, bigint>();
  let minute = 0;
  const record = (stream: string, made: { type: string; data: unknown }, by: Actor, origin: 'live' | 'import') => {
    const revision = revisions.get(stream) ?? 0n;
    revisions.set(stream, revision + 1n);
    minute += 1;
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const event = {
      ...made,
      stream,
      revision,
      // sparse, as the real log's, and beyond what a double holds
      position: 2n ** 60n + BigInt(minute * 137),
      id: randomUUID(),
      metadata: {
        actor: { id: by.id, role: by.role, kind: by.kind },
        occurredAt: at,
        recordedAt: at,
        origin,
      },
    } as LedgerEvent;
    events.push(event);
    return event;
  };
  const run = (id: string, stream: string, wish: Pick<TicketCommand, 'type' | 'data'>, by: Actor) => {
    const origin = events.length % 7 === 0 ? 'import' : 'live';
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const command = { ...wish, by, at, policy } as TicketCommand;
    let ticket = tickets.get(id) ?? absent;
    try {
      for (const made of decide(command, ticket)) {
        const { revision, metadata } = record(stream, made, by, origin);
        ticket = evolve(ticket, {
          ...made,
          by: metadata.actor,
          at: metadata.occurredAt,
          origin,
          revision,
        });
      }
      tickets.set(id, ticket);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  };
  const link = (tenant: string, data: LinkCommand['data'], by: Actor) => {
    const graph = links.get(tenant) as LinkGraph;
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const wanted = (type: LinkCommand['type']) => decideLink({ type, data, by, at, policy }, graph);
    try {
      // Taken away where it is there.
      const [made] = [...wanted('RemoveLink'), ...wanted('AddLink')];
      if (!made) return;
      record(`links-${tenant}`, made, by, 'live');
      graph.apply(made);
      if (made.type === 'LinkAdded') linked.push({ ...made.data, tenant });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  };
  for (const { ticket: slot, wish, by, n, word } of drawn) {
    let id = slots.get(slot);
    const tenant = nth(slot, ...tenants);
    if (id === undefined) {
      id = randomUUID();
      slots.set(slot, id);
      if (slot === 0) record('numbers-acme', { type: 'NumbersReserved', data: { from: 1, to: 16 } }, system, 'live');
      run(
        id,
        `ticket-${tenant}.${id}`,
        { type: 'OpenTicket', data: { ...openingData(id, slot, word), ...(slot === 3 && asGuest) } },
        slot === 3 ? actor('guest', guestIdOf(id)) : nth(slot, ...people),
      );
    }
    const who = nth(by, ...people);
    const wanted = nth(wish, ...wishes)({ ticket: tickets.get(id) ?? absent, by: who, n, word });
    run(id, `ticket-${tenant}.${id}`, wanted, who);
    // The ticket two further belongs to the same tenant.
    const otherId = slots.get((slot + 2) % 6);
    if (n < 6 && otherId !== undefined) link(tenant, { type: nth(n, ...linkTypes), ticketId: id, otherId }, who);
  }
  return { events, tickets, links, linked };
}

const asGuest = {
  categoryId: 'billing',
  guest: { name: 'Gail', email: 'gail@home.test' },
  guestLinkId: randomUUID(),
} as const;

const openingData = (ticketId: string, slot: number, word: string) =>
  ({ ticketId, number: `TICK-${1001 + slot}`, subject: word, description: word }) as const;
