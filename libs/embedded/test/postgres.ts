// For specs only: a server of their own, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../src/postgres.js';

/** Call in `beforeAll`, and `stop` in `afterAll`: it ends the server and removes its directory. Takes about a second. */
export async function startTestPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-test-'));
  // What is gone after the test need not survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '32MB' };
  const { url, stop } = await startPostgres({ dataDir: join(directory, 'postgres'), settings });
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
