// Lives of tickets, interleaved as on a busy desk. Every event is what the real decider answers to a command; which
// commands, by whom and how often is drawn as it was measured on a real desk.
import { actorOf, type Actor } from '#access';
import type { TicketPolicy } from '#policy';
import { demoUserId } from '#read-side';
import { absent, decide, evolve, Rejection, type Ticket, type TicketCommand, type TicketEvent } from '#ticket';
import { chanceFrom, weighted, zipf, type Chance } from './chance.js';
import { assignees, callerExponent, categories, changes, groups, priorities, shares } from './distribution.js';
import { writing } from './words.js';

/** What one person does to a ticket at one moment. */
export interface Act {
  readonly events: readonly TicketEvent[];
  readonly by: Actor;
  readonly at: string;
}
/** What is done in one go. */
export interface Visit {
  readonly tenant: string;
  readonly ticketId: string;
  /** revision of its first event */
  readonly revision: bigint;
  readonly acts: readonly Act[];
  /** nothing more will come for this ticket */
  readonly last: boolean;
}

export interface Wanted {
  readonly tickets: number;
  readonly seed: number;
  readonly policy: TicketPolicy;
  /** epoch milliseconds of the first and the last event */
  readonly from: number;
  readonly to: number;
}

/** Shares of the tickets. The first two are the demonstration's, so that people of its directory see them. */
export const tenants = [
  { id: 'acme', share: 62 },
  { id: 'globex', share: 22 },
  { id: 'umbra', share: 7 },
  { id: 'hooli', share: 5 },
  { id: 'initrode', share: 4 },
] as const;

/** Tickets that are worked on at once, at most; what is left of them in the end stays open. */
const underWay = 4_000;
/** of all tickets */
const leftOpen = 0.06;
const visitsPerTicket = 6;

export const generatedCategories = categories.map((_, i) => ({
  id: `category-${i + 1}`,
  name: `Category ${i + 1}`,
  order: 10 + i,
  active: true,
  types: [],
}));

type Wish = Pick<TicketCommand, 'type' | 'data'>;

const drawTenant = weighted(tenants.map(({ share }) => share));
const drawChanges = weighted(changes);
const drawCategory = weighted(categories);
const drawGroup = weighted(groups);
const drawAgent = weighted(assignees);
const drawCaller = zipf(640, callerExponent);
const priorityNames = Object.keys(priorities) as (keyof typeof priorities)[];
const drawPriority = weighted(Object.values(priorities));

/** People of a tenant: the demonstration's where it has some, and made ones. */
class Staff {
  /** by group, busiest first */
  readonly #agents: Actor[][];
  readonly #callers: Actor[];

  constructor(tenant: string, chance: Chance, { visibility }: TicketPolicy) {
    const known =
      tenant === 'acme' ? ['abe@acme.test', 'amy@acme.test'] : tenant === 'globex' ? ['gary@globex.test'] : [];
    const callers = tenant === 'acme' ? ['nora', 'nina', 'nate'].map((name) => `${name}@northwind.test`) : [];
    const actor = (role: 'agent' | 'client_staff', i: number, logins: readonly string[]): Actor => {
      const login = logins[i];
      return actorOf(
        {
          tenant,
          role,
          userId: login ? demoUserId(login) : chance.uuid(),
          clientIds: role === 'agent' ? [] : [login ? 'northwind' : `client-${(i * 7) % 40}`],
          groupIds: [],
          groupScopes: [],
        },
        visibility,
      );
    };
    this.#agents = groups.map((_group, g) =>
      assignees.map((_agent, i) => actor('agent', g === 0 ? i : known.length, known)),
    );
    this.#callers = Array.from({ length: 640 }, (_, i) => actor('client_staff', i, callers));
  }

  agent(group: number, chance: Chance): Actor {
    return this.#agents[group]?.[drawAgent(chance)] as Actor;
  }
  caller(chance: Chance): Actor {
    return this.#callers[drawCaller(chance)] as Actor;
  }
}

class Life {
  readonly id: string;
  #ticket: Ticket = absent;
  #revision = 0n;
  #left: number;
  #category: number;
  #group: number;
  #agent: Actor;
  readonly #caller: Actor;

  constructor(
    readonly tenant: string,
    private readonly number: string,
    private readonly staff: Staff,
    private readonly policy: TicketPolicy,
    private readonly chance: Chance,
  ) {
    this.id = chance.uuid();
    this.#left = drawChanges(chance);
    this.#category = drawCategory(chance);
    this.#group = this.#rightGroup();
    this.#agent = staff.agent(this.#group, chance);
    this.#caller = staff.caller(chance);
  }

