// What holds for every ticket, whatever anybody tries on it, in any order and under any policy.
import * as fc from 'fast-check';
import type { Actor } from '#access';
import { presetNames, statusCalled, type TicketPolicy } from '#policy';
import {
  absent,
  commandTypes,
  decide,
  evolve,
  exists,
  fold,
  Rejection,
  type Ticket,
  type TicketCommand,
  type TicketCommandType,
  type TicketEvent,
  type TicketFact,
} from '../src/index.js';
import {
  abe,
  ada,
  amy,
  audra,
  billing,
  dev,
  mo,
  nate,
  nora,
  opened,
  pat,
  paul,
  preset,
  sue,
  system,
  uma,
} from './desk.js';
import { given, later } from './given.js';

type Data = { [C in TicketCommand as C['type']]: C['data'] };
const actors = [nora, nate, uma, pat, paul, dev, abe, amy, mo, ada, sue, audra, billing, system];
const ids = fc.constantFrom('nora', 'nate', 'abe', 'amy');
const words = fc.constantFrom('', ' ', 'because');
const statuses = fc.constantFrom('new', 'open', 'in_progress', 'waiting', 'pending', 'resolved', 'closed', 'lost');
const replies = fc.constantFrom('r-1', 'r-2', 'r-3');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const then = maybe(
  fc.record({ status: maybe(statuses), priority: maybe(fc.constantFrom('low', 'critical')), reason: maybe(words) }),
);

/** Something to ask with each command; complete, so that a new one is tried too. */
const asking: { [T in Exclude<TicketCommandType, 'OpenTicket'>]: fc.Arbitrary<Data[T]> } = {
  AddReply: fc.record({ replyId: replies, body: words, parentId: maybe(replies), then }),
  AddNote: fc.record({ replyId: replies, body: words, parentId: maybe(replies), then }),
  EditReply: fc.record({ replyId: replies, body: words }),
  DeleteReply: fc.record({ replyId: replies }),
  StartProgress: fc.record({ assigneeId: maybe(ids) }),
  MarkWaiting: fc.record({ reason: maybe(words) }),
  ResolveTicket: fc.record({ notes: maybe(words), reason: maybe(words) }),
  CloseTicket: fc.record({ reason: maybe(words) }),
  ReopenTicket: fc.record({ reason: maybe(words) }),
  SetStatus: fc.record({ status: statuses, reason: maybe(words) }),
  AssignTicket: fc.record({ userId: maybe(ids), groupId: maybe(fc.constantFrom('desk', 'billing')) }),
  TakeTicket: fc.constant({}),
  SetPriority: fc.record({ priority: fc.constantFrom('low', 'normal', 'critical') }),
  ClassifyTicket: fc.record({ categoryId: fc.constantFrom(null, 'billing', 'technical', 'lost') }),
  SetCustomFields: fc.record({ values: fc.dictionary(fc.constantFrom('lost', 'serial'), fc.constantFrom('x', null)) }),
  TagTicket: fc.record({ tag: fc.constantFrom('vip', ' VIP ', '') }),
  UntagTicket: fc.record({ tag: fc.constantFrom('vip', 'hot') }),
  AddRecipient: fc.record({ userId: ids }),
  RemoveRecipient: fc.record({ userId: ids }),
  AddReference: fc.record({ kind: fc.constantFrom('call', 'order'), id: fc.constantFrom('1', '2', '') }),
  RemoveReference: fc.record({ kind: fc.constantFrom('call', 'order'), id: fc.constantFrom('1', '2') }),
  ResolveChildren: fc.record({ children: fc.subarray(['t-1', 't-2']) }),
  SplitOff: fc.record({
    replyIds: fc.subarray(['r-1', 'r-2', 'r-3']),
    subject: words,
    into: fc.constantFrom('t-5', 't-6'),
  }),
  SnoozeTicket: fc.record({ until: fc.integer({ min: -1, max: 40 }).map((days) => later(days * 86_400_000)) }),
  WakeTicket: fc.constant({}),
  WakeByTimer: fc.record({ generation: fc.bigInt(0n, 40n) }),
  RateTicket: fc.record({ score: fc.integer({ min: 0, max: 6 }), comment: maybe(words) }),
  CloseByTimer: fc.record({ generation: fc.bigInt(0n, 40n) }),
  AbsorbTicket: fc.record({
    source: fc.record({
      ticketId: fc.constantFrom('t-1', 't-2', 't-3'),
      clientId: fc.constantFrom('northwind', 'contoso'),
      requesterId: fc.constant('nora'),
      merged: fc.constant(undefined),
      absorbed: fc.constantFrom(undefined, undefined, ['t-9']),
    }),
    upToRevision: fc.constant('0'),
  }),
  ReleaseTicket: fc.record({ source: fc.constantFrom('t-2', 't-3') }),
  MergeInto: fc.record({ target: fc.constantFrom('t-8', 't-9') }),
  UndoMerge: fc.record({ target: fc.constantFrom('t-8', 't-9') }),
  IssueGuestLink: fc.record({ linkId: fc.constantFrom('l-1', 'l-2'), email: fc.constant('gail@home.test') }),
  ClaimTicket: fc.record({ email: fc.constantFrom('gail@home.test', 'nora@northwind.test') }),
  AdoptTicket: fc.constant({}),
  DeleteTicket: fc.record({ reason: maybe(words) }),
};
/** These say something new each time, or end it all. */
const notRepeatable: ReadonlySet<string> = new Set([
  'AddReply',
  'AddNote',
  'EditReply',
  'ResolveChildren',
  'SplitOff',
  'RateTicket',
  'DeleteTicket',
]);

