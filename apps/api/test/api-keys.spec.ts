// Keys of programs: what they may, who has them, and how they end.
import { startStack, type Stack } from '../../../test/stack.js';
import { Browser } from './browser.js';
import { Client, fieldsOf, send, signIn, type Body } from './client.js';
import { EventStream } from './event-stream.js';

let stack: Stack;
let url: string;
let other: string;
let abe: Client;
let ada: Client;
let nora: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  [url = '', other = ''] = stack.urls;
  [abe, ada, nora] = [await signIn(url, 'abe'), await signIn(url, 'ada'), await signIn(url, 'nora@northwind.test')];
});
afterAll(() => stack.stop());

interface Made extends Body {
  readonly id: string;
  readonly key: string;
}
async function make(owner: Client, scopes: readonly string[], more: Body = {}): Promise<Made> {
  const { status, body } = await owner.post('/v1/api-keys', { name: 'Shop', scopes, ...more });
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Made;
}
const withKey = ({ key }: { key: string }, at = url): Client => new Client(at, key, '');
const directory = (tenant: string, change: (tx: Parameters<Parameters<typeof inTenant>[1]>[0]) => Promise<unknown>) =>
  inTenant(tenant, change);
const inTenant = (...[tenant, work]: Parameters<typeof stack.parts.database.inTenant>) =>
  stack.parts.database.inTenant(tenant, work);

