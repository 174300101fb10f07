// One process per data directory. The kernel holds the lock, so it goes with the process, however that ends:
// there is no file to be stale. Linux has sockets without a file for this, macOS opens files exclusively.
import { closeSync, constants, openSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export class DataDirInUse extends Error {
  constructor(readonly dataDir: string) {
    super(`The data directory ${dataDir} is open in another process`);
  }
}

/** Resolves to the function that gives the directory free again. Throws `DataDirInUse`. */
export function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  return process.platform === 'darwin' ? lockByFile(dataDir) : lockBySocket(dataDir);
}

function lockBySocket(dataDir: string): Promise<() => Promise<void>> {
  // Device and inode name the directory whatever path led to it.
  const { dev, ino } = statSync(dataDir, { bigint: true });
  const server = createServer((socket) => socket.destroy()).unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new DataDirInUse(dataDir) : error);
    });
    server.listen(`\0ledgerdesk-event-node-${dev}-${ino}`, () => {
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
  });
}

const O_EXLOCK = 0x20;

async function lockByFile(dataDir: string): Promise<() => Promise<void>> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK;
  try {
    const file = openSync(join(dataDir, 'lock'), flags, 0o600);
    return async () => closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') throw new DataDirInUse(dataDir);
    throw error;
  }
}
