// Everything that can be judged without running the product: types, style, architecture rules.
import { spawnSync } from 'node:child_process';

const bin = (name) => `node_modules/.bin/${name}`;
/** @type {[string, string, string[]][]} */
const steps = [
  ['format', bin('prettier'), ['--check', '.']],
  ['types', bin('tsc'), ['-p', 'tsconfig.json', '--noEmit']],
  ['pure types', bin('tsc'), ['-p', 'tsconfig.pure.json', '--noEmit']],
  ['dashboard types', bin('tsc'), ['-p', 'apps/dashboard/tsconfig.json']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings']],
  ['architecture', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'projections']],
];
const compose = [['docker', 'compose'], ['docker-compose']].find(
  ([command = '', ...args]) => spawnSync(command, [...args, 'version'], { stdio: 'ignore' }).status === 0,
);
if (compose) {
  const [command = '', ...args] = compose;
  const file = ['-f', 'docker/compose.yml', '--env-file', 'docker/example.env'];
  steps.push(['compose file', command, [...args, ...file, 'config', '--quiet']]);
} else {
  console.log('compose file: skipped, docker compose is not on this machine');
}

let failed = 0;
for (const [name, command, args] of steps) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
