// The whole desk as processes of the built product: event node, PostgreSQL, perhaps Redis, projector, worker, two APIs, and
// a follower of the crucible's own. Whatever ends is started again; nothing else is done for them.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { Pool } from 'pg';
import { freePort } from '#embedded';
import { parseMasterKey, Vault } from '#event-store';
import { openLedger, type Ledger } from '#ledger';
import type { Json } from '#policy';
import { seed } from '../../apps/cli/src/embedded/seed.js';
import { unpackRelease } from '../upgrade/unpack.js';
import { startAnswerEater } from '../../libs/write-side/test/answer-eater.js';
import { KeptPostgres, KeptRedis } from './kept-servers.js';
import { KeptProcess } from './kept-process.js';
import { Leaks } from './leaks.js';

/** Resolved tickets close by themselves after this long, in milliseconds. */
export const windowMs = 2_000;
const policyPatch: Json = { reopen: { window: `PT${windowMs / 1_000}S` }, autoClose: { after: null } };

export interface Wanted {
  /** the directory that holds the `dist` to run */
  readonly root: string;
  /** queues and counts in Redis instead of PostgreSQL */
  readonly redis: boolean;
  /** processes whose clock can be set */
  readonly clock: boolean;
  /** begins with what a released version left */
  readonly release: boolean;
}

type Eater = Awaited<ReturnType<typeof startAnswerEater>>;

export class Stack {
  readonly leaks = new Leaks();
  readonly pool: Pool;
  /** reads what is stored, past everything of ours */
  readonly client: EventStoreDBClient;
  readonly ledger: Ledger;
  readonly processes: KeptProcess[] = [];
  /** started for a while only */
  readonly guests: KeptProcess[] = [];

  private constructor(
    readonly wanted: Wanted,
    readonly directory: string,
    readonly postgres: KeptPostgres,
    readonly redis: KeptRedis | null,
    readonly eventNode: KeptProcess,
    readonly eventStoreUrl: string,
    private readonly eater: Eater,
    readonly vaultKey: Buffer,
    readonly urls: readonly string[],
  ) {
    this.pool = new Pool({ connectionString: postgres.url, max: 6, application_name: 'crucible' });
    this.pool.on('error', () => undefined); // a server that is killed takes its connections along
    this.client = EventStoreDBClient.connectionString(eventStoreUrl);
    this.ledger = openLedger({ url: eventStoreUrl, keys: new Vault({ pool: this.pool, masterKey: vaultKey }) });
    this.processes.push(eventNode);
  }

