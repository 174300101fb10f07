// Every route × every role × every kind of ticket, compared with the table of expectations. What is found wrong is told,
// one line each; nothing is thrown, so that a mutant shows everything it breaks.
import type { Client } from '../../apps/api/test/client.js';
import { resolve, sample, type Route, type Schemas, type Values } from './document.js';
import { expectationOf, type Expectation } from './expectations.js';
import { codeOf, comparable, withoutAsOf, type Ask, type Seen, type Wire } from './wire.js';
import { marks, supports, type Asker, type Target, type World } from './world.js';

export interface ProbeOf {
  readonly world: World;
  readonly wire: Wire;
  readonly routes: readonly Route[];
  readonly schemas: Schemas;
  /** all that the world has, unless given */
  readonly askers?: readonly Asker[];
}

const nobody = '6a1f0a39-0000-4000-8000-000000000000';
const neverGiven = 'TICK-999999';
/** Permitted commands end here (412), after scope, rights and references, so that the world stays as it was planted. */
const stale = { 'If-Match': '"987654321"' };
/** Without If-Match, which is for one ticket. */
const ofSeveral = new Set(['POST /v1/bulk', 'POST /v1/tickets']);

export class Probe {
  readonly #found = new Set<string>();
  readonly #hidden = new Map<Asker, Set<string>>();
  readonly #askers: readonly Asker[];

