// The command line as its users call it, with nothing of this process's own settings.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const embedded = { EVENTSTORE_URL: '', DATABASE_URL: '', REDIS_URL: '', INIT_CWD: '' };

export async function ledgerdesk(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...embedded, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