  static async start(wanted: Wanted): Promise<Stack> {
    const directory = mkdtempSync(join(tmpdir(), 'ledgerdesk-crucible-'));
    writeFileSync(join(directory, 'clock'), '0');
    if (wanted.release) unpackRelease('0.1.0', directory);
    const postgres = await KeptPostgres.start(join(directory, 'postgres'));
    const redis = wanted.redis ? await KeptRedis.start() : null;
    const [nodePort, ...ports] = [await freePort(), await freePort(), await freePort()];
    const eventStoreUrl = `esdb://127.0.0.1:${nodePort}?tls=false`;
    const eventNode = new KeptProcess({
      name: 'event-node',
      root: wanted.root,
      entry: 'dist/libs/event-node/src/main.js',
      env: { ...clockIn(wanted, directory), PORT: String(nodePort), DATA_DIR: join(directory, 'events') },
      execArgv: clockArgs(wanted),
    });
    const eater = await startAnswerEater(nodePort ?? 0);
    const vaultKey = wanted.release
      ? parseMasterKey(readFileSync(join(directory, 'vault.key'), 'utf8').trim())
      : randomBytes(32);
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    const stack = new Stack(wanted, directory, postgres, redis, eventNode, eventStoreUrl, eater, vaultKey, urls);
    try {
      await stack.#begin(ports);
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  get projector(): KeptProcess {
    return this.#named('projector');
  }
  get worker(): KeptProcess {
    return this.#named('worker');
  }
  get observer(): KeptProcess {
    return this.#named('observer');
  }
  get apis(): readonly KeptProcess[] {
    return this.processes.filter(({ name }) => name.startsWith('api'));
  }
  get eventsDir(): string {
    return join(this.directory, 'events');
  }
  /** what the observer has seen, in its order */
  get observed(): string {
    return join(this.directory, 'observed');
  }

  /** The second API does not hear the log's next answer: its connection breaks instead. */
  eatNextAnswer(): void {
    this.eater.eatNextAnswer();
  }
  get eaten(): number {
    return this.eater.eaten();
  }

  /** All processes, from now on. */
  setClock(aheadMs: number): void {
    writeFileSync(join(this.directory, 'clock'), String(aheadMs));
  }

  /** One more process like `like`, until `endGuests`. */
  invite(like: 'projector' | 'worker'): KeptProcess {
    const guest = this.#keep(`second ${like}`, entries[like], {});
    this.processes.splice(this.processes.indexOf(guest), 1);
    this.guests.push(guest);
    return guest;
  }
  async endGuests(): Promise<void> {
    for (const guest of this.guests.splice(0)) await guest.end();
  }

  async stop(): Promise<void> {
    await this.endGuests();
    for (const process of this.processes.toReversed()) if (process !== this.eventNode) await process.end();
    await this.ledger.close();
    await this.client.dispose();
    await this.eventNode.end();
    await this.eater.close();
    await this.pool.end();
    await this.redis?.stop();
    await this.postgres.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async #begin(ports: readonly number[]): Promise<void> {
    const { directory, eventStoreUrl, vaultKey, wanted } = this;
    const databaseUrl = this.postgres.url;
    await this.eventNode.ready(30_000);
    // By the product that is run, so that a planted bug in its tables is there too.
    const { status, stderr } = spawnSync(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], {
      cwd: wanted.root,
      env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`not migrated: ${stderr}`);
    await seed({ databaseUrl, eventStoreUrl, vaultKey: vaultKey.toString('base64'), policyPatch });
    mkdirSync(join(directory, 'data'), { recursive: true });
    this.#keep('projector', entries.projector, {});
    this.#keep('worker', entries.worker, {});
    this.#keep('observer', resolve('dist/test/crucible/observer.js'), { CRUCIBLE_OBSERVED: this.observed });
    ports.forEach((port, index) => {
      this.#keep(`api-${index + 1}`, 'dist/apps/api/src/main.js', {
        PORT: String(port),
        // The second one hears the log through the wire that can lose answers.
        ...(index === 1 && { EVENTSTORE_URL: this.eater.url }),
      });
    });
    for (const process of this.processes) await process.ready(60_000);
  }

  #keep(name: string, entry: string, env: Record<string, string>): KeptProcess {
    const { directory, eventStoreUrl, vaultKey, wanted } = this;
    // The observer follows with the libraries of the product that is run.
    const kept = new KeptProcess(
      {
        name,
        root: wanted.root,
        entry: name === 'observer' ? 'dist/test/crucible/observer.js' : entry,
        execArgv: clockArgs(wanted),
        env: {
          ...clockIn(wanted, directory),
          HOST: '127.0.0.1',
          DATABASE_URL: this.postgres.url,
          EVENTSTORE_URL: eventStoreUrl,
          ...(this.redis && { REDIS_URL: this.redis.url }),
          LEDGERDESK_VAULT_KEY: vaultKey.toString('base64'),
          LEDGERDESK_EMBEDDED: '1',
          LEDGERDESK_USER_REQUESTS_PER_MINUTE: '1000000',
          LEDGERDESK_ADDRESS_REQUESTS_PER_MINUTE: '1000000',
          LEDGERDESK_DEV_TOKEN_REQUESTS_PER_MINUTE: '1000000',
          DATA_DIR: join(directory, 'data'),
          ...env,
        },
      },
      (line) => this.leaks.inLog(name, line),
    );
    this.processes.push(kept);
    return kept;
  }

  #named(wanted: string): KeptProcess {
    const found = this.processes.find(({ name }) => name === wanted);
    if (!found) throw new Error(`there is no ${wanted}`);
    return found;
  }
}

const entries = { projector: 'dist/projections/main.js', worker: 'dist/apps/worker/src/main.js' } as const;

const clockIn = ({ clock }: Wanted, directory: string): Record<string, string> =>
  clock ? { CRUCIBLE_CLOCK: join(directory, 'clock') } : {};
const clockArgs = ({ clock }: Wanted): string[] => (clock ? ['--import', resolve('dist/test/crucible/clock.js')] : []);
