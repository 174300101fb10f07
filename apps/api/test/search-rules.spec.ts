// What customers may look for, and where, is each tenant's rule; those who answer are not bound by it.
import { presetNames, presets } from '#policy';
import { startStack, type Stack } from '../../../test/stack.js';
import { fieldsOf, signIn, type Client } from './client.js';

let stack: Stack;
let nora: Client;
let abe: Client;
let ids: Record<'number' | 'subject' | 'description' | 'wild', string>;

beforeAll(async () => {
  stack = await startStack();
  [nora, abe] = [await signIn(stack.urls[0] ?? '', 'nora@northwind.test'), await signIn(stack.urls[0] ?? '', 'abe')];
  const inSubject = await nora.open({ subject: 'The zebra is at 100%_', description: 'striped' });
  const inDescription = await nora.open({ subject: 'An animal', description: 'a zebra again' });
  ids = { subject: inSubject.id, description: inDescription.id, number: inSubject.number, wild: inSubject.id };
  await nora.ask('/v1/tickets?q=zebra', inDescription);
});
afterAll(() => stack.stop());

const wildcards = ['*', '%', '_', '?'];
const ask = (client: Client, q: string) => client.get(`/v1/tickets?q=${encodeURIComponent(q)}`);
const found = async (client: Client, q: string) =>
  ((await client.ask(`/v1/tickets?q=${encodeURIComponent(q)}`)).items as { id: string }[]).map(({ id }) => id).sort();

it.each(presetNames)('%s: wildcards and fields as the preset says [NENU-03] [SRCH-06] [SRCH-09]', async (name) => {
  const { search } = presets[name];
  await stack.amendPolicy('acme', { search: structuredClone(search) as never });
  for (const sign of wildcards) {
    const answer = await ask(nora, `zebra${sign}`);
    if (search.wildcards === 'refuse') {
      expect([sign, answer.status, answer.body.code, fieldsOf(answer)]).toEqual([
        sign,
        400,
        'validation-failed',
        ['q'],
      ]);
    } else {
      expect([sign, answer.status, answer.body.items]).toEqual([sign, 200, []]);
    }
    expect((await ask(abe, `zebra${sign}`)).body.items).toEqual([]);
  }
  expect(await found(abe, '100%_')).toEqual([ids.wild]);
  const fields = search.requester ?? [];
  const expected = [
    ...(fields.includes('subject') ? [ids.subject] : []),
    ...(fields.includes('description') ? [ids.description] : []),
  ];
  expect(await found(nora, 'ZEBRA')).toEqual(expected.toSorted());
  expect(await found(nora, ids.number)).toEqual(fields.includes('number') ? [ids.subject] : []);
  expect(await found(abe, 'zebra')).toEqual([ids.subject, ids.description].toSorted());
});

it('the portal refuses them and looks at subjects only', () => {
  expect(presets.portal.search).toMatchObject({ requester: ['subject'], wildcards: 'refuse' });
});
