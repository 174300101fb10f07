// The worker as a process of its own.
import { announceReady, exitWithParent } from '#embedded';
import { createLog } from './log.js';
import { openParts } from './parts.js';
import { BadSettings, readSettings, type Settings } from './settings.js';
import { startWorker } from './worker.js';

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const settings = settingsOrExit();
const log = createLog(process.env.LOG_LEVEL);
const opened: (() => Promise<void>)[] = [];
exitWithParent(async () => {
  for (const close of opened.toReversed()) await close(); // first the jobs in hand
});

try {
  const parts = await openParts(settings, log);
  opened.push(parts.close);
  opened.push(await startWorker(parts));
  log.info({ queues: settings.redisUrl === undefined ? 'postgresql' : 'redis' }, 'working');
  announceReady();
} catch (error) {
  log.fatal({ err: error }, 'the worker could not start');
  process.exit(1);
}
