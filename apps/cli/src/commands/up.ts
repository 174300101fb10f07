// The embedded default: everything Ledgerdesk needs on one machine, started in order, kept alive, ended in reverse.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { freePort, supervise } from '#embedded';
import { migrateQueues } from '#jobs';
import { migrate } from '#read-side';
import { vaultKeyIn } from '../embedded/secrets.js';
import { seed } from '../embedded/seed.js';
import { refuseUnfinished } from './restore.js';
import { readEmbeddedSettings, type EmbeddedSettings } from '../embedded/settings.js';

export function addUp(program: Command): void {
  program
    .command('up')
    .description('Start Ledgerdesk here; what no environment variable names is started with it. Ctrl-C ends it.')
    .action(async () => {
      const settings = readEmbeddedSettings(process.env);
      refuseUnfinished(settings.dataDir);
      mkdirSync(settings.dataDir, { recursive: true, mode: 0o755 });
      const code = await supervise({
        dataDir: settings.dataDir,
        onLine: (line) => console.log(line),
        begin: async ({ start, postgres }) => {
          const { dataDir } = settings;
          const [eventStoreUrl, databaseUrl] = await Promise.all([
            settings.eventStoreUrl ?? startEventNode(start, dataDir),
            settings.databaseUrl ?? postgres({ dataDir: join(dataDir, 'postgres') }).then(({ url }) => url),
          ]);
          const vaultKey = settings.vaultKey ?? vaultKeyIn(dataDir);
          await migrate(databaseUrl);
          await migrateQueues(databaseUrl);
          if (settings.demo) {
            await seed({ databaseUrl, eventStoreUrl, vaultKey, policyPatch: settings.policyPatch });
          }
          const env = environmentOf(settings, { databaseUrl, eventStoreUrl, vaultKey });
          await start({ name: 'projector', entry: 'dist/projections/main.js', env });
          await start({ name: 'worker', entry: 'dist/apps/worker/src/main.js', env });
          const { url } = await start({ name: 'api', entry: 'dist/apps/api/src/main.js', env });
          console.log(`Ledgerdesk is ready on ${url}`);
        },
      });
      process.exit(code);
    });
}

type Start = Parameters<Parameters<typeof supervise>[0]['begin']>[0]['start'];

async function startEventNode(start: Start, dataDir: string): Promise<string> {
  const port = await freePort();
  await start({
    name: 'event-node',
    entry: 'dist/libs/event-node/src/main.js',
    env: { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: join(dataDir, 'events') },
  });
  return `esdb://127.0.0.1:${port}?tls=false`;
}

interface Reached {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly vaultKey: string;
}

const environmentOf = (settings: EmbeddedSettings, { databaseUrl, eventStoreUrl, vaultKey }: Reached) => ({
  HOST: settings.host,
  PORT: String(settings.port),
  DATA_DIR: settings.dataDir,
  DATABASE_URL: databaseUrl,
  EVENTSTORE_URL: eventStoreUrl,
  REDIS_URL: settings.redisUrl,
  LEDGERDESK_VAULT_KEY: vaultKey,
  LEDGERDESK_EMBEDDED: settings.oidc ? undefined : '1',
  LEDGERDESK_POLICY: undefined,
});