  constructor(private readonly of: ProbeOf) {
    const { world } = of;
    this.#askers = of.askers ?? [...world.callers.keys()];
    for (const role of this.#askers) {
      const hidden = [...world.targets, world.deleted].filter((target) => !world.visible(role, target));
      const seesNotes = !/^(guest|user|client_|partner_)/.test(role);
      this.#hidden.set(
        role,
        new Set([
          ...hidden.flatMap(({ id, number, word, replyId }) => [id, number.toLowerCase(), word, replyId]),
          ...(seesNotes ? hidden : world.targets).map(({ noteWord }) => noteWord),
          ...world.people.filter(({ knownTo }) => !knownTo(role)).map(({ word }) => word),
        ]),
      );
    }
  }

  /** What was found wrong, in order. */
  get violations(): string[] {
    return [...this.#found].sort();
  }

  async run(): Promise<string[]> {
    const jobs: (() => Promise<void>)[] = [];
    for (const route of this.of.routes) {
      const expected = expectationOf(route.name);
      if (!expected) this.#wrong(route, 'is not in the table of expectations');
      else if (expected.of !== 'open') {
        jobs.push(() => this.#withoutToken(route));
        for (const role of this.#askers) {
          if (expected.of === 'ticket') jobs.push(...this.#aboutTickets(route, role, expected));
          if (/ticket|tenant/.test(expected.of) && expected.cell(role) !== '-')
            jobs.push(() => this.#namesInBody(route, role));
          if (expected.of === 'tenant') jobs.push(() => this.#aboutTenant(route, role, expected));
        }
      }
    }
    await this.of.wire.all(jobs);
    return this.violations;
  }

  /** Sends it as the role; every answer is searched for what is hidden from it. */
  async ask(route: Route, role: Asker, ask: Omit<Ask, 'method' | 'token'>): Promise<Seen> {
    const { token } = this.of.world.callers.get(role) as Client;
    const seen = await this.of.wire.ask({ method: route.method, token, ...ask });
    this.search(route.name, role, seen, ask);
    if (seen.status >= 500) this.#wrong(route, `answers ${role} ${seen.status} ${codeOf(seen)}`);
    return seen;
  }

  search(where: string, role: Asker, { text, headers }: Pick<Seen, 'text' | 'headers'>, said: unknown = ''): void {
    const hidden = this.#hidden.get(role);
    const asked = JSON.stringify(said).toLowerCase();
    for (const [mark] of `${text} ${JSON.stringify(headers)}`.matchAll(marks)) {
      const known = mark.toLowerCase();
      // Journals say what the tenant's own people asked for, missing or not.
      const journal = where.startsWith('GET /v1/audit/') && !known.endsWith('qz');
      if (hidden?.has(known) && !asked.includes(known) && !journal)
        this.#found.add(`${where}: ${role} is shown ${this.#nameOf(known)}`);
    }
  }

  #nameOf(mark: string): string {
    const { targets, deleted } = this.of.world;
    const its = [...targets, deleted].find((one) => Object.values(one).some((value) => value?.toLowerCase() === mark));
    return its ? `${mark} (${its.name})` : mark;
  }

  #wrong({ name }: Route, what: string): void {
    this.#found.add(`${name}: ${what}`);
  }

  async #withoutToken(route: Route): Promise<void> {
    const [target] = this.of.world.targets;
    for (const token of [undefined, 'forged.token.here']) {
      const { method } = route;
      const seen = await this.of.wire.ask({
        method,
        token,
        path: this.#path(route, target),
        ...this.#body(route, target),
      });
      if (seen.status !== 401 || !seen.headers['www-authenticate'])
        this.#wrong(route, `answers ${seen.status} ${token ? 'to a forged token' : 'without a token'}`);
    }
  }

  #aboutTickets(route: Route, role: Asker, expected: Expectation): (() => Promise<void>)[] {
    const { targets, deleted, visible } = this.of.world;
    const audits = expected.right === 'audit' && expected.cell(role) === 'Y';
    const own = `${role}'s own`;
    const kinds = targets.filter(
      ({ name }) => !name.endsWith("'s own") || name === own || name === "super_admin's own",
    );
    const seen = kinds.filter((target) => visible(role, target));
    const hidden = kinds.filter((target) => !visible(role, target));
    // Auditors read on in the history of deleted tickets; whoever deletes may name them to find the receipt.
    if (!audits && expected.right !== 'delete') hidden.push(deleted);
    return [
      ...seen.map((target) => () => this.#seen(route, role, target, expected)),
      ...hidden.map((target) => () => this.#hiddenIsMissing(route, role, target)),
    ];
  }

  async #seen(route: Route, role: Asker, target: Target, { cell }: Expectation): Promise<void> {
    const own = target.requester === this.of.world.callers.get(role)?.userId;
    const judged = cell(role) === 'o' ? (own ? 'Y' : '-') : cell(role);
    for (const key of [target.id, target.number.toLowerCase()]) {
      const ask = { path: this.#path(route, target, key), ...this.#body(route, target), headers: stale };
      const { status, code } = this.#told(await this.ask(route, role, ask));
      const fine = {
        Y: route.method === 'GET' ? status === 200 : [200, 409, 412].includes(status),
        '-': status === 403,
        o: false,
        '?': status < 500 && code !== 'ticket-not-found',
      }[judged];
      if (!fine) this.#wrong(route, `answers ${role} ${status} ${code} on ${target.name}, expected ${judged}`);
    }
  }

  /** Hidden by UUID and by number, in three shapes of request: exactly what a ticket that never was would answer. */
  async #hiddenIsMissing(route: Route, role: Asker, target: Target): Promise<void> {
    const body = this.#body(route, target);
    const whole = target.name === 'sibling client' || target.name === "other tenant's";
    const shapes: [shape: string, ask: Omit<Ask, 'path' | 'method'>, status: number, keys: readonly string[]][] = [
      ['', body, 404, [target.id, target.number, neverGiven]],
      [' with a field too many', this.#body(route, target, { surplus: 1 }), route.body ? 400 : 404, [target.id]],
      [' with forged headers', { ...body, headers: forged(target) }, 404, [target.id]],
    ];
    for (const [shape, ask, status, keys] of whole ? shapes : shapes.slice(0, 1)) {
      const answer = async (key: string): Promise<[Seen, string]> => {
        const seen = await this.ask(route, role, { path: this.#path(route, target, key), ...ask });
        return [seen, comparable(seen, key)];
      };
      const [missing, expected] = await answer(nobody);
      if (missing.status !== status || (status === 404 && codeOf(missing) !== 'ticket-not-found'))
        this.#wrong(route, `answers ${role} ${missing.status} ${codeOf(missing)} on a missing ticket${shape}`);
      for (const key of keys) {
        const [seen, said] = await answer(key);
        const how = key === target.id ? 'by id' : key === neverGiven ? 'by a number never given' : 'by number';
        if (said !== expected)
          this.#wrong(
            route,
            `tells ${role} ${target.name} from a missing one, ${how}${shape}: ${seen.status} ${codeOf(seen)}`,
          );
      }
    }
  }

  async #aboutTenant(route: Route, role: Asker, { right, cell }: Expectation): Promise<void> {
    const { world } = this.of;
    const own = world.targets.find((target) => world.visible(role, target)) ?? world.targets[0];
    const path = this.#path(route, own, nobody);
    const headers = ofSeveral.has(route.name) || route.method === 'GET' ? {} : stale;
    const { status, code } = this.#told(await this.ask(route, role, { path, ...this.#body(route, own), headers }));
    const refused = right === 'badge' ? 404 : 403;
    const fine =
      cell(role) === 'Y'
        ? status < 300 || (right === 'administer' && [400, 404, 409, 412, 422].includes(status))
        : cell(role) === '-'
          ? status === refused
          : true;
    if (!fine) this.#wrong(route, `answers ${role} ${status} ${code}, expected ${cell(role)}`);
    if (cell(role) === 'Y' && right !== 'administer') await this.#namesInQuery(route, role, path);
  }

  /** What is hidden, named as a parameter, is like what is not there. */
  async #namesInQuery(route: Route, role: Asker, path: string): Promise<void> {
    const hidden = this.of.world.targets.filter((target) => !this.of.world.visible(role, target));
    for (const name of route.query) {
      for (const target of hidden) {
        // Support knows every client of the tenant and everybody in it.
        const directory = name === 'clientId' && target.tenant === 'acme' && supports(role);
        const pairs = namedBy(name, target, this.of.world);
        if (!pairs || directory) continue;
        const [there, missing] = pairs;
        const answers: string[] = [];
        for (const value of [there, missing]) {
          const seen = await this.ask(route, role, { path: `${path}?${name}=${encodeURIComponent(value)}` });
          answers.push(comparable(withoutAsOf(seen), value, encodeURIComponent(value)));
        }
        if (answers[0] !== answers[1]) this.#wrong(route, `tells ${role} ${target.name} from nothing by ${name}`);
      }
    }
  }

  /** What is hidden, named in the body or behind the ticket in the path, is like what is not there: one answer for both. */
  async #namesInBody(route: Route, role: Asker): Promise<void> {
    const { world, schemas } = this.of;
    const seen = world.targets.find((target) => world.visible(role, target));
    if (!seen) return;
    const fields = Object.keys(route.body ? (resolve(route.body.schema, schemas).properties ?? {}) : {});
    const headers = ofSeveral.has(route.name) ? {} : stale;
    const compare = async (field: string, asks: readonly Omit<Ask, 'method'>[], words: readonly string[]) => {
      const told: string[] = [];
      for (const ask of asks) told.push(comparable(await this.ask(route, role, { headers, ...ask }), ...words));
      if (new Set(told).size > 1) this.#wrong(route, `tells ${role} what is hidden from what is missing by ${field}`);
    };
    for (const target of world.targets.filter((one) => !world.visible(role, one))) {
      for (const field of fields) {
        const values = namedInBody(field, target, world, role);
        const asks = values.map((value) => ({
          path: this.#path(route, seen),
          ...this.#body(route, seen, { [field]: value }),
        }));
        await compare(field, asks, [target.id, target.number, nobody, neverGiven]);
      }
      for (const [field, hidden] of [
        ['replyId', target.replyId],
        ['commentId', target.replyId],
        ['otherId', target.id],
        ['userId', world.foreign.userId],
        ['clientId', world.foreign.clientId],
        ...(/\/(tickets|ticket)\//.test(route.path)
          ? []
          : Object.values(world.foreign).map((id) => ['id', id] as const)),
      ] as const) {
        if (!route.path.includes(`{${field}}`)) continue;
        const asks = [hidden, nobody].map((value) => ({
          path: this.#path(route, seen, undefined, { [field]: value }),
          ...this.#body(route, seen),
        }));
        await compare(field, asks, [hidden, nobody]);
      }
    }
  }

  #told(seen: Seen): { status: number; code: string } {
    return { status: seen.status, code: codeOf(seen) };
  }

  #path(
    { path }: Route,
    target: Target | undefined,
    key?: string,
    more: Readonly<Record<string, string>> = {},
  ): string {
    const parts: Readonly<Record<string, string | undefined>> = {
      id: key ?? target?.id,
      ticketId: key ?? target?.id,
      commentId: target?.replyId,
      ref: target?.word,
      replyId: target?.replyId,
      tag: target?.word,
      kind: 'call',
      refId: target?.word,
      type: 'related_to',
      otherId: target?.id,
      ...more,
    };
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? nobody);
  }

  /** `more`: fields that no schema has */
  #body({ body }: Route, target: Target | undefined, more?: object): Pick<Ask, 'body' | 'type'> {
    if (!body) return {};
    const value = sample(resolve(body.schema, this.of.schemas), this.of.schemas, valuesFor(target), ['description']);
    return { body: JSON.stringify({ ...(value as object), ...more }), type: body.type };
  }
}