interface Step {
  readonly type: TicketCommandType;
  readonly data: object;
  readonly by: Actor;
  readonly days: number;
  readonly origin: 'live' | 'import';
}
const types = Object.keys(asking) as (keyof typeof asking)[];
const step: fc.Arbitrary<Step> = fc.constantFrom(...types).chain((type) =>
  fc.record({
    type: fc.constant(type),
    data: asking[type],
    by: fc.constantFrom(...actors),
    days: fc.integer({ min: 0, max: 9 }),
    origin: fc.constantFrom('live', 'import'),
  }),
);

interface Run {
  readonly policy: TicketPolicy;
  readonly facts: TicketFact[];
  readonly ticket: Ticket;
}
/** Plays the steps; calls `accepted` after each that changed something. */
function play(
  policy: TicketPolicy,
  steps: readonly Step[],
  accepted: (command: TicketCommand, run: Run) => void = () => undefined,
): Run {
  const first = statusCalled(policy, policy.initialStatus);
  const facts: TicketFact[] = [];
  let ticket: Ticket = absent;
  let at = later(0);
  const take = (events: readonly TicketEvent[], by: Actor, origin: Step['origin']) => {
    for (const event of events) {
      const fact = { ...event, by, at, origin, revision: BigInt(facts.length) };
      facts.push(fact);
      ticket = evolve(ticket, fact);
    }
  };
  take([opened({ status: policy.initialStatus, state: first?.state ?? 'new' })], nora, 'import');
  for (const { type, data, by, days, origin } of steps) {
    at = later(days * 86_400_000, at);
    const command = { type, data, by, at, policy } as TicketCommand;
    try {
      const events = decide(command, ticket);
      take(events, by, origin);
      if (events.length > 0) accepted(command, { policy, facts, ticket });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }
  return { policy, facts, ticket };
}
type Play = (steps: readonly Step[], accepted?: (command: TicketCommand, run: Run) => void) => Run;
const always = (property: (policy: TicketPolicy, steps: Step[], run: Play) => void) =>
  fc.assert(
    fc.property(fc.constantFrom(...presetNames), fc.array(step, { maxLength: 40 }), (name, steps) => {
      const policy = preset(name);
      property(policy, steps, (these, accepted) => play(policy, these, accepted));
    }),
    { numRuns: 400 },
  );
const isMove = (fact: TicketFact) => 'toState' in fact.data;

describe('a ticket, whatever is tried on it', () => {
  it('is always in exactly one status, which the last move says and the catalogue knows [LIFE-01]', () =>
    always((policy, steps, run) => {
      run(steps, (_, { facts, ticket }) => {
        if (!exists(ticket)) return;
        const status = statusCalled(policy, ticket.status);
        expect(status?.state).toBe(ticket.state);
        const moves = facts.filter(isMove).map(({ data }) => data as { from: string; to: string });
        expect(moves.at(-1)?.to ?? policy.initialStatus).toBe(ticket.status);
        // A ticket that is over stays in its status when it is merged.
        const told = facts.filter(isMove).filter(({ type }) => type !== 'TicketMergedInto' && type !== 'MergeUndone');
        // Each move begins where the one before it ended.
        expect(moves.slice(1).map(({ from }) => from)).toEqual(moves.slice(0, -1).map(({ to }) => to));
        for (const { data } of told) expect(data).not.toMatchObject({ to: (data as { from: string }).from });
      });
    }));

  it('counts its reopenings, and stamps each resolution and closing [REOP-15] [LIFE-16]', () =>
    always((_, steps, run) => {
      const { facts, ticket } = run(steps);
      if (!exists(ticket)) return;
      expect(ticket.reopenCount).toBe(facts.filter(({ type }) => type === 'TicketReopened').length);
      const last = facts.findLast(
        (fact) => isMove(fact) && !('from' in fact.data && 'to' in fact.data && fact.data.from === fact.data.to),
      );
      const merges = ['TicketMergedInto', 'MergeUndone'];
      if (ticket.state === 'resolved') {
        expect(['TicketResolved', ...merges]).toContain(last?.type);
        expect(last).toMatchObject({ at: ticket.resolvedAt, revision: ticket.generation });
        expect(ticket.clockFrom >= ticket.resolvedAt).toBe(true);
      } else if (ticket.state === 'closed') {
        expect(['TicketClosed', ...merges]).toContain(last?.type);
        expect(last).toMatchObject({ at: ticket.closedAt });
      } else expect(ticket).not.toHaveProperty('resolvedAt');
      expect(ticket.live).toBe(facts.some(({ type, origin }) => origin === 'live' || type === 'TicketAdopted'));
    }));

  it('takes the same command again for done, and never refuses it', () =>
    always((_, steps, run) => {
      run(steps, (command, { ticket }) => {
        if (!notRepeatable.has(command.type)) expect(decide(command, ticket)).toEqual([]);
      });
    }));

  it('always has a recipient, and no more of anything than it may', () =>
    always((_, steps, run) => {
      const { ticket } = run(steps);
      if (!exists(ticket)) return;
      expect(ticket.recipients.length).toBeGreaterThan(0);
      for (const list of [ticket.recipients, ticket.tags]) expect(new Set(list).size).toBe(list.length);
    }));

  it('leaves only events that JSON can carry', () =>
    always((_, steps, run) => {
      const { facts } = run(steps);
      for (const { data } of facts) expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data);
    }));

  it('folds the same at once and event by event', () =>
    always((_, steps, run) => {
      const { facts, ticket } = run(steps);
      expect(fold(facts)).toEqual(ticket);
      const half = Math.floor(facts.length / 2);
      expect(fold(facts.slice(half), fold(facts.slice(0, half)))).toEqual(ticket);
    }));

  it('is never changed by an auditor [ROLE-07]', () =>
    always((_, steps, run) => {
      run(
        steps.map((one) => ({ ...one, by: audra })),
        () => {
          throw new Error('an auditor changed the ticket');
        },
      );
    }));
});

describe('commands', () => {
  it('are complete: each action has its type, and auditors have none [ROLE-07]', () => {
    expect(commandTypes).toHaveLength(37);
  });
  it('find no ticket where there is none', () =>
    given().when({ type: 'TakeTicket', data: {} }).rejects('ticket-not-found'));
});
