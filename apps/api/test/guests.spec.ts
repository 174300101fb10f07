// People without an account: they open a ticket, a link that is mailed to them opens that one ticket, and an account they
// get later takes it over.
import { startStack, type Stack } from '../../../test/stack.js';
import { limitsOf } from '../src/limits/limits.js';
import { fieldsOf, send, signIn, type Answer, type Body, type Client } from './client.js';

let stack: Stack;
let url = '';
let abe: Client;
let uma: Client;
let nina: Client;

const guest = (categoryId: string | undefined = 'technical') => ({
  name: 'Gail Guest',
  email: 'gail@home.test',
  subject: 'Cannot sign up',
  description: 'The page stays white',
  categoryId,
});
const post = (path: string, body: unknown, headers: Record<string, string> = {}, at = url): Promise<Answer> =>
  send(`${at}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const submit = async (more: Body = {}, headers?: Record<string, string>): Promise<string> => {
  const { status, body } = await post('/v1/guest/tickets', { ...guest(), ...more }, headers);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.number);
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const mailed = async (number: string): Promise<string[]> => {
  const { body } = await send(`${url}/v1/dev/guest-links?number=${number}`);
  return (body.items as { token: string }[]).map(({ token }) => token);
};
const linkTo = async (number: string): Promise<string> => (await mailed(number)).at(-1) ?? '';
const look = (token: string, query = '') => send(`${url}/v1/guest/ticket${query}`, { headers: bearer(token) });
const reply = (token: string, body: string, headers = {}) =>
  post('/v1/guest/ticket/replies', { body }, { ...bearer(token), ...headers });
/** As support finds it, by its number. */
const seen = (number: string): Promise<Body> => abe.ask(`/v1/tickets/${number}`);
const head = () => stack.parts.ledger.head();
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came to that');
};

const open = { enabled: true, accessLink: 'P7D' };
const policy = (patch: Body) => stack.amendPolicy('acme', patch as Parameters<Stack['amendPolicy']>[1]);

beforeAll(async () => {
  stack = await startStack();
  [url = ''] = stack.urls;
  [abe, uma, nina] = [await signIn(url, 'abe'), await signIn(url, 'uma'), await signIn(url, 'nina@northwind.test')];
});
afterAll(() => stack.stop());

describe('switched off', () => {
  it('is how it begins: no route for guests is there [GUST-01]', async () => {
    const [nothing, ...answers] = await Promise.all([
      post('/v1/nothing', {}),
      post('/v1/guest/tickets', guest()),
      post('/v1/guest/tickets', 'no form'),
      post('/v1/guest/access-link', { email: 'gail@home.test', number: 'TICK-1001' }),
      look('ldg_x'),
      reply('ldg_x', 'Hello'),
      uma.post('/v1/guest/claim'),
      send(`${url}/v1/dev/guest-links?number=TICK-1001`),
    ]);
    for (const { status, body } of answers) expect([status, body]).toEqual([404, nothing?.body]);
  });
});

describe('a guest', () => {
  beforeAll(() => policy({ guest: open }));

  it('gets a tracking number, and support sees who asks [GUST-02] [GUST-04]', async () => {
    const answer = await post('/v1/guest/tickets', { ...guest(), phone: ' +49 30 1 ' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ number: expect.stringMatching(/^TICK-\d+$/) as string, accessLink: true });
    expect(answer.headers.get('location')).toBeNull();
    const requester = { name: 'Gail Guest', email: 'gail@home.test', phone: '+49 30 1' };
    const ticket = await seen(String(answer.body.number));
    expect(ticket).toMatchObject({ requester, status: 'new', category: { id: 'technical' }, recipients: [] });
    const { items } = await abe.ask('/v1/tickets?q=gail@home', { position: String(await head()) });
    expect(items).toContainEqual(
      expect.objectContaining({
        id: ticket.id,
        requester: { ...requester, id: ticket.requester && (ticket.requester as Body).id },
      }),
    );
    const dev = await signIn(url, 'dev');
    expect((await dev.ask(`/v1/tickets/${String(ticket.id)}`)).requester).toMatchObject({ name: 'Gail Guest' });
    expect((await nina.get(`/v1/tickets/${String(ticket.id)}`)).status).toBe(404);
  });

  it('says all that is required, each by its name [GUST-02]', async () => {
    const { website: _none, ...form } = { ...guest(), website: '' };
    for (const field of ['name', 'email', 'subject', 'description', 'categoryId'] as const) {
      for (const value of [undefined, '', ' ']) {
        const answer = await post('/v1/guest/tickets', { ...form, [field]: value });
        expect([field, answer.status, fieldsOf(answer)]).toEqual([field, 400, [field]]);
      }
    }
    expect(fieldsOf(await post('/v1/guest/tickets', {})).sort()).toEqual(
      ['name', 'email', 'subject', 'description', 'categoryId'].sort(),
    );
    for (const [field, value] of [
      ['email', 'gail'],
      ['email', 'gail@home.test\r\nBcc: all@home.test'],
      ['name', 'Gail\r\nBcc: all@home.test'],
      ['categoryId', 'lost'],
      ['tags', ['vip']],
      ['attachmentUrls', ['https://x.test/a.png']],
      ['requesterId', uma.userId],
    ] as const) {
      const answer = await post('/v1/guest/tickets', { ...form, [field]: value });
      expect([field, answer.status, fieldsOf(answer)]).toEqual([field, 400, [field]]);
    }
  });

  it('cannot choose type, item or priority, whatever is posted [GUST-03] [INTK-12]', async () => {
    const number = await submit({ typeId: 'x', itemId: ['y'], priority: { level: 'critical' } });
    expect(await seen(number)).toMatchObject({ priority: 'medium', type: null, item: null });
  });

  it('fills in fields of the category in use, and no deeper [CFLD-09] [CATG-05]', async () => {
    const entry = (id: string, active = true) => ({ id, name: id, order: 1, active });
    const field = (id: string, typeId?: string) => ({
      ...entry(id),
      type: 'text',
      options: [],
      filterable: false,
      on: [{ categoryId: 'hardware', ...(typeId && { typeId }), visibleOnNew: true, requiredOnNew: !typeId, order: 1 }],
    });
    const before = (await stack.parts.policies.get('acme')).classification.categories;
    await policy({
      classification: {
        categories: [
          ...before,
          { ...entry('hardware'), types: [{ ...entry('printer'), items: [] }] },
          { ...entry('fax', false), types: [] },
        ],
      },
      customFields: [field('serial'), field('pages', 'printer')],
    });
    const asked = (customFields: Body, categoryId = 'hardware') =>
      post('/v1/guest/tickets', { ...guest(categoryId), typeId: 'printer', customFields });
    const { body } = await asked({ serial: 'S-1', pages: '3' });
    expect((await seen(String(body.number))).customFields).toEqual({ serial: 'S-1' });
    expect(fieldsOf(await asked({}))).toEqual(['customFields.serial']);
    expect(fieldsOf(await asked({ serial: 'S-1' }, 'fax'))).toEqual(['categoryId']);
  });

  it('gives a phone number where the policy asks for one [GUST-02]', async () => {
    await policy({ guest: { requiresPhone: true } });
    expect(fieldsOf(await post('/v1/guest/tickets', guest()))).toEqual(['phone']);
    await submit({ phone: '030 1' });
    await policy({ guest: { requiresPhone: false } });
  });

  it('is told the same when the field that people do not see is filled, and nothing is made [GUST-08]', async () => {
    await submit();
    const before = await head();
    const answer = await post('/v1/guest/tickets', { ...guest(), website: 'https://buy.test' });
    expect(answer).toMatchObject({ status: 201, body: { number: expect.stringMatching(/^TICK-\d+$/) as string } });
    expect(await head()).toBe(before);
    const real = await post('/v1/guest/tickets', { ...guest(), website: '' });
    expect(Object.keys(answer.body)).toEqual(Object.keys(real.body));
    expect([...answer.headers.keys()].sort()).toEqual([...real.headers.keys()].sort());
  });

  it('sends the form twice with one key, and has one ticket; another guest with that key has another', async () => {
    const key = { 'Idempotency-Key': 'form-1' };
    const first = await post('/v1/guest/tickets', guest(), key);
    const again = await post('/v1/guest/tickets', guest(), key);
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
    expect((await post('/v1/guest/tickets', { ...guest(), subject: 'Else' }, key)).body.code).toBe(
      'idempotency-key-reused',
    );
    const other = await post('/v1/guest/tickets', { ...guest(), email: 'gus@home.test' }, key);
    expect(other.status).toBe(201);
    expect(other.body.number).not.toBe(first.body.number);
  });

  it('is known to the log only sealed, and forgotten with the ticket [NENU-09]', async () => {
    const number = await submit({ name: 'Xaverine', email: 'xaverine@home.test', phone: '0815' });
    const { id } = await seen(number);
    const stored = async () => {
      let text = '';
      for await (const { data, metadata } of stack.parts.ledger.loadRaw(`ticket-acme.${String(id)}`))
        text += JSON.stringify([data, metadata], (_, value: unknown) =>
          typeof value === 'bigint' ? `${value}` : value,
        );
      return text;
    };
    expect(await stored()).toContain('$sealed');
    for (const secret of ['Xaverine', 'xaverine', '0815', await linkTo(number)])
      expect(await stored()).not.toContain(secret);
    const sue = await signIn(url, 'sue');
    const deleted = await sue.act('DELETE', `/v1/tickets/${String(id)}?reason=asked`);
    expect((await abe.ask('/v1/tickets?q=xaverine', deleted)).items).toEqual([]);
    let events = '';
    for await (const { data } of stack.parts.ledger.load(`ticket-acme.${String(id)}`)) events += JSON.stringify(data);
    expect(events).toContain('"name":"[erased]"');
  });
});

describe('a link', () => {
  beforeAll(() => policy({ guest: open }));

  it('shows what was asked, where it stands and what was said in public, and nothing else [GUST-06] [RPLY-04] [RPLY-06]', async () => {
    const number = await submit();
    const { id } = await seen(number);
    const path = `/v1/tickets/${String(id)}`;
    await abe.act('POST', `${path}/replies`, { body: 'We are looking' });
    await abe.act('POST', `${path}/replies`, { body: 'A secret', visibility: 'internal' });
    const gone = await abe.act('POST', `${path}/replies`, { body: 'A mistake' });
    await abe.act('DELETE', `${path}/replies/${String(gone.replyId)}`);
    await abe.act('PUT', `${path}/tags/hidden-tag`);
    await abe.act('PUT', `${path}/assignee`, { userId: abe.userId });
    const { position } = await abe.act('PUT', `${path}/status`, { status: 'waiting', reason: 'a hidden reason' });
    const { status, body } = await look(await linkTo(number), `?after=${position}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      number,
      subject: 'Cannot sign up',
      description: 'The page stays white',
      status: { id: 'waiting', name: 'Waiting' },
      state: 'waiting',
      mayReply: true,
      thread: {
        items: [
          {
            kind: 'status',
            actor: { name: 'Gail Guest', side: 'requester' },
            from: null,
            to: { id: 'new', name: 'New' },
          },
          { kind: 'reply', actor: { name: 'Abe', side: 'support' }, body: 'We are looking' },
          {
            kind: 'status',
            actor: { name: 'Abe', side: 'support' },
            from: { id: 'new', name: 'New' },
            to: { id: 'waiting', name: 'Waiting' },
          },
        ].map((entry) => ({ ...entry, id: expect.any(String) as string, at: expect.any(String) as string })),
        nextCursor: null,
      },
      expiresAt: expect.any(String) as string,
      asOf: expect.any(Object) as object,
    });
    const text = JSON.stringify(body);
    for (const secret of ['secret', 'mistake', 'hidden', abe.userId, 'agent']) expect(text).not.toContain(secret);
    const first = await look(await linkTo(number), '?limit=2');
    const { nextCursor, items } = first.body.thread as { nextCursor: string; items: unknown[] };
    expect(items).toHaveLength(2);
    const rest = await look(await linkTo(number), `?limit=2&cursor=${encodeURIComponent(nextCursor)}`);
    expect((rest.body.thread as { items: unknown[] }).items).toHaveLength(1);
    expect((await look(await linkTo(number), '?q=x')).status).toBe(400);
  });

  it('takes replies, by the same rules as anybody’s: waiting goes on, resolved comes back inside the window [RPLY-06] [REOP-01]', async () => {
    const number = await submit();
    const token = await linkTo(number);
    const { id } = await seen(number);
    const path = `/v1/tickets/${String(id)}`;
    await abe.act('POST', `${path}/wait`);
    const answer = await reply(token, 'Here it is');
    expect(answer).toMatchObject({ status: 201, body: { number, state: 'in_progress' } });
    await abe.act('POST', `${path}/resolve`, {});
    expect((await reply(token, 'Not yet')).body).toMatchObject({ state: 'new' });
    const { items } = await abe.ask(`${path}/thread`);
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: 'reply',
        actor: expect.objectContaining({ name: 'Gail Guest', role: 'guest' }) as object,
      }),
    );
    await abe.act('POST', `${path}/resolve`, {});
    const closed = await abe.act('POST', `${path}/close`, {});
    expect((await reply(token, 'And now?')).body).toMatchObject({ status: 409, code: 'ticket-closed' });
    expect((await look(token, `?after=${closed.position}`)).body).toMatchObject({ state: 'closed', mayReply: false });
  });

  it('takes a reply once for one key, and refuses what is no reply', async () => {
    const token = await linkTo(await submit());
    const key = { 'Idempotency-Key': 'r-1' };
    const first = await reply(token, 'Once', key);
    const again = await reply(token, 'Once', key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await reply(token, 'Twice', key)).status).toBe(422);
    expect(fieldsOf(await reply(token, ' '))).toEqual(['body']);
    const internal = await post('/v1/guest/ticket/replies', { body: 'x', visibility: 'internal' }, bearer(token));
    expect([internal.status, fieldsOf(internal)]).toEqual([400, ['visibility']]);
  });

  it('opens one ticket: no other, and no other route [SCOP-01]', async () => {
    const [one, two] = [await submit(), await submit({ subject: 'Another' })];
    const token = await linkTo(one);
    expect((await look(token)).body).toMatchObject({ number: one });
    const { id } = await seen(two);
    for (const path of [
      '/v1/tickets',
      `/v1/tickets/${String(id)}`,
      '/v1/me',
      '/v1/counts',
      '/v1/categories',
      '/v1/stream',
    ]) {
      expect([path, (await send(`${url}${path}`, { headers: bearer(token) })).status]).toEqual([path, 401]);
    }
    expect((await post('/v1/tickets', { subject: 'x', description: 'y' }, bearer(token))).status).toBe(401);
    expect((await post('/v1/guest/claim', {}, bearer(token))).status).toBe(401);
    expect((await look(abe.token)).status).toBe(401);
  });

  it('that is wrong, foreign or over is refused in one way [GUST-05]', async () => {
    const number = await submit();
    const token = await linkTo(number);
    const { links } = await linksOf(number);
    const foreign = new (await import('#write-side')).GuestLinks(stack.parts.ledger, stack.parts.settings.vaultKey);
    const ids = { ticketId: links.ticketId, linkId: links.id };
    expect(foreign.tokenOf({ tenant: 'acme', ...ids })).toBe(token);
    const end = token.at(-1) === 'A' ? 'B' : 'A';
    const wrong = [
      'ldg_',
      `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`,
      `${token.slice(0, -2)}${end}${token.slice(-1)}`,
      foreign.tokenOf({ tenant: 'globex', ...ids }),
      foreign.tokenOf({ tenant: 'acme', ...ids, linkId: '00000000-0000-4000-8000-000000000000' }),
      foreign.tokenOf({ tenant: 'acme', ...ids, ticketId: '00000000-0000-4000-8000-000000000000' }),
    ];
    const answers = await Promise.all([...wrong.map((one) => look(one)), send(`${url}/v1/guest/ticket`)]);
    for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]?.body]);
    // Links of a second are over after it.
    await policy({ guest: { accessLink: 'PT1S' } });
    const short = await linkTo(await submit());
    await until(async () => (await look(short)).status === 401);
    expect((await look(short)).body).toEqual(answers[0]?.body);
    expect((await reply(short, 'Late')).status).toBe(401);
    await policy({ guest: { accessLink: 'P7D' } });
    expect((await look(token)).status).toBe(200);
  });

  const linksOf = async (number: string) => {
    const { id } = await seen(number);
    let links = { ticketId: String(id), id: '' };
    for await (const event of stack.parts.ledger.load(`ticket-acme.${String(id)}`)) {
      if (event.type === 'GuestLinkIssued') links = { ...links, id: event.data.linkId };
    }
    return { links };
  };

  it('is mailed anew to whoever knows address and number; others are answered the same, and nothing is made [GUST-05] [NENU-01]', async () => {
    const number = await submit();
    const first = await linkTo(number);
    const ask = (email: string, which: string) => post('/v1/guest/access-link', { email, number: which });
    const before = await head();
    const wrong = [
      await ask('gus@home.test', number),
      await ask('gail@home.test', 'TICK-999999'),
      await ask('gail@home.test', (await nina.open()).number),
    ];
    const right = await ask('Gail@Home.TEST', number.toLowerCase());
    const shape = ({ status, body, headers }: Answer) => [status, body, [...headers.keys()].sort()];
    for (const answer of wrong) expect(shape(answer)).toEqual(shape(right));
    expect(right).toMatchObject({ status: 202, body: { status: 'accepted' } });
    await until(async () => (await mailed(number)).length === 2);
    // One ticket of nina's, one link: the wrong pairs left nothing behind.
    const made: string[] = [];
    for await (const { events } of stack.parts.ledger.readAll({ after: before }))
      made.push(...events.map(({ type }) => type));
    expect(made.filter((type) => type !== 'NumbersReserved').sort()).toEqual(['GuestLinkIssued', 'TicketOpened']);
    const tokens = await mailed(number);
    expect(tokens[0]).toBe(first);
    for (const token of tokens) expect((await look(token)).status).toBe(200);
    expect(fieldsOf(await post('/v1/guest/access-link', { email: 'x' })).sort()).toEqual(['email', 'number']);
  });

  it('is not made where the policy has none: the number is all there is [GUST-05]', async () => {
    const number = await submit();
    const token = await linkTo(number);
    await policy({ guest: { accessLink: null } });
    expect((await post('/v1/guest/tickets', guest())).body).toMatchObject({ accessLink: false });
    expect((await look(token)).status).toBe(404);
    expect((await post('/v1/guest/access-link', { email: 'gail@home.test', number })).status).toBe(404);
    await policy({ guest: open });
    expect((await look(token)).status).toBe(200);
  });
});

