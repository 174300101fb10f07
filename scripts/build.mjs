// Builds every process into one dist. `--if-stale` skips the work when the sources are those of the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'dist/.built';
const configs = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.base.json', 'tsconfig.build.json'];
const hash = createHash('sha256');
for (const file of configs) hash.update(readFileSync(file));
for (const root of ['apps', 'libs', 'projections']) {
  for (const entry of readdirSync(root, { recursive: true }).sort()) {
    if (!/\.(ts|sql|json)$/.test(entry) || entry.endsWith('.spec.ts')) continue;
    hash.update(entry).update(readFileSync(join(root, entry)));
  }
}
const wanted = hash.digest('hex');
if (process.argv.includes('--if-stale') && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);

process.stdout.write('Building Ledgerdesk …\n');
rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'ledgerdesk'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NODE_NO_WARNINGS: '1' },
});
if (status !== 0) process.exit(status ?? 1);
mkdirSync('dist', { recursive: true });
writeFileSync(stamp, wanted);
