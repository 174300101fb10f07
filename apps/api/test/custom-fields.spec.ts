// Custom fields and categories from definition to filter: what is asked for, who is shown what, and what finds tickets.
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsFor } from './catalogue-entries.js';
import { signIn, type Answer, type Body, type Client, type Ticket } from './client.js';

let stack: Stack;
let ada: Client;
let abe: Client;
let nora: Client;
let cora: Client;
let audra: Client;

const { categories, customFields } = fieldsFor();
const classified = { categoryId: 'hardware', typeId: 'printer', itemId: 'tray' };

beforeAll(async () => {
  stack = await startStack();
  const [api] = stack.urls as [string];
  [ada, abe, nora, cora, audra] = (await Promise.all(
    ['ada', 'abe', 'nora@northwind.test', 'cora@contoso.test', 'audra'].map((name) => signIn(api, name)),
  )) as [Client, Client, Client, Client, Client];
  await patch({ classification: { categories }, customFields });
});
afterAll(() => stack?.stop());

async function patch(change: Body): Promise<void> {
  const { status, body } = await ada.patch('/v1/policy', change);
  if (status !== 200) throw new Error(JSON.stringify(body));
}
const opening = (client: Client, more: Body): Promise<Answer> =>
  client.post('/v1/tickets', { subject: 'Printer', description: 'It burns', ...more });
const flaws = ({ status, body }: Answer) => [
  status,
  ((body.errors ?? []) as { field: string; code: string }[]).map(({ field, code }) => [field, code]),
];
const serial = (value: unknown) => ({ customFields: { serial: value, pages: 1 } });
const fieldsOfTicket = async (client: Client, ticket: Ticket) =>
  (await client.ask(`/v1/tickets/${ticket.id}`, ticket)).customFields;
const resolved = async (client: Client, query: string) =>
  ((await client.ask(`/v1/custom-fields/resolved?${query}`)) as { items: { id: string }[] }).items.map(({ id }) => id);

describe('on a new ticket', () => {
  it('are those of category, type and item, in this order, as deep as the role is shown [CFLD-04] [CFLD-09] [CFLD-11] [INTK-16]', async () => {
    const all = 'categoryId=hardware&typeId=printer&itemId=tray';
    expect(await resolved(abe, all)).toEqual(['serial', 'colour', 'pages', 'size']);
    expect(await resolved(nora, all)).toEqual(['serial', 'colour', 'pages']);
    expect(await resolved(nora, 'categoryId=hardware')).toEqual(['serial']);
    expect(await resolved(nora, 'categoryId=software')).toEqual(['both', 'licence']);
  });

  it('are enforced by the server where they are required and shown [CFLD-05] [INTK-16]', async () => {
    expect(flaws(await opening(nora, { categoryId: 'hardware' }))).toEqual([
      400,
      [['customFields.serial', 'required']],
    ]);
    expect(flaws(await opening(nora, { categoryId: 'hardware', customFields: { serial: ' ' } }))).toEqual([
      400,
      [['customFields.serial', 'required']],
    ]);
    expect(flaws(await opening(nora, { ...classified, customFields: { serial: 'A' } }))).toEqual([
      400,
      [['customFields.pages', 'required']],
    ]);
    expect((await opening(nora, { categoryId: 'software' })).status).toBe(201);
  });

  // One row for each way to be wrong: its own code, and the field that is.
  it.each<[string, Body, string, string]>([
    ['a number that is none', { customFields: { serial: 'A', pages: 'many' } }, 'customFields.pages', 'not-a-number'],
    ['no option', { customFields: { serial: 'A', pages: 1, colour: 'mauve' } }, 'customFields.colour', 'not-an-option'],
    ['a field of deeper levels', { customFields: { serial: 'A', size: 'A4' } }, 'customFields.size', 'unknown-field'],
    ['no field at all', { customFields: { serial: 'A', nothing: '1' } }, 'customFields.nothing', 'unknown-field'],
    ['a type of another category', { categoryId: 'software' }, 'typeId', 'wrong-parent'],
    ['an archived type', { typeId: 'fax', itemId: null }, 'typeId', 'wrong-parent'],
    ['an item of another type', { typeId: 'screen' }, 'itemId', 'wrong-parent'],
    ['an archived category', { categoryId: 'legacy', typeId: null, itemId: null }, 'categoryId', 'not-found'],
    ['no category', { categoryId: 'nothing', typeId: null, itemId: null }, 'categoryId', 'not-found'],
    ['a type without category', { categoryId: null, itemId: null }, 'typeId', 'wrong-parent'],
    ['an unknown kind of reference', { references: [{ kind: 'fax', id: '1' }] }, 'references[0].kind', 'unknown-kind'],
  ])('refuses %s [CFLD-07] [CATG-04]', async (_, change, field, code) => {
    expect(flaws(await opening(nora, { ...classified, ...change }))).toEqual([400, [[field, code]]]);
  });

  it('takes archived entries of the desk only [CATG-05] [CATG-06]', async () => {
    expect((await opening(abe, { categoryId: 'legacy' })).status).toBe(201);
    const shown = async (client: Client) =>
      ((await client.ask('/v1/categories')) as { items: { id: string; types: { id: string }[] }[] }).items.flatMap(
        ({ id, types }) => [id, ...types.map((type) => `${id}/${type.id}`)],
      );
    expect(await shown(nora)).toEqual(['hardware', 'hardware/printer', 'hardware/screen', 'software']);
    expect(await shown(abe)).toEqual([
      'legacy',
      'hardware',
      'hardware/fax',
      'hardware/printer',
      'hardware/screen',
      'software',
    ]);
  });
});

