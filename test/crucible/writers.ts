// Thirty-two writers of two tenants at once, each of which keeps what it asked for and what it was told. An outcome that
// nobody knows is asked for again with the same key, at the other API, until it is known.
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../bench/generator/chance.js';
import { canaryOf } from './leaks.js';
import type { Stack } from './stack.js';
import { Violated, type Violation } from './violation.js';
import { Caller, type Answer, type Ask } from './wire.js';

export interface Receipt {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
  readonly replyId?: string;
}

export interface Asked {
  /** both the Idempotency-Key and the correlation id, which every event of it carries */
  readonly key: string;
  readonly tenant: string;
  readonly ask: Ask;
  /** A success without an event is possible: it was so already. */
  readonly mayChangeNothing: boolean;
  attempts: number;
  outcome:
    | { readonly kind: 'acknowledged'; readonly receipt: Receipt }
    | { readonly kind: 'refused'; readonly status: number; readonly code: string }
    | { readonly kind: 'unknown' };
}

export interface Habits {
  /** how often a connection is dropped before its answer */
  readonly drops: number;
  /** how often what was acknowledged is sent once more, later */
  readonly repeats: number;
  /** how often a command is sent to both APIs at once */
  readonly doubles: number;
}
export const usualHabits: Habits = { drops: 0.02, repeats: 0.05, doubles: 0.02 };

export const writersAtOnce = 32;
/** Until an outcome has to be known, when everything is back. */
const settleMs = 90_000;

const people = [
  { tenant: 'acme', requester: 'nina@northwind.test', agent: 'abe@acme.test' },
  { tenant: 'acme', requester: 'nora@northwind.test', agent: 'amy@acme.test' },
  { tenant: 'globex', requester: 'gia@initech.test', agent: 'gary@globex.test' },
] as const;

interface Desk {
  readonly tenant: string;
  readonly requester: Caller;
  readonly agent: Caller;
  /** of the tenant, newest last; shared by its writers, so that they meet */
  readonly tickets: string[];
}

type Move = (chance: Chance, desk: Desk, ticket: string) => { by: 'requester' | 'agent'; ask: Ask; same?: true };

export class Writers {
  readonly asked: Asked[] = [];
  readonly violations: Violation[] = [];
  habits = usualHabits;
  #going = false;
  #abandoned = false;
  #running: Promise<unknown> = Promise.resolve();
  readonly #desks: readonly Desk[];
  readonly #doubtful: { readonly asked: Asked; readonly by: Caller }[] = [];
  #count = 0;

