// The life of a ticket as the handbook tells it, in a dozen plain fields, beside the domain and the row of the list: what
// one says after any sequence of actions, the others say too, refusals included.
import * as fc from 'fast-check';
import { actorOf, systemActor, type Actor } from '#access';
import type { LedgerEvent } from '#ledger';
import { presets, type TicketPolicy } from '#policy';
import { foldBatch, type Row } from '#projection';
import { absent, decide, evolve, exists, Rejection, type Ticket, type TicketCommand } from '#ticket';
import { ticketList } from '../index.js';

const windowMs = 7 * 86_400_000;
const unified: TicketPolicy = { version: 0, ...presets.unified };
const person = (role: 'agent' | 'client_staff', userId: string): Actor =>
  actorOf(
    { role, userId, tenant: 'acme', clientIds: role === 'agent' ? [] : ['northwind'], groupIds: [], groupScopes: [] },
    unified.visibility,
  );
const nora = person('client_staff', 'nora');
const staff = { abe: person('agent', 'abe'), amy: person('agent', 'amy') };
type Staff = keyof typeof staff;

type Status = 'new' | 'in_progress' | 'waiting' | 'resolved' | 'closed';

/** What people know of a ticket. */
interface Life {
  now: number;
  status: Status;
  assignee: Staff | null;
  publicReplies: number;
  lastSaidBy: 'requester' | 'support' | null;
  reopened: boolean;
  reopenCount: number;
  resolvedAt: number | null;
  closedAt: number | null;
  /** how many events there were when it was last resolved: what its timer is told apart by */
  generation: number | null;
  events: number;
}

const isOver = ({ status }: Life): boolean => status === 'resolved' || status === 'closed';
const target = ({ assignee }: Life): Status => (assignee === null ? 'new' : 'in_progress');
/** The last moment of the window is already outside. */
const inWindow = ({ now, resolvedAt }: Life): boolean => resolvedAt !== null && now < resolvedAt + windowMs;

/** or a refusal's code */
type Outcome = string;

function move(life: Life, to: Status): void {
  const reopens = isOver(life) && to !== 'resolved' && to !== 'closed';
  if (reopens) {
    life.reopened = true;
    life.reopenCount += 1;
  }
  if (to === 'resolved') {
    life.reopened = false;
    life.generation = life.events;
  }
  life.resolvedAt = to === 'resolved' ? life.now : to === 'closed' ? life.resolvedAt : null;
  life.closedAt = to === 'closed' ? life.now : null;
  life.status = to;
  life.events += 1;
}

/** Staff may move anything anywhere, but what the desk's own ways do not foresee needs a reason. */
function moveByStaff(life: Life, to: Status, foreseen: readonly Status[], reason: boolean): Outcome {
  if (life.status === to) return 'already so';
  if (!foreseen.includes(life.status) && !reason) return 'reason-required';
  move(life, to);
  return 'done';
}

/** Both sides of one action: what is asked of the domain, and what the handbook says of it. */
interface Action {
  readonly said: string;
  readonly by: Actor;
  readonly ask: (life: Readonly<Life>) => Pick<TicketCommand, 'type' | 'data'>;
  readonly live: (life: Life) => Outcome;
}

const open: readonly Status[] = ['new', 'in_progress', 'waiting'];
const why = (reason: boolean) => (reason ? { reason: 'because' } : {});

const asksAgain: Action = {
  said: 'nora replies',
  by: nora,
  ask: ({ events }) => ({ type: 'AddReply', data: { replyId: `reply-${events}`, body: 'And now?' } }),
  live: (life) => {
    if (life.status === 'closed') return 'ticket-closed';
    if (life.status === 'resolved' && !inWindow(life)) return 'reopen-window-over';
    life.publicReplies += 1;
    life.lastSaidBy = 'requester';
    life.events += 1;
    if (life.status === 'waiting') move(life, 'in_progress');
    else if (life.status === 'resolved') move(life, target(life));
    return 'done';
  },
};
const reopensHerself: Action = {
  said: 'nora reopens',
  by: nora,
  ask: () => ({ type: 'ReopenTicket', data: {} }),
  live: (life) => {
    if (!isOver(life)) return 'already so';
    if (life.status === 'closed') return 'transition-not-allowed';
    if (!inWindow(life)) return 'reopen-window-over';
    move(life, target(life));
    return 'done';
  },
};
const resolvesHerself: Action = {
  said: 'nora resolves',
  by: nora,
  ask: () => ({ type: 'ResolveTicket', data: {} }),
  live: (life) => {
    if (life.status === 'resolved') return 'already so';
    if (life.status === 'closed') return 'transition-not-allowed';
    move(life, 'resolved');
    return 'done';
  },
};
const timerRings = (late: number): Action => ({
  said: `the timer of ${late === 0 ? 'this' : 'an earlier'} resolution rings`,
  by: systemActor('acme'),
  ask: ({ generation }) => ({ type: 'CloseByTimer', data: { generation: BigInt((generation ?? 0) - late) } }),
  live: (life) => {
    if (late > 0 || life.status !== 'resolved' || inWindow(life)) return 'already so';
    move(life, 'closed');
    return 'done';
  },
});

