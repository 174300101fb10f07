// Makes the bench runnable beside the built product: its own sources go into the same dist, file by file.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformFileSync } from '@swc/core';

const sources = readdirSync('bench', { recursive: true })
  .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
  .map((path) => join('bench', path));
for (const source of [...sources, 'libs/read-side/test/plans.ts']) {
  const target = join('dist', source.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  const { code } = transformFileSync(source, {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  });
  writeFileSync(target, code);
}
await import(pathToFileURL(resolve('dist/bench/main.js')).href);
