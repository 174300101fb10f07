// The API as it is built and run: a process of its own, with the document that only the build completes.
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { startStack, type Stack } from '../../../test/stack.js';
import { send, signIn, type Client } from './client.js';
import { deviations, resolve, type Schema, type Schemas } from './schema.js';

const entry = 'dist/apps/api/src/main.js';
const children: ChildProcess[] = [];
let stack: Stack;
let url: string;
let api: ChildProcess;
let abe: Client;
let nora: Client;

interface Run {
  readonly child: ChildProcess;
  /** its URL, or what it said before it ended */
  readonly outcome: Promise<{ url: string } | { code: number | null; output: string }>;
}

function run(env: Record<string, string>): Run {
  const child = fork(entry, {
    env: { PATH: process.env.PATH, ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += String(bytes)));
  const outcome = new Promise<{ url: string } | { code: number | null; output: string }>((settle) => {
    child.once('message', (message) => settle(message as { url: string }));
    child.once('exit', (code) => settle({ code, output }));
  });
  return { child, outcome };
}

const environment = (): Record<string, string> => {
  const { databaseUrl, eventStoreUrl, vaultKey, dataDir } = stack.parts.settings;
  return {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    EVENTSTORE_URL: eventStoreUrl,
    LEDGERDESK_VAULT_KEY: vaultKey.toString('base64'),
    LEDGERDESK_EMBEDDED: '1',
    DATA_DIR: dataDir,
  };
};

beforeAll(async () => {
  if (!existsSync(entry)) throw new Error(`${entry} is not there: npm run build`);
  stack = await startStack();
  const started = run(environment());
  const outcome = await started.outcome;
  if (!('url' in outcome)) throw new Error(outcome.output);
  url = outcome.url;
  api = started.child;
  [abe, nora] = [await signIn(url, 'abe'), await signIn(url, 'nora@northwind.test')];
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stack?.stop();
});

describe('the process', () => {
  it('shares tokens, tickets and keys with another API on the same parts', async () => {
    const elsewhere = stack.urls[0] ?? '';
    const headers = { 'Idempotency-Key': 'shared' };
    const first = await nora.post('/v1/tickets', { subject: 'x', description: 'x' }, headers);
    const second = await nora.at(elsewhere).post('/v1/tickets', { subject: 'x', description: 'x' }, headers);
    expect([second.status, second.body]).toEqual([201, first.body]);
    const { nextCursor } = await abe.ask('/v1/tickets?limit=1', first.body as { position: string });
    expect(nextCursor).toBeNull();
  });

  it('stops a bad start with every problem named, exit code 1', async () => {
    const outcome = await run({ PORT: 'x', DATABASE_URL: 'nowhere' }).outcome;
    expect(outcome).toMatchObject({ code: 1 });
    for (const name of ['PORT', 'DATABASE_URL', 'EVENTSTORE_URL', 'LEDGERDESK_VAULT_KEY', 'OIDC_ISSUER']) {
      expect((outcome as { output: string }).output).toContain(`- ${name} `);
    }
  });

  it('has no dev tokens outside the embedded mode', async () => {
    const { child, outcome } = run({
      ...environment(),
      LEDGERDESK_EMBEDDED: '0',
      OIDC_ISSUER: 'https://id.invalid',
      OIDC_AUDIENCE: 'ledgerdesk',
    });
    const started = await outcome;
    if (!('url' in started)) throw new Error(started.output);
    for (const [method, path] of [
      ['POST', '/v1/dev/token'],
      ['GET', '/v1/dev/jwks'],
    ]) {
      expect((await send(`${started.url}${path}`, { method })).body.code).toBe('not-found');
    }
    const headers = { authorization: `Bearer ${abe.token}` };
    expect((await send(`${started.url}/v1/me`, { headers })).status).toBe(503); // its provider does not answer
    child.kill('SIGTERM');
  });

  it('logs requests by route, without ids, bodies or tokens, and ends in good order on SIGTERM', async () => {
    const { child, outcome } = run(environment());
    const started = await outcome;
    if (!('url' in started)) throw new Error(started.output);
    let output = '';
    child.stdout?.on('data', (bytes) => (output += String(bytes)));
    const opened = await nora.at(started.url).open({ subject: 'Confidential matter' });
    await nora.at(started.url).get(`/v1/tickets?q=Confidential`);
    const ended = new Promise((settle) => child.once('exit', settle));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output).toContain('"route":"/v1/tickets"');
    for (const word of ['Confidential', opened.id, nora.token]) expect(output).not.toContain(word);
  });
});

