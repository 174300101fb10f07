// A directory from files: into a tenant over HTTP, and whole tenants by the operator.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, type Body, type Client } from '../../apps/api/test/client.js';
import { buildCli, type Cli, type Ran } from '../import/cli.js';
import { startStack, type Stack } from '../stack.js';

const folder = mkdtempSync(join(tmpdir(), 'ledgerdesk-directory-'));
let stack: Stack;
let cli: Cli;
let ada: Client;
beforeAll(async () => {
  cli = buildCli();
  stack = await startStack();
  ada = await signIn(url(), 'ada');
});
afterAll(async () => {
  await stack?.stop();
  cli?.remove();
  rmSync(folder, { recursive: true, force: true });
});
const url = (): string => stack.urls[0] ?? '';

function run(command: string, file: unknown, ...options: string[]): Promise<Ran> {
  writeFileSync(join(folder, 'file.json'), typeof file === 'string' ? file : JSON.stringify(file));
  const { databaseUrl: DATABASE_URL, eventStoreUrl: EVENTSTORE_URL } = stack.parts.settings;
  const env = { LEDGERDESK_URL: url(), INIT_CWD: folder, DATABASE_URL, EVENTSTORE_URL };
  return cli.run(['directory', command, 'file.json', ...options], env);
}

const fabrikam = {
  clients: [{ id: 'fabrikam', name: 'Fabrikam', projects: [{ id: 'shop', name: 'Shop' }] }],
  users: [
    { login: 'fay@fabrikam.test', name: 'Fay', role: 'client_staff', clientId: 'fabrikam', projects: ['shop'] },
    { login: 'pia@partner.test', name: 'Pia', role: 'partner_user', clients: ['fabrikam'] },
    { login: 'theo@acme.test', name: 'Theo', role: 'agent' },
  ],
  groups: [{ id: 'night', name: 'Night', members: ['theo@acme.test'], scopes: ['technical'] }],
};

describe('directory import [SETT-07] [SETT-08]', () => {
  it('tries first, then does it, and does nothing the second time', async () => {
    expect(await run('import', fabrikam, '--dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('It would be: 6 created, 0 changed, 0 unchanged, 0 failed') as unknown,
    });
    expect((await ada.get('/v1/admin/clients/fabrikam')).status).toBe(404);
    expect((await run('import', fabrikam)).stdout).toContain('6 created, 0 changed, 0 unchanged, 0 failed');
    expect((await run('import', fabrikam)).stdout).toContain('0 created, 0 changed, 6 unchanged, 0 failed');
    const { items } = (await ada.ask('/v1/admin/users?clientId=fabrikam')) as { items: Body[] };
    expect(items).toMatchObject([
      { login: 'fay@fabrikam.test', projects: ['shop'] },
      { login: 'pia@partner.test', clients: ['fabrikam'] },
    ]);
    expect(await ada.ask('/v1/admin/groups/night')).toMatchObject({
      members: [{ name: 'Theo' }],
      scopes: [{ categoryId: 'technical', typeId: null }],
    });
  });

  it('names each item that cannot be done, and does the others', async () => {
    const lines = [
      { kind: 'user', login: 'una@acme.test', name: 'Una', role: 'super_admin' },
      { kind: 'user', login: 'una@acme.test', name: 'Una', role: 'agent' },
      { kind: 'group', id: 'day', name: 'Day', members: ['nobody@acme.test'] },
      { kind: 'client', id: 'Not an id', name: 'Odd' },
      { kind: 'user', login: 'theo@acme.test', name: 'Theodor', role: 'agent' },
    ];
    const { code, stdout, stderr } = await run('import', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(code).toBe(1);
    expect(stdout).toContain('1 created, 1 changed, 0 unchanged, 3 failed');
    expect(stderr).toContain('user una@acme.test: not-allowed');
    expect(stderr).toContain('group day: validation-failed: members nobody@acme.test is not known');
    expect(stderr).toContain('item : validation-failed: id has not the right shape');
    expect((await ada.get('/v1/admin/groups/day')).status).toBe(404);
  });

  it('is understood or is wrong usage', async () => {
    expect((await run('import', '{"people": []}')).code).toBe(2);
    expect((await run('import', 'nothing')).code).toBe(2);
    expect((await run('apply', '{}')).code).toBe(2);
  });
});

describe('directory apply', () => {
  const written = (admin: string) => ({
    tenants: [
      {
        id: 'fresh',
        name: 'Fresh',
        features: { supportTickets: true },
        preset: 'portal',
        policy: { numbers: { template: 'FR-{seq}' } },
        admin: { login: admin, name: 'Boss' },
        ...fabrikam,
        groups: [],
      },
    ],
  });

  it('makes a tenant that works, with its first administrator [SETT-11]', async () => {
    const { code, stdout, stderr } = await run('apply', written('boss@fresh.test'));
    expect(stderr).toBe('');
    expect([code, stdout]).toEqual([0, expect.stringContaining('8 created, 0 changed, 0 unchanged, 0 failed')]);
    const boss = await signIn(url(), 'boss@fresh.test');
    expect(await boss.ask('/v1/me')).toMatchObject({ role: 'super_admin', tenant: { id: 'fresh', name: 'Fresh' } });
    expect(await boss.ask('/v1/policy')).toMatchObject({ preset: 'portal', numbers: { template: 'FR-{seq}' } });
    expect((await boss.open()).number).toMatch(/^FR-\d+$/);
    const events = await boss.get('/v1/audit/events?type=DirectoryChanged');
    expect(String(events.body.text)).toContain('"actor":{"id":"operator","role":"system","kind":"system"');
  });

  it('sells and takes back features of a tenant that is there, from its next request on, in its journal [LICN-01]', async () => {
    const boss = await signIn(url(), 'boss@fresh.test');
    const { id } = await boss.open();
    const sold = (features: object) => run('apply', { tenants: [{ id: 'fresh', name: 'Fresh', features }] });
    const off = await sold({ supportTickets: false, bulk: true });
    expect([off.code, off.stdout]).toEqual([0, expect.stringContaining('1 changed')]);
    expect((await boss.get(`/v1/tickets/${id}`)).body.code).toBe('feature-not-licensed');
    expect(await boss.ask('/v1/me')).toMatchObject({ features: { supportTickets: false } });
    expect((await sold({ bulk: true, supportTickets: false })).stdout).toContain('0 changed');
    expect((await sold({ supportTickets: true })).code).toBe(0);
    expect((await boss.get(`/v1/tickets/${id}`)).status).toBe(200);
    const told = String((await boss.get('/v1/audit/events?type=DirectoryChanged')).body.text);
    expect(told).toContain('"to":{"bulk":true,"supportTickets":false}');
    const wrong = await sold({ ticketSupport: false });
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('features.ticketSupport')]);
  });

  it('makes the first administrator once [SETT-11]', async () => {
    const again = await run('apply', written('boss@fresh.test'));
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('0 created, 0 changed, 8 unchanged')]);
    const other = await run('apply', written('other@fresh.test'));
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('admin fresh other@fresh.test: administrator-exists');
  });
});