  constructor(
    stack: Stack,
    private readonly chance: Chance,
    private readonly name: string,
  ) {
    const tickets = new Map(people.map(({ tenant }) => [tenant, [] as string[]]));
    this.#desks = people.map(({ tenant, requester, agent }) => ({
      tenant,
      requester: new Caller(requester, tenant, stack.urls, stack.leaks),
      agent: new Caller(agent, tenant, stack.urls, stack.leaks),
      tickets: tickets.get(tenant) ?? [],
    }));
  }

  /** Goes on until `stop`. */
  start(): void {
    this.#going = true;
    this.#running = Promise.all(Array.from({ length: writersAtOnce }, (_, index) => this.#write(index)));
    this.#running.catch(() => undefined); // `stop` tells
  }

  /** Resolves when every outcome is known. @throws Violated when one stays unknown */
  async stop(): Promise<void> {
    this.#going = false;
    await this.#running;
    // A refusal, or that nothing had to be changed, may have overtaken an earlier attempt of the same command at the other
    // API, of which nobody has heard the end.
    const again = this.#doubtful.splice(0);
    await Promise.all(again.map(({ asked, by }) => this.#settle(asked, by)));
  }

  get acknowledged(): number {
    return this.asked.filter(({ outcome }) => outcome.kind === 'acknowledged').length;
  }

  /** Until so many more were acknowledged, or the time is over. */
  async more(count: number, withinMs: number): Promise<void> {
    const goal = this.acknowledged + count;
    await this.until(() => this.acknowledged >= goal, withinMs);
  }

  /** Until it is so, or the time is over. */
  async until(so: () => boolean, withinMs: number): Promise<void> {
    for (const end = Date.now() + withinMs; !so() && Date.now() < end;) await pause(20);
  }

  /** Nothing more is wanted of them. */
  abandon(): void {
    this.#going = false;
    this.#abandoned = true;
  }

  /** Commands whose outcome was unknown at first. */
  get sentAgain(): number {
    return this.asked.filter(({ attempts }) => attempts > 1).length;
  }

  async #write(index: number): Promise<void> {
    const desk = this.#desks[index % this.#desks.length] as Desk;
    while (this.#going) {
      const asked = this.#next(desk);
      await this.#settle(asked.asked, asked.by);
      const { outcome, ask, mayChangeNothing, attempts } = asked.asked;
      const repeated = outcome.kind === 'acknowledged' && this.chance.is(this.habits.repeats);
      if (outcome.kind === 'acknowledged' && ask.path === '/v1/tickets') desk.tickets.push(outcome.receipt.id);
      if (repeated) await this.#repeat(asked.asked, asked.by);
      // What changed nothing is not stored, and judged again: then it may change something.
      if ((outcome.kind === 'refused' || mayChangeNothing) && (attempts > 1 || repeated)) this.#doubtful.push(asked);
    }
  }

  #next(desk: Desk): { asked: Asked; by: Caller } {
    const { chance } = this;
    const ticket = desk.tickets[desk.tickets.length - 1 - chance.below(Math.min(40, desk.tickets.length))];
    const move = ticket === undefined ? moves[0] : moves[chance.below(moves.length)];
    const { by, ask, same } = (move as Move)(chance, desk, ticket ?? '');
    const key = `${this.name}-${(this.#count += 1)}`;
    const headers = { ...ask.headers, 'idempotency-key': key, 'x-correlation-id': key };
    const asked: Asked = {
      key,
      tenant: desk.tenant,
      ask: { ...ask, headers },
      mayChangeNothing: same === true,
      attempts: 0,
      outcome: { kind: 'unknown' },
    };
    this.asked.push(asked);
    return { asked, by: desk[by] };
  }

  async #settle(asked: Asked, by: Caller): Promise<void> {
    const { chance, habits } = this;
    let at = chance.below(2);
    for (let end = Date.now() + settleMs; ; at += 1) {
      const ask = chance.is(habits.drops) ? { ...asked.ask, dropAfterMs: 1 + chance.below(20) } : asked.ask;
      const both = chance.is(habits.doubles);
      asked.attempts += both ? 2 : 1;
      const [answer, other] = await Promise.all([by.send(ask, at), both ? by.send(ask, at + 1) : null]);
      const known = [answer, other].flatMap((one) => (one && isKnown(one) ? [one] : []));
      const success = known.find(({ status }) => status < 300) ?? known[0];
      if (success) {
        asked.outcome = outcomeOf(success);
        for (const one of known) this.#compare(asked, one);
        return;
      }
      if (this.#going) end = Date.now() + settleMs; // as long as faults are about, patience does not run out
      if (this.#abandoned) return;
      if (Date.now() > end) {
        const told = answer ? `${answer.status} ${String(answer.body.code)}` : 'no answer';
        throw new Violated({ invariant: 'I10', what: `${asked.key} stays unknown: ${told} at last` });
      }
      await pause(20 + chance.below(200));
    }
  }

  async #repeat(asked: Asked, by: Caller): Promise<void> {
    const again = await by.send(asked.ask, this.chance.below(2));
    if (again && isKnown(again)) this.#compare(asked, again);
  }

  /** The same key has the same answer, whenever and wherever it is sent. */
  #compare({ key, outcome, mayChangeNothing }: Asked, answer: Answer): void {
    if (mayChangeNothing) return; // what changed nothing was not stored, and is judged again
    const other = outcomeOf(answer);
    // Somebody may have lost the right meanwhile, or the ticket; who was acknowledged must not get a second receipt.
    if (outcome.kind !== 'acknowledged' || other.kind !== 'acknowledged') return;
    const [one, two] = [outcome.receipt, other.receipt].map((receipt) =>
      JSON.stringify([receipt.id, receipt.revision, receipt.position, receipt.replyId]),
    );
    if (one !== two) this.violations.push({ invariant: 'I2', what: `${key} was told ${one}, and then ${two}` });
  }
}

