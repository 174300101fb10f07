// A desk's mixed day over HTTP, at random but to be had again by its seed.
import { request, type ClientRequest } from 'node:http';
import { weighted, type Chance } from '../generator/chance.js';

const people = {
  agents: ['abe@acme.test', 'amy@acme.test', 'stan@acme.test', 'ada@acme.test'],
  acme: ['nora@northwind.test', 'nina@northwind.test', 'cora@contoso.test', 'uma@acme.test'],
  globex: ['gary@globex.test', 'gia@initech.test'],
  others: ['pat@partner.test', 'nobody'],
};
const one = <T>({ below }: Chance, list: readonly T[]): T | undefined => list[below(list.length)];
const agent = (draw: Chance) => one(draw, people.agents);
const anybody = (draw: Chance) => one(draw, Object.values(people).flat());

type Request = readonly [who: string | undefined, method: string, path: string, body?: object];
/** How often each is done, and what is asked; without one a ticket is opened. */
const acts: readonly (readonly [weight: number, ((draw: Chance, ticket: string) => Request)?])[] = [
  [8],
  [12, (draw, id) => [agent(draw), 'POST', `/v1/tickets/${id}/replies`, { body: 'Have a look at this. '.repeat(10) }]],
  [5, (draw, id) => [agent(draw), 'POST', `/v1/tickets/${id}/take`, {}]],
  [3, (draw, id) => [agent(draw), 'PUT', `/v1/tickets/${id}/tags/tag-${draw.below(300)}`]],
  [3, (draw, id) => [agent(draw), 'POST', `/v1/tickets/${id}/resolve`, { notes: 'Done.' }]],
  [2, (draw, id) => [agent(draw), 'POST', `/v1/tickets/${id}/reopen`, { reason: 'Not done.' }]],
  [17, (draw, id) => [agent(draw), 'GET', `/v1/tickets/${id}`]],
  [10, (draw, id) => [agent(draw), 'GET', `/v1/tickets/${id}/thread`]],
  [15, (draw) => [anybody(draw), 'GET', '/v1/tickets?limit=50']],
  [10, (draw) => [agent(draw), 'GET', '/v1/badges']],
  [7, (draw) => [agent(draw), 'GET', `/v1/tickets?q=number%20${draw.below(1_000)}`]],
  [3, (draw) => [agent(draw), 'GET', `/v1/tickets/${draw.uuid()}`]],
  [3, (draw) => [anybody(draw), 'GET', '/v1/counts']],
  [1, (draw) => [agent(draw), 'POST', '/v1/tickets', { subject: '' }]],
];
const which = weighted(acts.map(([weight]) => weight));

/** Most look, some write, a few do what they may not. */
export class Load {
  readonly #tokens = new Map<string, string>();
  readonly #tickets = { acme: [] as string[], globex: [] as string[] };
  readonly #underWay = new Set<Promise<void>>();
  readonly #answers = new Map<number, number>();
  #cut = 0;

  constructor(
    private readonly url: string,
    private readonly draw: Chance,
  ) {}

  async signIn(): Promise<void> {
    for (const user of Object.values(people).flat()) {
      const body = JSON.stringify({ user, ttlSeconds: 86_400 });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${this.url}/v1/dev/token`, { method: 'POST', headers, body });
      this.#tokens.set(user, ((await response.json()) as { token: string }).token);
    }
  }

  told(): string {
    const answers = [...this.#answers].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
    return `${answers.join(', ')}; ${this.#tickets.acme.length + this.#tickets.globex.length} tickets; ${this.#cut} streams cut and opened again`;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  act(): Promise<void> {
    const doing = this.#do()
      .catch(() => this.#count(0))
      .finally(() => this.#underWay.delete(doing));
    this.#underWay.add(doing);
    return doing;
  }

  async #do(): Promise<void> {
    const { draw } = this;
    const known = one(draw, this.#tickets.acme.slice(-500));
    const act = known === undefined ? undefined : acts[which(draw)]?.[1];
    if (act && known !== undefined) return void (await this.#ask(...act(draw, known)));
    const tenant = draw.is(0.2) ? 'globex' : 'acme';
    const opened = await this.#ask(one(draw, people[tenant]), 'POST', '/v1/tickets', {
      subject: `Number ${draw.below(1_000)} does not work`,
      description: 'It worked yesterday. '.repeat(1 + draw.below(30)),
    });
    if (opened?.id !== undefined) this.#tickets[tenant].push(opened.id);
  }

  async #ask(...[who = 'nobody', method, path, body]: Request): Promise<{ id?: string } | null> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#tokens.get(who) ?? 'nobody'}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    this.#count(response.status);
    const text = await response.text();
    return response.ok && method === 'POST' ? (JSON.parse(text) as { id?: string }) : null;
  }

  #count(status: number): void {
    this.#answers.set(status, (this.#answers.get(status) ?? 0) + 1);
  }

  /** An event stream that is opened again whenever it ends. */
  follow(who: string, how: 'reads' | 'never reads'): () => void {
    let over = false;
    let open: ClientRequest;
    const begin = (): void => {
      open = request(`${this.url}/v1/stream`, { headers: { authorization: `Bearer ${this.#tokens.get(who)}` } });
      const again = (): void => {
        if (over) return;
        this.#cut += 1;
        setTimeout(begin, 1_000).unref();
      };
      open.on('response', (response) => {
        if (how === 'reads') response.resume();
        response.once('close', again);
      });
      open.once('error', again);
      open.end();
    };
    begin();
    return () => {
      over = true;
      open.destroy();
    };
  }
}