describe('a key', () => {
  it('is told once and kept as a hash; lists tell it apart by both its ends [AUTH-03]', async () => {
    const made = await make(abe, ['read', 'reply'], { name: ' Web shop ' });
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      key: expect.stringMatching(new RegExp(`^ldk_acme_${made.id}_[0-9a-f]{64}$`)),
      prefix: `ldk_acme_${made.id}`,
      last4: made.key.slice(-4),
      name: 'Web shop',
      scopes: ['read', 'reply'],
      owner: { id: abe.userId, name: 'Abe' },
      createdAt: expect.stringMatching(/Z$/),
      expiresAt: null,
      lastUsedAt: null,
    });
    expect((await withKey(made).get('/v1/tickets')).status).toBe(200);
    const { key, ...shown } = made;
    const { items } = (await abe.get('/v1/api-keys')).body as { items: Body[] };
    expect(items[0]).toEqual({ ...shown, lastUsedAt: expect.stringMatching(/Z$/) });
    expect(JSON.stringify(items)).not.toContain(key.slice(-64));
    const rows = await inTenant('acme', (tx) => tx.selectFrom('directory.api_keys').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(key.slice(-64));
    expect(await stack.parts.database.db.selectFrom('directory.api_keys').selectAll().execute()).toEqual([]);
  });

  it('may do what its scopes say and its owner may, at every request (s1 defect 25) [AUTH-03]', async () => {
    const ticket = await abe.open();
    const reader = withKey(await make(abe, ['read']));
    expect((await reader.get(`/v1/tickets/${ticket.id}`)).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '/v1/tickets', { subject: 'x', description: 'x' }],
      ['POST', `/v1/tickets/${ticket.id}/replies`, { body: 'x' }],
      ['PUT', `/v1/tickets/${ticket.id}/priority`, { priority: 'high' }],
      ['POST', `/v1/tickets/${ticket.id}/close`, {}],
      ['PUT', `/v1/tickets/${ticket.id}/tags/x`, undefined],
    ] as const) {
      const answer = await reader.request(method, path, body);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const replier = withKey(await make(abe, ['read', 'reply']));
    expect((await replier.post(`/v1/tickets/${ticket.id}/replies`, { body: 'x' })).status).toBe(201);
    expect((await replier.post(`/v1/tickets/${ticket.id}/replies`, { body: 'x', visibility: 'internal' })).status).toBe(
      403,
    );
    expect((await replier.get('/v1/me')).body.capabilities).toEqual(['reply']);
    expect((await replier.get(`/v1/tickets/${ticket.id}`)).body.allowedActions).toEqual(['reply']);
  });

  it('sees no ticket at all without `read`, and can still open one', async () => {
    const ticket = await abe.open();
    const blind = withKey(await make(abe, ['create']));
    const opened = await blind.open();
    for (const { id } of [ticket, opened]) {
      expect((await blind.get(`/v1/tickets/${id}`)).body.code).toBe('ticket-not-found');
    }
    expect((await blind.ask('/v1/tickets', opened)).items).toEqual([]);
    const again = { subject: 'x', description: 'x' };
    const first = await blind.post('/v1/tickets', again, { 'idempotency-key': 'blind' });
    const second = await blind.post('/v1/tickets', again, { 'idempotency-key': 'blind' });
    expect([second.status, second.body.id]).toEqual([first.status, first.body.id]);
  });

  it('follows its owner: less when they may less, nothing when they are disabled [AUTH-04]', async () => {
    const stan = await signIn(url, 'stan');
    const key = withKey(await make(stan, ['read', 'note', 'reply']));
    const ticket = await abe.open();
    const note = () => key.post(`/v1/tickets/${ticket.id}/replies`, { body: 'x', visibility: 'internal' });
    const user = (set: { role?: string; disabled?: boolean }) =>
      directory('acme', (tx) =>
        tx.updateTable('directory.users').set(set).where('login', '=', 'stan@acme.test').execute(),
      );
    expect((await note()).status).toBe(201);
    await user({ role: 'user' });
    expect((await note()).status).toBe(404);
    expect((await key.get('/v1/me')).body).toMatchObject({ role: 'user', capabilities: ['reply'] });
    await user({ role: 'staff', disabled: true });
    expect((await key.get('/v1/me')).status).toBe(401);
    await user({ disabled: false });
    expect((await key.get('/v1/me')).status).toBe(200);
  });

  it('is refused in one way, whatever is wrong with it', async () => {
    const { id, key } = await make(abe, ['read']);
    const [expired, revoked] = [await make(abe, ['read'], { expiresAt: '2100-01-01' }), await make(abe, ['read'])];
    const set = { expires_at: new Date(Date.now() - 1000).toISOString() };
    await inTenant('acme', (tx) =>
      tx.updateTable('directory.api_keys').set(set).where('id', '=', expired.id).execute(),
    );
    expect((await abe.delete(`/v1/api-keys/${revoked.id}`)).status).toBe(204);
    const secret = key.slice(-64);
    const answers = await Promise.all(
      [
        expired.key,
        revoked.key,
        `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
        `ldk_acme_${'0'.repeat(16)}_${secret}`,
        `ldk_globex_${id}_${secret}`,
        `ldk_nowhere_${id}_${secret}`,
        `ldk_acme_${id}_`,
        'ldk_',
      ].map((text) => withKey({ key: text }).get('/v1/me')),
    );
    const { 'x-correlation-id': _id, date: _date, ...alike } = Object.fromEntries(answers[0]?.headers ?? []);
    for (const { status, headers, body } of answers) {
      expect([status, body]).toEqual([401, answers[0]?.body]);
      expect(Object.fromEntries(headers)).toMatchObject(alike);
    }
    expect(alike['www-authenticate']).toBe('Bearer realm="ledgerdesk", error="invalid_token"');
  });

  it('makes no keys and opens no session', async () => {
    const key = withKey(await make(ada, ['read', 'administer']));
    expect((await key.post('/v1/api-keys', { name: 'x', scopes: ['read'] })).status).toBe(403);
    expect((await key.get('/v1/api-keys')).status).toBe(403);
    expect((await key.get('/v1/session')).status).toBe(401);
    const { csrfToken } = (await (await browsing('abe@acme.test')).json()) as { csrfToken: string };
    expect(csrfToken).toBeDefined();
  });
  const browsing = (login: string) => new Browser(url).signIn(login);

  it('counts its uses once a minute', async () => {
    const made = await make(abe, ['read']);
    const used = async () => {
      const { items } = (await abe.get('/v1/api-keys')).body as { items: { id: string; lastUsedAt: string | null }[] };
      return items.find(({ id }) => id === made.id)?.lastUsedAt ?? null;
    };
    await withKey(made).get('/v1/me');
    const first = await used();
    await withKey(made, other).get('/v1/me');
    expect(await used()).toBe(first);
    const set = { last_used_at: new Date(Date.now() - 61_000).toISOString() };
    await inTenant('acme', (tx) => tx.updateTable('directory.api_keys').set(set).where('id', '=', made.id).execute());
    await withKey(made).get('/v1/me');
    expect(Date.parse((await used()) ?? '')).toBeGreaterThan(Date.parse(set.last_used_at));
  });
});

describe('a stream by key', () => {
  it('shows what the key may see, and ends with it on every API', async () => {
    const made = await make(abe, ['read']);
    const [stream, elsewhere] = [await EventStream.open(withKey(made)), await EventStream.open(withKey(made, other))];
    const blind = await EventStream.open(withKey(await make(abe, ['create'])));
    const ticket = await abe.open();
    for (const each of [stream, elsewhere]) await each.saw(`${ticket.id} opened`);
    expect(blind.changes).toEqual([]);
    expect(stream.ended).toBe(false); // narrower than its owner, and that is no change
    expect((await abe.at(other).delete(`/v1/api-keys/${made.id}`)).status).toBe(204);
    for (const each of [stream, elsewhere]) await each.until(() => each.ended);
    blind.close();
  });
});

describe('making keys', () => {
  it('takes known scopes and a time to come only', async () => {
    for (const [body, field] of [
      [{ name: 'x', scopes: ['everything'] }, 'scopes'],
      [{ name: 'x', scopes: [] }, 'scopes'],
      [{ name: 'x', scopes: ['read', 'read'] }, 'scopes'],
      [{ name: 'x' }, 'scopes'],
      [{ scopes: ['read'] }, 'name'],
      [{ name: 'x', scopes: ['read'], expiresAt: '2001-01-01' }, 'expiresAt'],
      [{ name: 'x', scopes: ['read'], role: 'admin' }, 'role'],
      [{ name: 'x', scopes: ['read'], userId: 'x' }, 'userId'],
    ] as const) {
      const answer = await ada.post('/v1/api-keys', body);
      expect([body, answer.status, fieldsOf(answer)]).toEqual([body, 400, [field]]);
    }
  });

  it('gives nobody more than they may do themselves', async () => {
    const more = await nora.post('/v1/api-keys', { name: 'x', scopes: ['read', 'note', 'delete'] });
    expect([more.status, fieldsOf(more)]).toEqual([403, ['scopes[1]', 'scopes[2]']]);
    expect((await nora.post('/v1/api-keys', { name: 'x', scopes: ['read', 'reply'] })).status).toBe(201);
    const audra = await signIn(url, 'audra');
    expect((await audra.post('/v1/api-keys', { name: 'x', scopes: ['read'] })).status).toBe(403);
    expect((await send(`${url}/v1/api-keys`)).status).toBe(401);
  });

  it('lets administrators make them for services, and revoke everybody’s', async () => {
    const service = (await signIn(url, 'billing-service')).userId;
    const made = await make(ada, ['read', 'create', 'create-for-other'], { userId: service });
    expect((await withKey(made).get('/v1/me')).body).toMatchObject({
      role: 'service',
      capabilities: ['create', 'create-for-other'],
    });
    expect((await abe.post('/v1/api-keys', { name: 'x', scopes: ['read'], userId: service })).status).toBe(403);
    const person = await ada.post('/v1/api-keys', { name: 'x', scopes: ['read'], userId: abe.userId });
    const nobody = await ada.post('/v1/api-keys', {
      name: 'x',
      scopes: ['read'],
      userId: '00000000-0000-4000-8000-000000000000',
    });
    expect([person.status, person.body]).toEqual([400, nobody.body]);

    const noras = await make(nora, ['read']);
    const hidden = await abe.delete(`/v1/api-keys/${noras.id}`);
    const missing = await abe.delete('/v1/api-keys/0000000000000000');
    expect([hidden.status, hidden.body]).toEqual([404, missing.body]);
    const gus = await signIn(url, 'gus@globex.test');
    expect((await gus.delete(`/v1/api-keys/${noras.id}`)).body).toEqual(missing.body);
    expect((await ada.delete(`/v1/api-keys/${noras.id}`)).status).toBe(204);
    expect((await withKey(noras, other).get('/v1/me')).status).toBe(401);
  });

  it('pages through them, each caller through their own', async () => {
    const amy = await signIn(url, 'amy');
    const made = [];
    for (let index = 0; index < 5; index += 1) made.unshift((await make(amy, ['read'])).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await amy.get(`/v1/api-keys?limit=2${query}`);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.nextCursor as string | null;
      if (cursor !== null) expect((await abe.get(`/v1/api-keys?cursor=${cursor}`)).body.code).toBe('bad-cursor');
    } while (cursor !== null);
    expect(seen).toEqual(made);
  });

  it('is written down in the directory’s journal, without the secret', async () => {
    const made = await make(abe, ['read', 'reply']);
    await ada.delete(`/v1/api-keys/${made.id}`);
    const told: unknown[] = [];
    for await (const event of stack.parts.ledger.load('directory-acme')) {
      const data = event.data as { id?: string };
      if (data.id === made.id) told.push([event.metadata.actor.id, data]);
    }
    const scopes = ['read', 'reply'];
    expect(told).toEqual([
      [
        abe.userId,
        {
          entity: 'api-key',
          id: made.id,
          change: 'created',
          fields: { owner: { to: abe.userId }, scopes: { to: scopes } },
        },
      ],
      [
        ada.userId,
        {
          entity: 'api-key',
          id: made.id,
          change: 'removed',
          fields: { owner: { from: abe.userId }, scopes: { from: scopes } },
        },
      ],
    ]);
  });
});
