// Builds every process and the web application into one dist. `--if-stale` skips what was built from the same sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const ifStale = process.argv.includes('--if-stale');
const locks = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

build('dist/.built', 'Building Ledgerdesk …', {
  files: [...locks, 'nest-cli.json', 'tsconfig.build.json'],
  sources: sourcesIn(['apps', 'libs', 'projections'], (path) => !path.startsWith('apps/dashboard/')),
  clean: () => readdirSync('dist').filter((entry) => !entry.endsWith('dashboard')),
  run: () => run('node_modules/@nestjs/cli/bin/nest.js', 'build', 'ledgerdesk'),
});
build('dist/.built-dashboard', 'Building the web application …', {
  files: locks,
  sources: sourcesIn(['apps/dashboard', 'libs/access/src', 'libs/policy/src', 'libs/ticket/src'], () => true),
  clean: () => ['dashboard', '.built-dashboard'],
  run: () => {
    run('node_modules/vite/bin/vite.js', 'build', 'apps/dashboard', '--logLevel', 'warn');
    compress('dist/dashboard');
  },
});

function build(stamp, says, { files, sources, clean, run }) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  for (const file of sources) hash.update(file).update(readFileSync(file));
  const wanted = hash.digest('hex');
  if (ifStale && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stdout.write(`${says}\n`);
  mkdirSync('dist', { recursive: true });
  for (const entry of clean()) rmSync(join('dist', entry), { recursive: true, force: true });
  run();
  writeFileSync(stamp, wanted);
}

function sourcesIn(roots, wanted) {
  return roots
    .flatMap((root) => readdirSync(root, { recursive: true }).map((entry) => join(root, entry)))
    .filter((path) => /\.(tsx?|sql|json|css|html|js|svg)$/.test(path) && !path.endsWith('.spec.ts') && wanted(path))
    .sort();
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Once here instead of with every answer. */
function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|svg|html)$/.test(entry)) continue;
    const file = join(folder, entry);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  }
}
