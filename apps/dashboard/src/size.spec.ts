import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const built = join(process.cwd(), 'dist/dashboard');
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** What a browser must have before anything is shown: the entry and all that it imports, by file. */
function firstLoad(manifest: Readonly<Record<string, Chunk>>): Map<string, number> {
  const sizes = new Map<string, number>();
  const add = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || sizes.has(chunk.file)) return;
    sizes.set(chunk.file, gzipSync(readFileSync(join(built, chunk.file)), { level: 9 }).length);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry) add(name);
  return sizes;
}

describe('the web application', () => {
  it('needs less than 300 kB of compressed JavaScript at first', () => {
    const manifest = join(built, '.vite/manifest.json');
    expect(existsSync(manifest)).toBe(true);
    const sizes = firstLoad(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>);
    const sum = [...sizes.values()].reduce((total, size) => total + size, 0);
    expect(sizes.size).toBeGreaterThan(0);
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThan(300_000);
  });
});