describe('a claim', () => {
  beforeAll(() => policy({ guest: open }));

  it('takes over what was opened with the caller’s verified address: lists, counts and links follow [GUST-07]', async () => {
    const before = (await uma.ask('/v1/counts')).views as Record<string, number>;
    const [one, two] = [await submit({ email: 'Uma@Acme.test' }), await submit({ email: 'uma@acme.test' })];
    const tokens = [await linkTo(one), await linkTo(two)];
    expect((await uma.get(`/v1/tickets/${one}`)).status).toBe(404);
    const { status, body } = await uma.post('/v1/guest/claim', {}, { 'Idempotency-Key': 'c-1' });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { number: one, ok: true },
      { number: two, ok: true },
    ]);
    const claimed = { position: String(body.position) };
    expect(await uma.ask(`/v1/tickets/${one}`, claimed)).toMatchObject({
      requester: { id: uma.userId, name: 'Uma' },
      recipients: [{ id: uma.userId }],
    });
    expect((await seen(one)).requester).toEqual({ id: uma.userId, name: 'Uma', email: 'uma@acme.test' });
    const after = (await uma.ask('/v1/counts', claimed)).views as Record<string, number>;
    expect([after.all, after.mine]).toEqual([Number(before.all) + 2, Number(before.mine) + 2]);
    for (const token of tokens) {
      expect((await look(token)).status).toBe(401);
      expect((await reply(token, 'Still me')).status).toBe(401);
    }
    const again = await uma.post('/v1/guest/claim', {}, { 'Idempotency-Key': 'c-1' });
    expect(again.body.results).toEqual(body.results);
    expect((await uma.post('/v1/guest/claim')).body.results).toMatchObject([{ unchanged: true }, { unchanged: true }]);
    expect((await post('/v1/guest/access-link', { email: 'uma@acme.test', number: one })).status).toBe(202);
    expect((await nina.post('/v1/guest/claim')).body).toEqual({ results: [], position: null });
  });

  it('takes a ticket into the organisation, badges included [GUST-07]', async () => {
    const nora = await signIn(url, 'nora@northwind.test');
    const before = await nora.ask('/v1/badges');
    const number = await submit({ email: 'nora@northwind.test' });
    const { body } = await nora.post('/v1/guest/claim');
    const claimed = { position: String(body.position) };
    expect(await nina.ask(`/v1/tickets/${number}`, claimed)).toMatchObject({ client: { id: 'northwind' } });
    expect((await nora.ask('/v1/badges', claimed)).open).toBe(Number(before.open) + 1);
    const { items } = await abe.ask(`/v1/tickets/${number}/thread`, claimed);
    expect(items).toContainEqual(expect.objectContaining({ kind: 'change', field: 'requester', to: nora.userId }));
  });

  it('is for verified addresses and for those who have tickets', async () => {
    const audra = await signIn(url, 'audra');
    expect((await audra.post('/v1/guest/claim')).body).toMatchObject({ status: 403, code: 'not-allowed' });
    await submit({ email: 'nate@northwind.test' });
    const nate = await signIn(url, 'nate@northwind.test');
    const verify = (verified: boolean) =>
      stack.parts.database.inTenant('acme', (tx) =>
        tx.updateTable('directory.users').set({ verified }).where('id', '=', nate.userId).execute(),
      );
    await verify(false);
    expect((await nate.post('/v1/guest/claim')).body).toMatchObject({ status: 403, code: 'email-not-verified' });
    await verify(true);
    expect((await nate.post('/v1/guest/claim')).body.results).toHaveLength(1);
    expect((await send(`${url}/v1/guest/claim`, { method: 'POST' })).status).toBe(401);
  });
});

