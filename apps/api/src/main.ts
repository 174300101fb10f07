// The API as a process of its own.
import { announceReady, exitWithParent } from '#embedded';
import { createApi } from './app.js';
import { createLog } from './operations/log.js';
import { openParts } from './parts.js';
import { BadSettings, readSettings, type Settings } from './settings.js';

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
const opened: (() => Promise<unknown>)[] = [];
exitWithParent(async () => {
  for (const close of opened.toReversed()) await close(); // first answers what it has begun
});

try {
  const parts = await openParts(settings, log);
  opened.push(parts.close);
  const app = await createApi(parts);
  opened.push(() => app.close());
  await app.listen(settings.port, settings.host);
  const url = await app.getUrl();
  log.info({ url }, 'listening');
  announceReady({ url });
} catch (error) {
  log.fatal({ err: error }, 'the API could not start');
  process.exit(1);
}