describe('a classification', () => {
  it('is made, named and put in order by admins; tickets show the new name [CATG-02] [CATG-07]', async () => {
    const ticket = await nora.open({ categoryId: 'software' });
    const [software, ...others] = categories;
    const mine = { id: 'mine', name: 'Mine', order: 0, active: true, types: [] };
    const renamed = { ...software, name: 'Programs', order: 9 };
    expect((await abe.patch('/v1/policy', { classification: { categories: [] } })).status).toBe(403);
    await patch({ classification: { categories: [renamed, ...others, mine] } });
    const { items } = (await nora.ask('/v1/categories')) as { items: { id: string; name: string }[] };
    expect(items.map(({ name }) => name)).toEqual(['Mine', 'hardware', 'Programs']);
    expect((await nora.ask(`/v1/tickets/${ticket.id}`, ticket)).category).toEqual({ id: 'software', name: 'Programs' });
    await patch({ classification: { categories } });
  });

  it.each<[string, Body, string]>([
    [
      'two categories of a name',
      { classification: { categories: [...categories, { ...categories[0], id: 'x' }] } },
      'categories[3]',
    ],
    ['two fields of a name', { customFields: [...customFields, { ...customFields[0], id: 'x' }] }, 'customFields[7]'],
    ['a type that fields know not', { customFields: [{ ...customFields[0], type: 'date' }] }, 'customFields[0].type'],
  ])('is refused with %s [CATG-01] [CFLD-01] [CFLD-02]', async (_, change, field) => {
    const { status, body } = await ada.patch('/v1/policy', change);
    expect([status, body.code]).toEqual([422, 'policy-invalid']);
    expect((body.errors as { field: string }[])[0]?.field).toContain(field);
  });
});

