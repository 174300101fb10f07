// The whole service inside one test: PostgreSQL, event node, read models and as many APIs as wanted, all of them real.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEventNode } from '#event-node';
import { amend, presets, type Json, type PolicyDocument } from '#policy';
import { keep } from '#projection';
import { demoPolicies, demoTenants, migrate, seedDemo } from '#read-side';
import { createApi } from '../apps/api/src/app.js';
import { openParts, type Parts } from '../apps/api/src/parts.js';
import { limitsOf } from '../apps/api/src/limits/limits.js';
import type { Settings } from '../apps/api/src/settings.js';
import { startTestPostgres } from '../libs/embedded/test/postgres.js';
import { models } from '../projections/index.js';

const system = { id: 'system', role: 'system', kind: 'system' } as const;

export interface Stack {
  /** one for each API */
  readonly urls: readonly string[];
  readonly parts: Parts;
  /** The event log is away from here on. */
  readonly endEventNode: () => Promise<void>;
  /** Lays a merge patch over a tenant's policy; counts when it returns, for the first API. */
  readonly amendPolicy: (tenant: string, patch: Json) => Promise<void>;
  /** The read models stop taking anything in until it is called again. */
  readonly projector: { readonly stop: () => Promise<void>; readonly start: () => void };
  readonly stop: () => Promise<void>;
}

export interface StackOptions {
  readonly apis?: number;
  readonly settings?: Partial<Settings>;
}

export async function startStack({ apis = 1, settings: own = {} }: StackOptions = {}): Promise<Stack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledgerdesk-stack-'));
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const postgres = await startTestPostgres();
    stops.push(postgres.stop);
    const node = await startEventNode({ dataDir: join(dataDir, 'events'), port: 0 });
    stops.push(() => node.close());
    await migrate(postgres.url);

    const settings: Settings = {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: postgres.url,
      eventStoreUrl: node.url,
      vaultKey: randomBytes(32),
      dataDir,
      identity: { kind: 'embedded' },
      publicUrl: null,
      sessions: { idleMinutes: 60, hours: 24 },
      redisUrl: null,
      requestsPerMinute: limitsOf(() => 1_000_000),
      references: { call: 'reported', licence: 'reported' },
      trustedProxies: [],
      guestTenants: new Map([['*', 'acme']]),
      streams: { perUser: 20, backlog: 2_000 },
      exportPatienceMs: 30_000,
      ...own,
    };
    const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
    const opened: Parts[] = [];
    for (let index = 0; index < apis; index += 1) {
      const parts = await openParts(settings, log);
      stops.push(parts.close);
      opened.push(parts);
    }
    const parts = opened[0] as Parts;
    await seedDemo(parts.database);
    for (const { tenant, patch } of demoPolicies()) {
      await parts.policies.publish(tenant, amend(presets.unified, patch) as unknown as PolicyDocument, { by: system });
    }

    const projector = projectorOf(parts, postgres.url);
    projector.start();
    stops.push(projector.stop);
    const urls: string[] = [];
    for (const each of opened) {
      const app = await createApi(each);
      stops.push(() => app.close());
      await app.listen(0, '127.0.0.1');
      urls.push(await app.getUrl());
    }

    return {
      urls,
      parts,
      endEventNode: () => node.close(),
      projector,
      stop,
      amendPolicy: async (tenant, patch) => {
        if (!demoTenants.includes(tenant)) throw new Error(`there is no tenant ${tenant}`);
        const change = (current: PolicyDocument) => amend(current, patch) as unknown as PolicyDocument;
        for (const { policies } of opened.slice(0, 1)) {
          await policies.change(tenant, ({ version: _version, ...document }) => change(document), { by: system });
        }
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function projectorOf({ ledger, log }: Parts, url: string): Stack['projector'] {
  let stopping: AbortController | undefined;
  let running: Promise<unknown> = Promise.resolve();
  return {
    start: () => {
      if (stopping && !stopping.signal.aborted) return;
      const { signal } = (stopping = new AbortController());
      const report = (news: unknown) => log.debug(news, 'projector');
      running = keep({ models, log: ledger, url, signal, report });
    },
    stop: async () => {
      stopping?.abort();
      await running;
    },
  };
}
