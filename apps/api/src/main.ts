// The API as a process of its own.
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
try {
  const parts = await openParts(settings, log);
  const app = await createApi(parts);
  await app.listen(settings.port, settings.host);
  const url = await app.getUrl();

  let closing: Promise<void> | undefined;
  const close = async () => {
    await app.close(); // answers what it has begun
    await parts.close();
    process.exit(0);
  };
  const stop = () => void (closing ??= close());
  // `disconnect`: the supervisor that started this process is gone.
  process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);
  log.info({ url }, 'listening');
  process.send?.({ ready: true, url });
} catch (error) {
  log.fatal({ err: error }, 'the API could not start');
  process.exit(1);
}
