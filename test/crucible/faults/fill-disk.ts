// The disk of the event log is full, played by a limit on the size of files: the same errors come out of the same calls.
// Nothing is acknowledged that is not stored, and the log goes on once there is room.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Strike } from './fault.js';

const limit = (pid: number, bytes: number | 'unlimited'): boolean =>
  spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]).status === 0;

export const fillDisk: Strike = {
  name: 'fill-disk',
  what: "the event log's disk is full for some seconds",
  missing: () => (limit(process.pid, 'unlimited') ? null : 'prlimit is not installed, or may not limit'),
  strike: async ({ stack, writers, say }) => {
    const { pid } = stack.eventNode;
    if (pid === undefined) throw new Error('the event node is away');
    const before = writers.sentAgain;
    limit(pid, statSync(join(stack.eventsDir, 'events.mdb')).size);
    await writers.until(() => writers.sentAgain > before + 10, 10_000);
    limit(pid, 'unlimited');
    say(`${writers.sentAgain - before} commands met the full disk`);
  },
};