describe('of a ticket', () => {
  let ticket: Ticket;
  beforeAll(async () => {
    ticket = await abe.open({
      clientId: 'northwind',
      requesterId: nora.userId,
      ...classified,
      customFields: { serial: 'SN-1', pages: '40', colour: 'red', size: 'A4' },
    });
  });

  it('are read as deep as the role is shown [CFLD-09] [CFLD-06]', async () => {
    const all = { serial: 'SN-1', pages: 40, colour: 'red', size: 'A4' };
    expect(await fieldsOfTicket(abe, ticket)).toEqual(all);
    expect(await fieldsOfTicket(audra, ticket)).toEqual(all);
    expect(await fieldsOfTicket(nora, ticket)).toEqual({ serial: 'SN-1', pages: 40, colour: 'red' });
  });

  it('leave no trace of deeper levels in the thread of a customer [CFLD-09]', async () => {
    const changed = await abe.act('PUT', `/v1/tickets/${ticket.id}/custom-fields`, { values: { size: 'A3' } });
    const fields = async (client: Client) =>
      ((await client.ask(`/v1/tickets/${ticket.id}/thread`, changed)) as { items: { field?: string }[] }).items.flatMap(
        ({ field }) => field ?? [],
      );
    expect(await fields(abe)).toContain('custom-field:size');
    expect(await fields(nora)).not.toContain('custom-field:size');
    expect(JSON.stringify(await nora.ask(`/v1/tickets/${ticket.id}`))).not.toContain('A3');
  });

  it('are edited by staff at any time, each wrong value with its own code; requesters only read [CFLD-06] [CFLD-07]', async () => {
    const put = (client: Client, values: Body) => client.put(`/v1/tickets/${ticket.id}/custom-fields`, { values });
    expect((await put(nora, { serial: 'X' })).status).toBe(403);
    expect(flaws(await put(abe, { pages: 'x' }))).toEqual([400, [['values.pages', 'not-a-number']]]);
    expect(flaws(await put(abe, { colour: 'mauve' }))).toEqual([400, [['values.colour', 'not-an-option']]]);
    expect(flaws(await put(abe, { nothing: 'x' }))).toEqual([400, [['values.nothing', 'unknown-field']]]);
    expect(flaws(await put(abe, { licence: 'x' }))).toEqual([400, [['values.licence', 'unknown-field']]]);
    const cleared = await abe.act('PUT', `/v1/tickets/${ticket.id}/custom-fields`, { values: { colour: '' } });
    expect(await fieldsOfTicket(abe, cleared)).not.toHaveProperty('colour');
  });

  it('stay visible when the field goes out of use, which takes no new value [CFLD-07] [CFLD-08]', async () => {
    await patch({
      customFields: customFields.map((field) => (field.id === 'serial' ? { ...field, active: false } : field)),
    });
    expect(await fieldsOfTicket(nora, ticket)).toMatchObject({ serial: 'SN-1' });
    const put = await abe.put(`/v1/tickets/${ticket.id}/custom-fields`, { values: { serial: 'SN-2' } });
    expect(flaws(put)).toEqual([400, [['values.serial', 'inactive-field']]]);
    expect(flaws(await opening(abe, { ...classified, ...serial('SN-3') }))).toEqual([
      400,
      [['customFields.serial', 'inactive-field']],
    ]);
    expect(await resolved(abe, 'categoryId=hardware')).toEqual([]);
    await patch({ customFields });
  });

  it('never lose their definition, only their use [CFLD-02]', async () => {
    const gone = await ada.patch('/v1/policy', { customFields: customFields.slice(1) });
    expect([gone.status, gone.body.code]).toEqual([422, 'policy-invalid']);
  });
});

