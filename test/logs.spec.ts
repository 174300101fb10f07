// What no log may hold: words that people wrote, what they sign in with, where they are reached.
import { RunningDesk, scratch } from './support/running-desk.js';

const { dataDir, remove } = scratch();
let desk: RunningDesk | undefined;
afterAll(async () => {
  await desk?.end();
  remove();
});

it('keeps texts, tokens and e-mail addresses out of every line of every process [I7]', async () => {
  const running = (desk = await RunningDesk.start(dataDir, { LOG_LEVEL: 'debug' }));
  const [nina, abe] = ['nina@northwind.test', 'abe@acme.test'];
  const word = 'Xanthochroid';
  const created = await running.as<{ id: string; number: string }>(nina, 'POST', '/v1/tickets', {
    subject: word,
    description: `${word} ${word}`,
    context: { productName: word },
  });
  expect(created.status).toBe(201);
  const path = `/v1/tickets/${created.body.id}`;
  const asked: [string, string, string, unknown?][] = [
    [abe, 'POST', `${path}/replies`, { body: word }],
    [abe, 'POST', `${path}/replies`, { body: word, visibility: 'internal' }],
    [abe, 'PUT', `${path}/tags/${word}`],
    [abe, 'POST', `${path}/wait`, { reason: word }],
    [abe, 'POST', `${path}/resolve`, { notes: word }],
    [nina, 'POST', `${path}/reopen`, { reason: word }],
    [nina, 'POST', '/v1/tickets', { subject: word, description: word, [word]: word }],
    [nina, 'POST', '/v1/tickets', `{"subject": "${word}`],
    [nina, 'POST', '/v1/tickets', { subject: `${word}\ud800`, description: word }],
    [abe, 'GET', `/v1/tickets?q=${word}`],
    [abe, 'GET', `/v1/${word}`],
    [abe, 'GET', `/v1/tickets/%zz${word}`],
  ];
  const statuses = [];
  for (const [who, method, where, body] of asked) {
    statuses.push(
      (await running.as(who, method, where, body, { 'Idempotency-Key': `${word}-${statuses.length}` })).status,
    );
  }
  expect(new Set(statuses)).toEqual(new Set([200, 201, 400, 404]));
  const forged = { authorization: `Bearer ${word}` };
  expect((await running.send('GET', '/v1/me', undefined, forged)).status).toBe(401);
  const tokens = await Promise.all([nina, abe].map((who) => running.token(who)));
  expect(await running.end()).toBe(0);

  const lines = running.lines.join('\n');
  for (const name of ['api', 'projector', 'worker', 'event-node']) expect(lines).toContain(`${name} `);
  expect(lines).toContain('"correlationId"');
  for (const secret of [word, word.toLowerCase(), nina, abe, ...tokens]) {
    expect(running.lines.filter((line) => line.includes(secret))).toEqual([]);
  }
});