function actionsOf(name: Staff, reason: boolean): Action[] {
  const by = staff[name];
  const saidWith = (what: string) => `${name} ${what}${reason ? ', with a reason' : ''}`;
  return [
    {
      said: `${name} replies`,
      by,
      ask: ({ events }) => ({ type: 'AddReply', data: { replyId: `reply-${events}`, body: 'Restart it.' } }),
      live: (life) => {
        life.publicReplies += 1;
        life.lastSaidBy = 'support';
        life.reopened = false;
        life.events += 1;
        return 'done';
      },
    },
    {
      said: `${name} notes`,
      by,
      ask: ({ events }) => ({ type: 'AddNote', data: { replyId: `note-${events}`, body: 'It is old.' } }),
      live: (life) => {
        life.events += 1;
        return 'done';
      },
    },
    {
      said: saidWith('waits'),
      by,
      ask: () => ({ type: 'MarkWaiting', data: why(reason) }),
      live: (life) => moveByStaff(life, 'waiting', open, reason),
    },
    {
      said: saidWith('resolves'),
      by,
      ask: () => ({ type: 'ResolveTicket', data: why(reason) }),
      live: (life) => moveByStaff(life, 'resolved', open, reason),
    },
    {
      said: saidWith('closes'),
      by,
      ask: () => ({ type: 'CloseTicket', data: why(reason) }),
      live: (life) => moveByStaff(life, 'closed', ['resolved'], reason),
    },
    {
      said: saidWith('reopens'),
      by,
      ask: () => ({ type: 'ReopenTicket', data: why(reason) }),
      live: (life) => (isOver(life) ? moveByStaff(life, target(life), ['resolved', 'closed'], reason) : 'already so'),
    },
    {
      said: `${name} takes it`,
      by,
      ask: () => ({ type: 'TakeTicket', data: {} }),
      live: (life) => {
        if (life.assignee === name) return 'already so';
        if (life.assignee !== null) return 'already-assigned';
        life.assignee = name;
        life.events += 1;
        return 'done';
      },
    },
    ...[name, null].map((whom): Action => ({
      said: `it is given to ${whom ?? 'nobody'}`,
      by: staff.abe,
      ask: () => ({ type: 'AssignTicket', data: { userId: whom } }),
      live: (life) => {
        if (life.assignee === whom) return 'already so';
        life.assignee = whom;
        life.events += 1;
        return 'done';
      },
    })),
    {
      said: `${name} starts`,
      by,
      ask: () => ({ type: 'StartProgress', data: {} }),
      live: (life) => {
        const foreseen = isOver(life) && target(life) === 'in_progress' ? [life.status] : open;
        const moved = moveByStaff(life, 'in_progress', foreseen, false);
        if (moved === 'reason-required' || life.assignee !== null) return moved;
        life.assignee = name;
        life.events += 1;
        return 'done';
      },
    },
  ];
}

/** The domain at work: the ticket it decides on, and its row. */
class Real {
  ticket: Ticket = absent;
  row: Row | null = null;
  revision = 0n;

  constructor(private readonly policy: TicketPolicy) {}

  act(command: Pick<TicketCommand, 'type' | 'data'>, by: Actor, now: number): Outcome {
    const at = new Date(now).toISOString();
    const wanted = { ...command, by, at, policy: this.policy } as TicketCommand;
    try {
      const made = decide(wanted, this.ticket);
      for (const { type, data } of made) {
        const actor = { id: by.id, role: by.role, kind: by.kind };
        const { revision } = this;
        this.ticket = evolve(this.ticket, { type, data, by: actor, at, origin: 'live', revision } as never);
        const metadata = { actor, occurredAt: at, recordedAt: at, origin: 'live' };
        const event = { stream: 'ticket-acme.t-1', revision, position: revision, type, data, metadata } as LedgerEvent;
        const { inserts, updates, deletes } = foldBatch(ticketList, this.row ? [this.row] : [], [event]);
        if (deletes.length === 0) this.row = inserts[0] ?? updates[0] ?? this.row;
        this.revision += 1n;
      }
      return made.length === 0 ? 'already so' : 'done';
    } catch (error) {
      if (error instanceof Rejection) return error.code;
      throw error;
    }
  }
}

const timeOf = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null);

function ofTicket({ ticket, revision }: Real): unknown {
  if (!exists(ticket)) return null;
  return {
    status: ticket.status,
    assignee: ticket.assignee.userId,
    reopened: ticket.reopened,
    reopenCount: ticket.reopenCount,
    resolvedAt: 'resolvedAt' in ticket ? timeOf(ticket.resolvedAt) : null,
    closedAt: 'closedAt' in ticket ? timeOf(ticket.closedAt) : null,
    events: Number(revision),
  };
}

