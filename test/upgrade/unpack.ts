// Puts the data directory of a released version in its place.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, constants } from 'node:zlib';

/** PostgreSQL's files are for one platform only. */
export const releasePlatform = 'linux-x64';

export function unpackRelease(version: string, dataDir: string): void {
  const packed = readFileSync(join('test/upgrade', `${version}.tar.br`));
  const input = brotliDecompressSync(packed, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } });
  mkdirSync(dataDir, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-x', '-p', '--no-same-owner', '-C', dataDir], { input });
  if (status !== 0) throw new Error(String(stderr));
  // PostgreSQL refuses root; the cluster belongs to whom it ran as.
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', '65534:65534', join(dataDir, 'postgres')]);
}