interface Operation {
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

/** Whoever comes without an account, or to get in. */
const open = /^\w+ \/(v1\/(dev\/|guest\/(?!claim))|auth\/|health\/|metrics$|docs)/;
/** Which ways in an operation names: the first line that fits. */
const signIns: readonly [RegExp, readonly string[]][] = [
  [/^(GET \/v1\/session|POST \/auth\/logout)$/, ['session']],
  [/^\w+ \/v1\/guest\/ticket\b/, ['guest-link']],
  [open, []],
  [/./, ['bearer', 'session']],
];
/** The social application's programs know refusals in their own envelope only. */
const refusalType = (name: string): RegExp =>
  / \/api\/ticket(s|-comments)\b/.test(name) ? /^application\/json$/ : /^application\/problem\+json$/;

describe('the OpenAPI document', () => {
  let paths: Record<string, Record<string, Operation>>;
  let schemas: Schemas;
  let operations: [string, Operation][];

  beforeAll(async () => {
    const { body } = await send(`${url}/openapi.json`);
    expect(body.openapi).toBe('3.1.0');
    paths = body.paths as typeof paths;
    schemas = (body.components as { schemas: Schemas }).schemas;
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  });

  it('has the routes of the contract', () => {
    const expected = `POST /v1/tickets|GET /v1/tickets|GET /v1/tickets/{id}|DELETE /v1/tickets/{id}
      POST /v1/tickets/{id}/replies|GET /v1/tickets/{id}/replies|GET /v1/tickets/{id}/replies/{replyId}
      PATCH /v1/tickets/{id}/replies/{replyId}|DELETE /v1/tickets/{id}/replies/{replyId}|GET /v1/tickets/{id}/thread
      POST /v1/tickets/{id}/start|POST /v1/tickets/{id}/wait|POST /v1/tickets/{id}/resolve|POST /v1/tickets/{id}/close
      POST /v1/tickets/{id}/reopen|PUT /v1/tickets/{id}/status|PUT /v1/tickets/{id}/assignee|POST /v1/tickets/{id}/take
      PUT /v1/tickets/{id}/priority|PUT /v1/tickets/{id}/classification|PUT /v1/tickets/{id}/custom-fields
      PUT /v1/tickets/{id}/tags/{tag}|DELETE /v1/tickets/{id}/tags/{tag}|POST /v1/tickets/{id}/recipients
      GET /v1/tickets/{id}/recipients|DELETE /v1/tickets/{id}/recipients/{userId}|POST /v1/tickets/{id}/references
      GET /v1/tickets/{id}/references|DELETE /v1/tickets/{id}/references/{kind}/{refId}|GET /v1/badges|GET /v1/counts
      POST /v1/tickets/{id}/links|GET /v1/tickets/{id}/links|DELETE /v1/tickets/{id}/links/{type}/{otherId}
      POST /v1/tickets/{id}/resolve-children|POST /v1/bulk
      GET /v1/me|GET /v1/assignees|GET /v1/recipient-candidates|GET /v1/clients|GET /v1/projects|GET /v1/statuses
      GET /v1/priorities|GET /v1/categories|GET /v1/custom-fields/resolved|GET /v1/policy
      PATCH /v1/policy|POST /v1/policy/preset|POST /v1/policy/preview
      GET /v1/references/{kind}/{refId}/tickets|POST /v1/dev/token|GET /v1/dev/jwks|GET /health/live|GET /health/ready
      GET /metrics`.split(/[|\s]*\n\s*|\|/);
    expect(operations.map(([name]) => name)).toEqual(expect.arrayContaining(expected));
  });

  it('tells of every operation what it does, takes, answers and refuses', () => {
    for (const [name, { summary, security, parameters = [], requestBody, responses }] of operations) {
      expect([name, summary]).toEqual([name, expect.stringMatching(/\w/)]);
      const named = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => `{${parameter.name}}`);
      expect([name, named.toSorted()]).toEqual([name, (name.match(/\{\w+\}/g) ?? []).toSorted()]);
      const statuses = Object.keys(responses);
      const signedIn = signIns.filter(([those]) => those.test(name)).map(([, ways]) => ways);
      expect([name, (security ?? []).map((way) => Object.keys(way).join())]).toEqual([name, signedIn[0]]);
      if (signedIn[0]?.length) {
        expect([name, statuses]).toEqual([name, expect.arrayContaining(['401', '403', '429', '500', '503'])]);
      }
      const csrf = parameters.filter((parameter) => parameter.name === 'X-CSRF-Token').length;
      expect([name, csrf]).toEqual([name, signedIn[0]?.includes('session') && !name.startsWith('GET ') ? 1 : 0]);
      if (name.includes(' /v1/') && !open.test(name)) {
        expect([name, statuses]).toEqual([name, expect.arrayContaining(['400'])]);
      }
      const streamed = name === 'POST /v1/import'; // of any length
      if (requestBody && !streamed) expect([name, statuses]).toEqual([name, expect.arrayContaining(['413', '415'])]);
      if (/ \/v1\/tickets\/\{id\}/.test(name))
        expect([name, statuses]).toEqual([name, expect.arrayContaining(['404'])]);
      for (const [status, { content = {} }] of Object.entries(responses)) {
        if (name === 'GET /metrics') continue;
        const refusal = Number(status) >= 400 && !name.startsWith('GET /health');
        const types = refusal ? refusalType(name) : /^(application\/(json|x-ndjson|zip)|text\/event-stream)$/;
        const told = Object.keys(content);
        // What is done later may be told of or not.
        const silent = status === '204' || status.startsWith('3') || (status === '202' && told.length === 0);
        const said = silent ? [] : [expect.stringMatching(types)];
        expect([name, status, told]).toEqual([name, status, said]);
      }
    }
  });

  it('has fields in every schema, and knows the type of every field', () => {
    expect(Object.keys(schemas).length).toBeGreaterThan(40);
    for (const [name, schema] of Object.entries(schemas)) {
      if (name === 'NothingBody') continue;
      const properties = Object.entries(schema.properties ?? {});
      expect([name, properties.length > 0]).toEqual([name, true]);
      for (const [field, property] of properties) {
        const told = ['type', '$ref', 'enum', 'oneOf', 'anyOf', 'allOf'].some((key) => key in property);
        expect([name, field, told]).toEqual([name, field, true]);
        resolve(property, schemas);
      }
    }
    expect(schemas.OpenTicketBody).toMatchObject({
      required: ['subject'],
      properties: { subject: { type: 'string', minLength: 1, maxLength: 255 }, priority: { enum: expect.anything() } },
    });
  });

  it('documents what is really answered', async () => {
    const dealt = await nora.open({ references: [{ kind: 'call', id: '1' }], context: { expected: 'Paper' } });
    const path = `/v1/tickets/${dealt.id}`;
    await abe.act('PUT', `${path}/assignee`, { userId: abe.userId, groupId: 'service-desk' });
    await abe.act('PUT', `${path}/classification`, { categoryId: 'billing' });
    const replied = await abe.act('POST', `${path}/replies`, { body: 'x' });
    await abe.act('PATCH', `${path}/replies/${String(replied.replyId)}`, { body: 'y' });
    const last = await abe.act('POST', `${path}/resolve`, { notes: 'Done' });
    const plain = [
      `${path}?after=${last.position}`,
      `${path}/thread?after=${last.position}`,
      `${path}/replies`,
      `${path}/replies/${String(replied.replyId)}`,
      `${path}/links`,
      `${path}/recipients`,
      `${path}/references`,
      '/v1/tickets',
      '/v1/badges',
      '/v1/counts',
      '/v1/me',
      '/v1/assignees',
      '/v1/recipient-candidates',
      '/v1/clients',
      '/v1/projects',
      '/v1/statuses',
      '/v1/priorities',
      '/v1/categories',
      '/v1/custom-fields/resolved',
      '/v1/policy',
      '/v1/references/call/1/tickets',
      '/v1/dev/jwks',
      '/health/live',
      '/health/ready',
    ];
    for (const asked of plain) {
      const template = asked
        .replace(/\?.*/, '')
        .replace(dealt.id, '{id}')
        .replace(String(replied.replyId), '{replyId}')
        .replace('call/1', '{kind}/{refId}');
      const schema = paths[template]?.get?.responses['200']?.content?.['application/json']?.schema;
      expect([asked, schema]).toEqual([asked, expect.anything()]);
      expect([asked, deviations((await abe.get(asked)).body, schema as Schema, schemas)]).toEqual([asked, []]);
    }
    const receipt = paths['/v1/tickets']?.post?.responses['201']?.content?.['application/json']?.schema;
    expect(deviations(dealt, receipt as Schema, schemas)).toEqual([]);
    const refused = await abe.post('/v1/tickets', {});
    const problem = paths['/v1/tickets']?.post?.responses['400']?.content?.['application/problem+json']?.schema;
    expect(deviations(refused.body, problem as Schema, schemas)).toEqual([]);
  });

  it('is served as pages too', async () => {
    const page = await send(`${url}/docs`);
    expect(page.status).toBe(200);
    const script = /src="(\.\/docs\/[^"]*bundle\.js)"/.exec(String(page.body.text))?.[1];
    expect((await send(new URL(String(script), `${url}/docs`).href)).status).toBe(200);
  });
});

it('outlives nobody: it ends when its supervisor is gone', async () => {
  const ended = new Promise((settle) => api.once('exit', settle));
  api.disconnect();
  expect(await ended).toBe(0);
});
