// Links are seen from both sides, decided for the whole tenant, and hidden with the tickets they lead to.
import { startStack, type Stack } from '../../../test/stack.js';
import { signIn, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let abe: Client;
let amy: Client;
let nora: Client;
let dev: Client;

beforeAll(async () => {
  stack = await startStack({ apis: 2 });
  const [one = '', two = ''] = stack.urls;
  [abe, nora, dev] = [await signIn(one, 'abe'), await signIn(one, 'nora@northwind.test'), await signIn(one, 'dev')];
  amy = (await signIn(two, 'amy')).at(two);
});
afterAll(() => stack.stop());

const link = (who: Client, from: Ticket, type: string, target: string) =>
  who.post(`/v1/tickets/${from.id}/links`, { type, target });

it('answers the unchanged revision of the ticket in the path, and a position [LINK-01] [LINK-02]', async () => {
  const [one, two] = [await nora.open(), await nora.open()];
  await abe.act('POST', `/v1/tickets/${two.id}/resolve`);
  await abe.act('POST', `/v1/tickets/${two.id}/close`);
  for (const type of ['related_to', 'parent_of', 'caused_by', 'duplicate_of']) {
    const { status, body, headers } = await link(abe, one, type, two.number.toLowerCase());
    expect([type, status]).toEqual([type, 200]);
    expect(body).toMatchObject({ id: one.id, number: one.number, revision: '0' });
    expect(headers.get('etag')).toBe('"0"');
    expect(BigInt(String(body.position))).toBeGreaterThan(BigInt(two.position));
  }
});

it('refuses a link to itself, a repeated one from either side, and a circle [LINK-06] [LINK-07]', async () => {
  const [one, two, three] = [await nora.open(), await nora.open(), await nora.open()];
  const code = async (...asked: Parameters<typeof link>) => (await link(...asked)).body.code;
  expect(await code(abe, one, 'related_to', one.id)).toBe('link-to-self');
  expect((await link(abe, one, 'parent_of', two.id)).status).toBe(200);
  expect(await code(amy, one, 'parent_of', two.id)).toBe('link-exists');
  expect(await code(amy, two, 'child_of', one.id)).toBe('link-exists');
  expect((await link(amy, two, 'parent_of', three.id)).status).toBe(200);
  expect(await code(abe, three, 'parent_of', one.id)).toBe('link-cycle');
  const raced = await Promise.all([link(abe, one, 'causes', three.id), link(amy, three, 'caused_by', one.id)]);
  expect(raced.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});

it('shows both tickets each other, with number, subject and status [LINK-03] [LINK-10]', async () => {
  const [one, two] = [await nora.open({ subject: 'Parent' }), await nora.open({ subject: 'Child' })];
  const linked = (await link(abe, one, 'parent_of', two.id)).body as Ticket;
  expect((await nora.ask(`/v1/tickets/${one.id}/links`, linked)).items).toEqual([
    { type: 'parent_of', id: two.id, number: two.number, subject: 'Child', status: 'new' },
  ]);
  expect((await nora.ask(`/v1/tickets/${two.number}`, linked)).links).toEqual([
    { type: 'child_of', id: one.id, number: one.number, subject: 'Parent', status: 'new' },
  ]);
});

it('shows a link only to those who may see the other ticket [LINK-04]', async () => {
  const uma = await signIn(stack.urls[0] ?? '', 'uma');
  const [one, two] = [await nora.open(), await uma.open()];
  const linked = (await link(abe, one, 'related_to', two.id)).body as Ticket;
  expect((await nora.ask(`/v1/tickets/${one.id}`, linked)).links).toEqual([]);
  expect((await uma.ask(`/v1/tickets/${two.id}/links`, linked)).items).toEqual([]);
  expect((await abe.ask(`/v1/tickets/${two.id}/links`, linked)).items).toHaveLength(1);
});

it('takes a link away from either side, and nothing twice [LINK-03]', async () => {
  const [one, two] = [await nora.open(), await nora.open()];
  await link(abe, one, 'duplicate_of', two.id);
  const path = `/v1/tickets/${two.id}/links/duplicated_by/${one.number}`;
  expect((await amy.delete(path)).status).toBe(200);
  const before = await stack.parts.ledger.head();
  expect((await abe.delete(path)).status).toBe(200);
  expect(await stack.parts.ledger.head()).toBe(before);
  expect((await link(abe, one, 'duplicate_of', two.id)).status).toBe(200);
  expect((await abe.delete(`/v1/tickets/${two.id}/links/sibling_of/${one.id}`)).body).toMatchObject({
    errors: [{ field: 'type' }],
  });
});

it('answers hidden and missing targets the same, and lets only staff link [LINK-04] [LINK-05] [NENU-02]', async () => {
  const [one, two] = [await nora.open({ categoryId: 'technical' }), await nora.open()];
  const hidden = await link(dev, one, 'related_to', two.id);
  const byNumber = await link(dev, one, 'related_to', two.number);
  const missing = await link(dev, one, 'related_to', '6a1f0a39-0000-4000-8000-000000000000');
  expect(missing.body).toMatchObject({ status: 400, errors: [{ field: 'target', code: 'not-found' }] });
  expect([hidden.body, byNumber.body]).toEqual([missing.body, missing.body]);
  expect((await link(nora, one, 'related_to', two.id)).body.code).toBe('not-allowed');
});

it('has one effect per key, on any API', async () => {
  const [one, two] = [await nora.open(), await nora.open()];
  const headers = { 'Idempotency-Key': 'link' };
  const body = { type: 'related_to', target: two.id };
  const first = await abe.post(`/v1/tickets/${one.id}/links`, body, headers);
  const again = await abe.at(amy.url).post(`/v1/tickets/${one.id}/links`, body, headers);
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const other = await abe.post(`/v1/tickets/${one.id}/links`, { ...body, type: 'causes' }, headers);
  expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
});

it('resolves all open children, tells of each, and redoes nothing [LINK-08]', async () => {
  const parent = await nora.open();
  const children = [await nora.open(), await nora.open(), await nora.open()];
  for (const child of children) await link(abe, parent, 'parent_of', child.id);
  await abe.act('POST', `/v1/tickets/${children[1]?.id}/resolve`, { notes: 'By itself' });
  const headers = { 'Idempotency-Key': 'children' };
  const path = `/v1/tickets/${parent.id}/resolve-children`;
  const { status, body } = await abe.post(path, { notes: 'All done' }, headers);
  expect(status).toBe(200);
  expect(body.results).toEqual([
    { id: children[0]?.id, number: children[0]?.number, ok: true, revision: '1' },
    { id: children[1]?.id, number: children[1]?.number, ok: true, unchanged: true, revision: '1' },
    { id: children[2]?.id, number: children[2]?.number, ok: true, revision: '1' },
  ]);
  const shown = await nora.ask(`/v1/tickets/${children[2]?.id}`, body as Ticket);
  expect(shown).toMatchObject({ state: 'resolved', resolution: { notes: 'All done' } });
  const again = await abe.at(amy.url).post(path, { notes: 'All done' }, headers);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((again.body.results as Body[]).map(({ revision }) => revision)).toEqual(['1', '1', '1']);
  expect((await nora.post(path)).body.code).toBe('not-allowed');
});