describe('limits', () => {
  let small: Stack;
  beforeAll(async () => {
    const requestsPerMinute = { ...limitsOf(() => 1_000), guest: 4, 'access-link': 2 };
    small = await startStack({
      settings: {
        requestsPerMinute,
        trustedProxies: ['127.0.0.1'],
        guestTenants: new Map([['help.acme.test', 'acme']]),
      },
    });
    await small.amendPolicy('acme', { guest: open });
  });
  afterAll(() => small.stop());
  const at = (path: string, body: unknown, ip: string, host = 'help.acme.test') =>
    post(path, body, { 'x-forwarded-for': ip, 'x-forwarded-host': host }, small.urls[0]);

  it('bind each address and each e-mail address, wrong pairs like right ones [GUST-08] [NENU-06]', async () => {
    const codes = [];
    for (let n = 0; n < 5; n += 1) {
      codes.push((await at('/v1/guest/tickets', { ...guest(), email: `g${n}@home.test` }, '10.0.0.1')).status);
    }
    expect(codes).toEqual([201, 201, 201, 201, 429]);
    const mails = [];
    for (let n = 0; n < 5; n += 1) mails.push((await at('/v1/guest/tickets', guest(), `10.0.1.${n}`)).status);
    expect(mails).toEqual([201, 201, 201, 201, 429]);
    const links = [];
    for (let n = 0; n < 3; n += 1) {
      const { status, headers } = await at(
        '/v1/guest/access-link',
        { email: 'gail@home.test', number: `TICK-${n}` },
        `10.0.2.${n}`,
      );
      links.push([status, headers.has('retry-after')]);
    }
    expect(links).toEqual([
      [202, false],
      [202, false],
      [429, true],
    ]);
  });

  it('know the tenant by the host: another host has no guests [GUST-01]', async () => {
    expect((await at('/v1/guest/tickets', guest(), '10.0.3.1', 'other.test')).status).toBe(404);
  });
});