  /** Half of a group's tickets are of the category it is there for. */
  #rightGroup(): number {
    return this.chance.is(shares.ownCategory) ? this.#category % groups.length : drawGroup(this.chance);
  }

  /** Whoever works on it now, as the ticket is told. */
  #handOver(userId: string | null): Wish {
    return { type: 'AssignTicket', data: { userId, groupId: `group-${this.#group + 1}` } };
  }

  visit(at: number): Visit {
    const revision = this.#revision;
    const acts: Act[] = [];
    const opens = this.#ticket === absent;
    for (const [i, [by, wish]] of this.#wishes().entries()) {
      const act = this.#carryOut(by, wish, new Date(at + i * 1_000).toISOString());
      if (act) acts.push(act);
    }
    this.#left -= opens ? 2 : 1;
    return { tenant: this.tenant, ticketId: this.id, revision, acts, last: this.#left < -1 };
  }

  /** What is done this time; the last time of all it is resolved and closed. */
  #wishes(): [Actor, Wish][] {
    const { chance } = this;
    if (this.#ticket === absent) return [[this.#caller, this.#opening()], ...this.#triage()];
    if (this.#left === 0) {
      const resolve: [Actor, Wish] = [
        this.#agent,
        { type: 'ResolveTicket', data: { notes: writing(chance, 40, 400) } },
      ];
      if (!chance.is(shares.reopened)) return [resolve];
      this.#left += 2;
      return [resolve, [this.#caller, { type: 'ReopenTicket', data: {} }]];
    }
    if (this.#left < 0) return [[this.#agent, { type: 'CloseTicket', data: {} }]];
    return this.#work();
  }

  #opening(): Wish {
    const { chance } = this;
    return {
      type: 'OpenTicket',
      data: {
        ticketId: this.id,
        number: this.number,
        subject: writing(chance, 20, 90),
        description: writing(chance, 80, 900),
        categoryId: `category-${this.#category + 1}`,
      },
    };
  }

  #triage(): [Actor, Wish][] {
    const { chance } = this;
    const priority = priorityNames[drawPriority(chance)] ?? 'normal';
    return [
      [this.#agent, this.#handOver(chance.is(0.7) ? this.#agent.id : null)],
      ...(priority === 'normal' ? [] : [[this.#agent, { type: 'SetPriority', data: { priority } }] as [Actor, Wish]]),
    ];
  }

  #work(): [Actor, Wish][] {
    const { chance } = this;
    const perVisit = (share: number) => chance.is(share / 4);
    const wishes: [Actor, Wish][] = [];
    const says = (by: Actor, type: 'AddReply' | 'AddNote', most: number): void =>
      void wishes.push([by, { type, data: { replyId: chance.uuid(), body: writing(chance, 20, most) } }]);
    if (perVisit(shares.handedOn)) {
      this.#group = this.#rightGroup();
      this.#agent = this.staff.agent(this.#group, chance);
      wishes.push([this.#agent, this.#handOver(this.#agent.id)]);
    }
    if (perVisit(shares.reprioritised)) wishes.push([this.#agent, { type: 'SetPriority', data: { priority: 'high' } }]);
    if (perVisit(shares.reclassified)) {
      this.#category = drawCategory(chance);
      wishes.push([this.#agent, { type: 'ClassifyTicket', data: { categoryId: `category-${this.#category + 1}` } }]);
    }
    if (chance.is(0.06)) wishes.push([this.#agent, { type: 'TagTicket', data: { tag: `tag-${drawGroup(chance)}` } }]);
    if (chance.is(0.25)) says(this.#agent, 'AddNote', 300);
    if (chance.is(0.5)) says(this.#agent, 'AddReply', 600);
    if (perVisit(shares.waited)) wishes.push([this.#agent, { type: 'MarkWaiting', data: {} }]);
    if (chance.is(0.45) || wishes.length === 0) says(this.#caller, 'AddReply', 400);
    return wishes;
  }

  /** null: refused, or already so */
  #carryOut(by: Actor, wish: Wish, at: string): Act | null {
    const { policy } = this;
    try {
      const events = decide({ ...wish, by, at, policy } as TicketCommand, this.#ticket);
      for (const event of events) {
        const { id, role, kind } = by;
        const revision = this.#revision;
        this.#ticket = evolve(this.#ticket, { ...event, by: { id, role, kind }, at, origin: 'live', revision });
        this.#revision += 1n;
      }
      return events.length > 0 ? { events, by, at } : null;
    } catch (error) {
      if (error instanceof Rejection && wish.type !== 'OpenTicket') return null;
      throw error;
    }
  }
}

/** Every ticket's visits in order, those of different tickets in between. */
export function* visits({ tickets, seed, policy, from, to }: Wanted): Generator<Visit> {
  const chance = chanceFrom(seed);
  const staffs = tenants.map(({ id }) => new Staff(id, chance, policy));
  const numbers = tenants.map(() => policy.numbers.start);
  const lives: Life[] = [];
  const most = Math.min(underWay, Math.ceil(tickets * 0.2));
  const pace = (to - from) / (tickets * visitsPerTicket);
  let opened = 0;
  let at = from;
  const open = (): Life => {
    const which = drawTenant(chance);
    const number = policy.numbers.template.replace('{seq}', String(numbers[which]));
    numbers[which] = (numbers[which] ?? 0) + 1;
    opened += 1;
    return new Life(tenants[which]?.id ?? '', number, staffs[which] as Staff, policy, chance);
  };
  for (;;) {
    if (opened === tickets && lives.length <= tickets * leftOpen) return;
    at = Math.min(to, at + pace);
    // A few tickets have most of the attention, the others wait.
    const i = opened < tickets && lives.length < most ? lives.length : Math.floor(lives.length * chance.next() ** 2);
    const life = (lives[i] ??= open());
    const visit = life.visit(at);
    if (visit.last) {
      const other = lives.pop() as Life;
      if (other !== life) lives[i] = other;
    }
    if (visit.acts.length > 0) yield visit;
  }
}