/** 5xx, too many requests, a key still being worked on, a token that is no longer good: ask again. */
const isKnown = ({ status, body }: Answer): boolean =>
  status < 500 && status !== 429 && status !== 401 && body.code !== 'idempotency-key-in-progress';

const outcomeOf = ({ status, body }: Answer): Asked['outcome'] =>
  status < 300
    ? { kind: 'acknowledged', receipt: body as unknown as Receipt }
    : { kind: 'refused', status, code: String(body.code) };

const text = (chance: Chance, { tenant }: Desk): string => `${canaryOf(tenant)} ${chance.uuid()}`;
const on = (ticket: string, rest: string): string => `/v1/tickets/${ticket}/${rest}`;
const priorities = ['low', 'normal', 'high', 'urgent'];

const open: Move = (chance, desk) => ({
  by: 'requester',
  ask: {
    method: 'POST',
    path: '/v1/tickets',
    body: { subject: text(chance, desk), description: text(chance, desk), priority: priorities[chance.below(3)] },
  },
});
const reply =
  (by: 'requester' | 'agent', more: object = {}): Move =>
  (chance, desk, ticket) => ({
    by,
    ask: { method: 'POST', path: on(ticket, 'replies'), body: { body: text(chance, desk), ...more } },
  });
const act =
  (rest: string, body?: object): Move =>
  (_, __, ticket) => ({
    by: 'agent',
    same: true,
    ask: { method: 'POST', path: on(ticket, rest), ...(body && { body }) },
  });
const resolve: Move = (chance, desk, ticket) => ({
  by: 'agent',
  same: true,
  ask: { method: 'POST', path: on(ticket, 'resolve'), body: { notes: text(chance, desk) } },
});
const prioritise =
  (by: 'requester' | 'agent'): Move =>
  (chance, _, ticket) => ({
    by,
    same: true,
    ask: { method: 'PUT', path: on(ticket, 'priority'), body: { priority: priorities[chance.below(4)] } },
  });
const snooze: Move = (chance, _, ticket) => ({
  by: 'agent',
  same: true,
  ask: {
    method: 'POST',
    path: on(ticket, 'snooze'),
    body: { until: new Date(Date.now() + 2_000 + chance.below(2_000)).toISOString() },
  },
});
const tag: Move = (chance, _, ticket) => ({
  by: 'agent',
  same: true,
  ask: { method: chance.is(0.7) ? 'PUT' : 'DELETE', path: on(ticket, `tags/t${chance.below(3)}`) },
});
const stale: Move = (chance, desk, ticket) => ({
  by: 'agent',
  ask: {
    method: 'POST',
    path: on(ticket, 'replies'),
    body: { body: text(chance, desk) },
    headers: { 'if-match': '"987654321"' },
  },
});
const empty: Move = (chance, desk) => ({
  by: 'requester',
  ask: { method: 'POST', path: '/v1/tickets', body: { subject: '', description: text(chance, desk) } },
});

/** The first must need no ticket. As often as they stand here; the last ones are refused. */
const moves: readonly Move[] = [
  open,
  open,
  open,
  open,
  reply('requester'),
  reply('requester'),
  reply('agent'),
  reply('agent', { then: { status: 'waiting' } }),
  reply('agent', { visibility: 'internal' }),
  resolve,
  resolve,
  act('reopen', { reason: 'again' }),
  act('take'),
  prioritise('agent'),
  snooze,
  tag,
  prioritise('requester'),
  stale,
  empty,
];