describe('as a filter', () => {
  const long = `${'é'.repeat(990)} ä`;
  const numbers = new Map<string, string>();
  let settled: { position: string };
  beforeAll(async () => {
    const add = async (name: string, client: Client, fields: Body) => {
      const ticket = await client.open(fields);
      numbers.set(ticket.number, name);
      return ticket;
    };
    const hardware = { categoryId: 'hardware', typeId: 'printer' };
    await add('one', nora, { ...hardware, customFields: { serial: 'F-1', pages: 7, colour: 'red' } });
    await add('two', nora, { ...hardware, customFields: { serial: 'F-2', pages: '7.0', colour: 'blue' } });
    await add('theirs', cora, { ...hardware, customFields: { serial: 'F-1', pages: 8 } });
    const deep = await add('deep', abe, {
      clientId: 'northwind',
      ...classified,
      customFields: { serial: long, pages: 9, size: 'A5' },
    });
    const moved = await add('moved', nora, { ...hardware, customFields: { serial: 'F-3', pages: 1 } });
    await abe.act('PUT', `/v1/tickets/${moved.id}/custom-fields`, { values: { serial: 'F-4' } });
    settled = await abe.act('PUT', `/v1/tickets/${deep.id}/tags/x`);
  });
  const found = async (client: Client, ...filters: string[]) => {
    const query = filters.map((filter) => `field=${encodeURIComponent(filter)}`).join('&');
    const { items } = (await client.ask(`/v1/tickets?order=asc&sort=createdAt&${query}`, settled)) as {
      items: Ticket[];
    };
    return items.map(({ number }) => numbers.get(number) ?? number);
  };

  it('finds exact values in scope; fields add up, values of one do not [CFLD-10]', async () => {
    expect(await found(abe, 'serial:F-1')).toEqual(['one', 'theirs']);
    expect(await found(nora, 'serial:F-1')).toEqual(['one']);
    expect(await found(abe, 'serial:f-1')).toEqual([]);
    expect(await found(abe, 'serial:F-')).toEqual([]);
    expect(await found(abe, 'pages:7')).toEqual(['one', 'two']);
    expect(await found(abe, 'pages:07.00', 'colour:blue')).toEqual(['two']);
    expect(await found(abe, 'colour:red', 'colour:blue')).toEqual(['one', 'two']);
    expect(await found(abe, 'pages:seven')).toEqual([]);
    expect(await found(abe, `serial:${long}`)).toEqual(['deep']);
  });

  it('follows every change of a value [CFLD-10]', async () => {
    expect(await found(abe, 'serial:F-3')).toEqual([]);
    expect(await found(abe, 'serial:F-4')).toEqual(['moved']);
  });

  it('tells nobody what they are not shown [CFLD-09] [CFLD-10]', async () => {
    expect(await found(abe, 'size:A5')).toEqual(['deep']);
    const refused = await nora.get('/v1/tickets?field=size:A5');
    expect(flaws(refused)).toEqual([400, [['field', 'unknown-field']]]);
    expect((await nora.get('/v1/tickets?field=nothing:A5')).body).toEqual(refused.body);
    // `both` is shown with its type to everybody, and with this item to the desk only.
    const ticket = await abe.open({
      clientId: 'northwind',
      categoryId: 'hardware',
      typeId: 'screen',
      itemId: 'panel',
      customFields: { serial: 'S', both: 'secret' },
    });
    settled = ticket;
    numbers.set(ticket.number, 'panel');
    expect(await found(abe, 'both:secret')).toEqual(['panel']);
    expect(await found(nora, 'both:secret')).toEqual([]);
  });

  it.each(['colourless:red', 'notes:x', 'red', ':red', 'colour:'])('refuses %s [CFLD-10]', async (filter) => {
    expect(flaws(await abe.get(`/v1/tickets?field=${encodeURIComponent(filter)}`))[0]).toBe(400);
  });

  it('binds the cursor to the filter', async () => {
    const { nextCursor } = await abe.ask('/v1/tickets?field=pages:7&limit=1', settled);
    expect(typeof nextCursor).toBe('string');
    const other = await abe.get(`/v1/tickets?field=pages:8&limit=1&cursor=${String(nextCursor)}`);
    expect([other.status, other.body.code]).toEqual([400, 'bad-cursor']);
  });

  it('finds nothing of another tenant [CFLD-10]', async () => {
    const [gus, gary] = await Promise.all(
      ['gus@globex.test', 'gary@globex.test'].map((name) => signIn(stack.urls[0] as string, name)),
    );
    expect((await (gus as Client).patch('/v1/policy', { classification: { categories }, customFields })).status).toBe(
      200,
    );
    expect(await found(gary as Client, 'serial:F-1')).toEqual([]);
  });
});