const valuesFor =
  (target: Target | undefined): Values =>
  (field) =>
    ({
      description: 'x',
      status: 'waiting',
      kind: 'call',
      id: target?.word,
      categoryId: 'general',
      userId: target?.requester,
      target: target?.id,
      ids: [target?.id],
      command: { type: 'set-priority', priority: 'normal' },
      occurredAt: '2026-01-01T00:00:00Z',
      ticketRef: 'probe:1',
      actor: { name: 'x' },
      commandId: nobody,
    })[field];

const forged = ({ tenant, client, requester }: Target): Record<string, string> => ({
  'X-Tenant': tenant,
  'X-Tenant-Id': tenant,
  'X-Client': client ?? '',
  'X-Client-Id': client ?? '',
  'X-User': requester,
  'X-Role': 'super_admin',
  'X-Forwarded-User': requester,
  'X-Original-URL': '/v1/tickets',
  'X-HTTP-Method-Override': 'GET',
});

/** A value that names the hidden thing, and one of the same kind that names nothing. */
function namedBy(parameter: string, target: Target, { foreign }: World): readonly [string, string] | null {
  const values: Readonly<Record<string, readonly [string, string]>> = {
    client: [target.client ?? foreign.clientId, 'nowhere'],
    clientId: [target.client ?? foreign.clientId, 'nowhere'],
    requester: [target.requester, nobody],
    reference: [`call:${target.word}`, 'call:zq0qz'],
    ticket: [target.id, nobody],
    tag: [target.word, 'zq0qz'],
    prefix: [target.word, 'zq0qz'],
    q: [target.word, 'zq0qz'],
    assignee: [`user:${foreign.userId}`, `user:${nobody}`],
  };
  return values[parameter] ?? null;
}

/** Values of a body's field that name the hidden, by id and number where it has one, and the missing; none: the field names nothing. */
function namedInBody(
  field: string,
  { id, number, client }: Target,
  { foreign }: World,
  role: Asker,
): readonly unknown[] {
  const users = [foreign.userId, nobody];
  const values: Readonly<Record<string, readonly unknown[]>> = {
    userId: users,
    assigneeId: users,
    requesterId: users,
    recipients: users.map((user) => [user]),
    assignee: users.map((userId) => ({ userId })),
    groupId: [foreign.groupId, 'nowhere'],
    clientId: [(supports(role) ? null : client) ?? foreign.clientId, 'nowhere'],
    target: [id, number, nobody, neverGiven],
    source: [id, number, nobody, neverGiven],
    sources: [[id], [number], [nobody], [neverGiven]],
    ids: [[id], [number], [nobody], [neverGiven]],
  };
  return values[field] ?? [];
}