function ofRow({ row }: Real): unknown {
  const columns = ['status', 'assignee_id', 'reopened', 'reopen_count', 'public_reply_count', 'last_reply_by'];
  const told = Object.fromEntries(
    [...columns, 'waiting_on', 'needs_response'].map((column) => [column, row?.[column]]),
  );
  return { ...told, resolved_at: timeOf(row?.['resolved_at']), closed_at: timeOf(row?.['closed_at']) };
}

class Step implements fc.Command<Life, Real> {
  constructor(
    private readonly action: Action,
    /** how the time goes on before it: by so much, or to the window's end and so much */
    private readonly passes: { readonly ms: number; readonly toTheEnd: boolean },
  ) {}

  check = (): boolean => true;

  run(life: Life, real: Real): void {
    const { toTheEnd, ms } = this.passes;
    const { resolvedAt } = life;
    if (toTheEnd && resolvedAt !== null) life.now = Math.max(life.now, resolvedAt + windowMs + ms);
    else life.now += Math.abs(ms);
    const asked = this.action.ask({ ...life });
    const { now } = life;
    const outcome = real.act(asked, this.action.by, now);
    const told = this.action.live(life);
    const waits = life.status === 'waiting' || life.lastSaidBy === 'support' ? 'requester' : 'support';
    const waitingOn = isOver(life) ? null : waits;
    // Compared at once: an expectation costs more than the action.
    expect({ outcome, ticket: ofTicket(real), row: ofRow(real) }).toEqual({
      outcome: told,
      ticket: {
        status: life.status,
        assignee: life.assignee,
        reopened: life.reopened,
        reopenCount: life.reopenCount,
        resolvedAt: life.resolvedAt,
        closedAt: life.closedAt,
        events: life.events,
      },
      row: {
        status: life.status,
        assignee_id: life.assignee,
        reopened: life.reopened,
        reopen_count: life.reopenCount,
        public_reply_count: life.publicReplies,
        last_reply_by: life.lastSaidBy,
        waiting_on: waitingOn,
        needs_response: waitingOn === 'support',
        resolved_at: life.resolvedAt,
        closed_at: life.closedAt,
      },
    });
  }

  toString = (): string =>
    `${this.action.said} ${this.passes.toTheEnd ? `at the window's end and ${this.passes.ms} ms` : `${this.passes.ms} ms later`}`;
}

const actions: readonly Action[] = [
  asksAgain,
  reopensHerself,
  resolvesHerself,
  timerRings(0),
  timerRings(1),
  ...(['abe', 'amy'] as const).flatMap((name) => [false, true].flatMap((reason) => actionsOf(name, reason))),
];
const passes = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ms: fc.constantFrom(0, 1, 60_000, 86_400_000), toTheEnd: fc.constant(false) }) },
  { weight: 2, arbitrary: fc.record({ ms: fc.constantFrom(-1, 0, 1), toTheEnd: fc.constant(true) }) },
);
const steps = actions.map((action) => passes.map((passing) => new Step(action, passing)));

const told = { status: [] as string[], reopenCount: 0 };
const lives = (policy: TicketPolicy) =>
  fc.property(fc.commands(steps, { maxCommands: 50, size: 'max' }), (sequence) => {
    const now = Date.UTC(2026, 2, 1, 12);
    const real = new Real(policy);
    const data = { ticketId: 't-1', number: 'TICK-1001', subject: 'Printer on fire', description: 'It burns.' };
    expect(real.act({ type: 'OpenTicket', data }, nora, now)).toBe('done');
    const life: Life = {
      now,
      status: 'new',
      assignee: null,
      publicReplies: 0,
      lastSaidBy: null,
      reopened: false,
      reopenCount: 0,
      resolvedAt: null,
      closedAt: null,
      generation: null,
      events: 1,
    };
    fc.modelRun(() => ({ model: life, real }), sequence);
    told.status.push(life.status);
    told.reopenCount = Math.max(told.reopenCount, life.reopenCount);
  });

it('lives as the handbook says, whatever is done to it when [LIFE-01] [REOP-01] [REOP-05] [REOP-08] [REOP-09] [REOP-15]', () => {
  fc.assert(lives(unified), { numRuns: 250 });
  // Every corner was come to, or less is proved than is said.
  expect([...new Set(told.status)].toSorted()).toEqual(['closed', 'in_progress', 'new', 'resolved', 'waiting']);
  expect(told.reopenCount).toBeGreaterThan(1);
});

const { reopen, replies } = unified;
it.each<[string, Partial<TicketPolicy>]>([
  ['a second less of its window', { reopen: { ...reopen, window: 'P6DT23H59M59S' } }],
  ['another way back', { reopen: { ...reopen, target: { ...reopen.target, assigned: 'new' } } }],
  ['replies that do not resume it', { replies: { ...replies, resumesWaiting: false } }],
])('is told apart from a life with %s', (_, other) => {
  expect(fc.check(lives({ ...unified, ...other }), { numRuns: 500, endOnFailure: true }).failed).toBe(true);
});
