// Routes with an id in their path, drawn anew in every round, asked by one tenant's people about things of the other in the
// middle of the work: what is another's is answered exactly like what is nowhere. Roles and scopes inside a tenant, and all
// routes, are the business of test/probe; here it is tenants under load.
import { setTimeout as pause } from 'node:timers/promises';
import { routesOf, sample, type Route, type Schemas } from '../../probe/document.js';
import { comparable, Wire, withoutAsOf, type Ask } from '../../probe/wire.js';
import { Violated } from '../violation.js';
import type { Writers } from '../writers.js';
import type { Strike, Struck } from './fault.js';

const nobody = '6a1f0a39-0000-4000-8000-000000000000';
/** What would be permitted ends at a revision that is not there. */
const stale = { 'if-match': '"987654321"' };
/** A round asks about some of them; test/probe asks about all. */
const routesEach = 20;
/** for the questions of one asker */
const patienceMs = 120_000;
const askers = [
  { login: 'ada@acme.test', tenant: 'acme' },
  { login: 'abe@acme.test', tenant: 'acme' },
  { login: 'gus@globex.test', tenant: 'globex' },
];

interface Probed {
  readonly wire: Wire;
  readonly wrong: (what: string) => void;
  readonly struck: Struck;
}

export const tenantProbe: Strike = {
  name: 'tenant-probe',
  what: "routes asked about the other tenant's ids, cursors and keys, with forged headers and tokens",
  strike: async (struck) => {
    const { stack, writers, chance, say } = struck;
    const url = stack.urls[chance.below(2)] ?? '';
    const wire = new Wire(url, 8);
    const found: string[] = [];
    const probed = { wire, struck, wrong: (what: string) => void found.push(what) };
    try {
      const { paths, components } = (await (await fetch(`${url}/openapi.json`)).json()) as never as {
        paths: Parameters<typeof routesOf>[0];
        components: { schemas: Schemas };
      };
      const routes = routesOf(paths).filter(({ path }) => path.includes('{') && path.startsWith('/v1/'));
      const some = () => Array.from({ length: routesEach }, () => routes[chance.below(routes.length)] as Route);
      for (const { login, tenant } of askers) {
        const token = await tokenOf(url, login);
        const foreign = idsOf(writers, (other) => other !== tenant);
        const asks = some().flatMap((route) =>
          foreign.map((id) => () => sameAsNobody(probed, route, components.schemas, token, id, login)),
        );
        const late = pause(patienceMs, 'late', { ref: false });
        if ((await Promise.race([wire.all(asks), late])) === 'late')
          throw new Violated({ invariant: 'I10', what: `${url} does not answer any more` });
      }
      await othersCursorsKeysAndHeaders(probed, url);
      say(`${wire.asked} requests about the other tenant`);
    } finally {
      wire.close();
    }
    const [first] = found;
    if (first !== undefined) throw new Violated({ invariant: 'I7', what: `${first} (${found.length} in all)` });
  },
};

/** The newest ticket and reply. */
function idsOf({ asked }: Writers, whose: (tenant: string) => boolean): string[] {
  const receipts = asked.flatMap(({ tenant, outcome }) =>
    whose(tenant) && outcome.kind === 'acknowledged' ? [outcome.receipt] : [],
  );
  const ids = [receipts.at(-1)?.id, receipts.findLast(({ replyId }) => replyId !== undefined)?.replyId];
  return ids.filter((id) => id !== undefined);
}

async function sameAsNobody(
  { wire, wrong, struck }: Probed,
  { name, method, path, body }: Route,
  schemas: Schemas,
  token: string,
  id: string,
  login: string,
): Promise<void> {
  const asked = (about: string): Ask => ({
    method,
    token,
    path: path.replaceAll(/\{\w+\}/g, about),
    headers: stale,
    ...(body && { body: JSON.stringify(sample(body.schema, schemas, () => undefined)), type: body.type }),
  });
  const [theirs, nobodys] = [await wire.ask(asked(id)), await wire.ask(asked(nobody))];
  struck.stack.leaks.inAnswer(login.includes('globex') ? 'globex' : 'acme', name, theirs.text);
  const judged = [theirs, nobodys].every(({ status }) => status < 500 && status !== 201);
  if (!judged) return; // away just now; or the id was free in the asker's own tenant, and is not any more
  if (comparable(withoutAsOf(theirs), id) !== comparable(withoutAsOf(nobodys), nobody))
    wrong(`${name} tells ${login} ${id} from a missing one: ${theirs.status} and ${nobodys.status}`);
}

async function othersCursorsKeysAndHeaders({ wire, wrong, struck }: Probed, url: string): Promise<void> {
  const [abe, gary] = [await tokenOf(url, 'abe@acme.test'), await tokenOf(url, 'gary@globex.test')];
  const list = '/v1/tickets?limit=1';
  const page = JSON.parse((await wire.ask({ method: 'GET', path: list, token: gary })).text) as { nextCursor?: string };
  const cursor = await wire.ask({ method: 'GET', path: `${list}&cursor=${page.nextCursor}`, token: abe });
  if (page.nextCursor && cursor.status !== 400) wrong(`another tenant's cursor is answered ${cursor.status}`);

  const key = `of-both-tenants-${struck.chance.below(1e9)}`; // a desk may be probed again, and then they are their own
  const open = (token: string): Ask => ({
    method: 'POST',
    path: '/v1/tickets',
    token,
    headers: { 'idempotency-key': key },
    body: '{"subject":"x","description":"x"}',
  });
  const [one, other] = [await wire.ask(open(gary)), await wire.ask(open(abe))];
  if (one.status === 201 && (other.status === 200 || other.headers['idempotency-replayed'] !== undefined))
    wrong(`another tenant's key is answered ${other.status}, replayed`);

  const [head = '', claims = '', signature = ''] = abe.split('.');
  const forged = Buffer.from(Buffer.from(claims, 'base64url').toString().replaceAll('acme', 'globex')).toString(
    'base64url',
  );
  for (const token of [
    `${head}.${forged}.${signature}`,
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged}.`,
  ]) {
    const { status } = await wire.ask({ method: 'GET', path: list, token });
    if (status !== 401) wrong(`a forged token is answered ${status}`);
  }
  const headers = {
    'x-tenant': 'globex',
    'x-tenant-id': 'globex',
    'x-forwarded-user': 'gary@globex.test',
    'x-role': 'admin',
  };
  const plain = await wire.ask({ method: 'GET', path: '/v1/me', token: abe });
  const dressed = await wire.ask({ method: 'GET', path: '/v1/me', token: abe, headers });
  if (plain.status === 200 && dressed.status === 200 && plain.text !== dressed.text)
    wrong('forged headers change who somebody is');
}

async function tokenOf(url: string, user: string): Promise<string> {
  const answer = await fetch(`${url}/v1/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  return ((await answer.json()) as { token: string }).token;
}
