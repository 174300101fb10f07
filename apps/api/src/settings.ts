// What the process is told by its environment, checked as a whole: a bad start names every problem at once.
import { limitsOf, type Limits } from './limits/limits.js';

export type Identity =
  { readonly kind: 'embedded' } | { readonly kind: 'oidc'; readonly issuer: string; readonly audience: string };

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  /** 32 bytes that wrap the tickets' keys; other secrets of the process are derived from them. */
  readonly vaultKey: Buffer;
  /** Where the embedded token issuer keeps its key. */
  readonly dataDir: string;
  readonly identity: Identity;
  /** Where the processes count requests together; null: in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly requestsPerMinute: Limits;
  /** Open streams of one user in this process; events per tenant that are held for streams that are behind. */
  readonly streams: { readonly perUser: number; readonly backlog: number };
  /** Proxies whose `X-Forwarded-For` is believed: addresses or CIDR ranges. */
  readonly trustedProxies: readonly string[];
}

export class BadSettings extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Ledgerdesk's API cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** @throws BadSettings naming every variable at fault */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const problems: string[] = [];
  const bad = (name: string, wants: string) => problems.push(`${name} ${wants}`);

  const whole = (name: string, fallback: number, max: number): number => {
    const text = env[name] || String(fallback);
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number <= max)) bad(name, `must be a whole number from 0 to ${max}`);
    return number;
  };
  const url = (name: string, protocols: readonly string[]): string => {
    const text = env[name] ?? '';
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      bad(name, `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    }
    return text;
  };

  const embedded = env.LEDGERDESK_EMBEDDED === '1';
  const settings: Settings = {
    host: env.HOST || '127.0.0.1',
    port: whole('PORT', 3000, 65_535),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    eventStoreUrl: url('EVENTSTORE_URL', ['esdb:', 'esdb+discover:', 'kurrentdb:', 'kurrentdb+discover:']),
    vaultKey: Buffer.from(env.LEDGERDESK_VAULT_KEY ?? '', 'base64'),
    dataDir: env.DATA_DIR || '.data',
    identity:
      embedded && !env.OIDC_ISSUER
        ? { kind: 'embedded' }
        : { kind: 'oidc', issuer: url('OIDC_ISSUER', ['https:', 'http:']), audience: env.OIDC_AUDIENCE ?? '' },
    redisUrl: env.REDIS_URL ? url('REDIS_URL', ['redis:', 'rediss:']) : null,
    // The embedded default is one machine trying things out: its limits only stop a runaway loop.
    requestsPerMinute: limitsOf((name, usual) =>
      whole(`LEDGERDESK_${name}_REQUESTS_PER_MINUTE`, embedded ? usual * 100 : usual, 10_000_000),
    ),
    streams: {
      perUser: whole('LEDGERDESK_STREAMS_PER_USER', 20, 10_000),
      backlog: whole('LEDGERDESK_STREAM_BACKLOG', 2_000, 1_000_000),
    },
    trustedProxies: (env.LEDGERDESK_TRUSTED_PROXIES ?? '').split(',').filter((proxy) => proxy !== ''),
  };
  if (settings.vaultKey.length !== 32) bad('LEDGERDESK_VAULT_KEY', 'must be 32 bytes in base64');
  if (settings.identity.kind === 'oidc' && !settings.identity.audience) bad('OIDC_AUDIENCE', 'must name this service');
  if (problems.length > 0) throw new BadSettings(problems);
  return settings;
}
