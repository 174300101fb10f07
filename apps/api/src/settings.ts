// What the process is told by its environment, checked as a whole: a bad start names every problem at once.
import type { ClaimRules } from './auth/claims.js';
import type { SessionLimits } from './auth/sessions.js';
import { tenantsByHost } from './guest/tenants-by-host.js';
import { limitsOf, type Limits } from './limits/limits.js';
import type { ReferenceKindSettings } from './references/kinds.js';
import { readReferenceKinds } from './references/reference-settings.js';

export interface OidcIdentity {
  readonly kind: 'oidc';
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ClaimRules;
  /** what claims may make of people whom the directory does not know; empty: nothing */
  readonly newUserRoles: readonly string[];
  /** this service as the provider knows it, for browsers to sign in; null: bearer tokens only */
  readonly client: { readonly clientId: string; readonly clientSecret: string | null; readonly scope: string } | null;
}
export type Identity = { readonly kind: 'embedded' } | OidcIdentity;

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
  /** The origin under which browsers reach the service; null: embedded, the one that each request names. */
  readonly publicUrl: string | null;
  readonly sessions: SessionLimits;
  /** Where the processes count requests together; null: in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly requestsPerMinute: Limits;
  /** Open streams of one user in this process; events per tenant that are held for streams that are behind. */
  readonly streams: { readonly perUser: number; readonly backlog: number };
  /** how long an export waits for a reader that takes nothing */
  readonly exportPatienceMs: number;
  readonly references: ReferenceKindSettings;
  /** Whose guests come by which host; `*`: by every other. */
  readonly guestTenants: ReadonlyMap<string, string>;
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

  const origin = (name: string): string | null => {
    if (!env[name]) return null;
    const text = url(name, ['https:', 'http:']);
    const { origin: found, href } = URL.canParse(text) ? new URL(text) : { origin: '', href: '' };
    if (href !== `${found}/`) bad(name, 'must be an origin: a scheme, a host and perhaps a port, without a path');
    return found;
  };

  const embedded = env.LEDGERDESK_EMBEDDED === '1';
  const guestTenants = (): ReadonlyMap<string, string> => {
    const found = tenantsByHost(env.LEDGERDESK_GUEST_TENANTS ?? (embedded ? 'acme' : ''));
    if (!found) bad('LEDGERDESK_GUEST_TENANTS', 'must be a tenant, or host=tenant pairs with commas between them');
    return found ?? new Map();
  };
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
        : {
            kind: 'oidc',
            issuer: url('OIDC_ISSUER', ['https:', 'http:']),
            audience: env.OIDC_AUDIENCE ?? '',
            claims: {
              tenant: env.OIDC_TENANT_CLAIM || 'tenant',
              subject: env.OIDC_SUBJECT_CLAIM || 'sub',
              role: env.OIDC_ROLE_CLAIM || 'role',
              client: env.OIDC_CLIENT_CLAIM || 'client',
              everybodyIn: env.OIDC_TENANT || null,
            },
            newUserRoles:
              env.OIDC_NEW_USERS === '1'
                ? (env.OIDC_NEW_USER_ROLES || 'user').split(',').map((role) => role.trim())
                : [],
            client: env.OIDC_CLIENT_ID
              ? {
                  clientId: env.OIDC_CLIENT_ID,
                  clientSecret: env.OIDC_CLIENT_SECRET || null,
                  scope: env.OIDC_SCOPE || 'openid profile email',
                }
              : null,
          },
    publicUrl: origin('LEDGERDESK_PUBLIC_URL'),
    sessions: {
      idleMinutes: whole('LEDGERDESK_SESSION_IDLE_MINUTES', 8 * 60, 30 * 24 * 60),
      hours: whole('LEDGERDESK_SESSION_HOURS', 24, 30 * 24),
    },
    redisUrl: env.REDIS_URL ? url('REDIS_URL', ['redis:', 'rediss:']) : null,
    // The embedded default is one machine trying things out: its limits only stop a runaway loop.
    requestsPerMinute: limitsOf((name, usual) =>
      whole(`LEDGERDESK_${name}_REQUESTS_PER_MINUTE`, embedded ? usual * 100 : usual, 10_000_000),
    ),
    streams: {
      perUser: whole('LEDGERDESK_STREAMS_PER_USER', 20, 10_000),
      backlog: whole('LEDGERDESK_STREAM_BACKLOG', 2_000, 1_000_000),
    },
    exportPatienceMs: whole('LEDGERDESK_EXPORT_PATIENCE_SECONDS', 30, 3_600) * 1_000,
    references: readReferenceKinds(env, whole('LEDGERDESK_REFERENCES_TIMEOUT_MS', 2_000, 30_000), bad),
    guestTenants: guestTenants(),
    trustedProxies: (env.LEDGERDESK_TRUSTED_PROXIES ?? '').split(',').filter((proxy) => proxy !== ''),
  };
  if (settings.vaultKey.length !== 32) bad('LEDGERDESK_VAULT_KEY', 'must be 32 bytes in base64');
  if (settings.identity.kind === 'oidc' && !settings.identity.audience) bad('OIDC_AUDIENCE', 'must name this service');
  if (settings.identity.kind === 'oidc') {
    if (!['', '0', '1'].includes(env.OIDC_NEW_USERS ?? '')) bad('OIDC_NEW_USERS', 'must be 0 or 1');
    const { claims, client, newUserRoles } = settings.identity;
    if (newUserRoles.some((role) => !/^[a-z][a-z0-9_-]*$/.test(role) || role === 'guest' || role === 'system')) {
      bad('OIDC_NEW_USER_ROLES', 'must be roles that people have, separated by commas');
    }
    if (claims.everybodyIn !== null && !/^[a-z0-9]{1,32}$/.test(claims.everybodyIn)) {
      bad('OIDC_TENANT', 'must be the id of a tenant');
    }
    if (client && settings.publicUrl === null) bad('LEDGERDESK_PUBLIC_URL', 'must be set for browsers to sign in');
    if (!client && env.OIDC_CLIENT_SECRET) bad('OIDC_CLIENT_ID', 'must be set where OIDC_CLIENT_SECRET is');
  }
  if (problems.length > 0) throw new BadSettings(problems);
  return settings;
}
