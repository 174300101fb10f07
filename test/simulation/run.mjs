// `npm run simulate`: puts its sources beside the built product, whose libraries they use, and runs them.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

buildSync({
  entryPoints: ['test/simulation/main.ts'],
  outdir: 'dist/test/simulation',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  external: ['#*'],
  tsconfig: 'tsconfig.json',
  logLevel: 'warning',
});
await import(pathToFileURL(resolve('dist/test/simulation/main.js')).href);
