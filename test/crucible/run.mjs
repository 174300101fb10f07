// `npm run crucible`: puts its sources beside the built product, whose libraries they use, and runs them.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

buildSync({
  entryPoints: ['main', 'observer', 'clock'].map((name) => `test/crucible/${name}.ts`),
  outdir: 'dist/test/crucible',
  bundle: true,
  splitting: false,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  external: ['#*'],
  tsconfig: 'tsconfig.json',
  logLevel: 'warning',
});
await import(pathToFileURL(resolve('dist/test/crucible/main.js')).href);
