// What `ledgerdesk up` is told by its environment, checked as a whole: a bad start names every problem at once.
import { resolve } from 'node:path';
import { parseMasterKey } from '#event-store';
import type { Json } from '#policy';
import { problemsOf } from './seed.js';

export interface EmbeddedSettings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly demo: boolean;
  /** merge patch over the `unified` preset of the demo tenants */
  readonly policyPatch: Json | undefined;
  readonly eventStoreUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** base64; without it a key is made and kept in `dataDir` */
  readonly vaultKey: string | undefined;
  readonly oidc: { readonly issuer: string; readonly audience: string } | undefined;
}

export class BadSettings extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Ledgerdesk cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** @throws BadSettings naming every variable at fault */
export function readEmbeddedSettings(env: NodeJS.ProcessEnv): EmbeddedSettings {
  const problems: string[] = [];
  const url = (name: string, protocols: readonly string[]): string | undefined => {
    const text = env[name];
    if (!text) return undefined;
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      problems.push(`${name} must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    }
    return text;
  };

  const portText = env.PORT || '3000';
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) problems.push('PORT must be a whole number from 0 to 65535');
  const demoText = env.LEDGERDESK_DEMO || '1';
  if (demoText !== '0' && demoText !== '1') problems.push('LEDGERDESK_DEMO must be 0 or 1');

  let policyPatch: Json | undefined;
  if (env.LEDGERDESK_POLICY) {
    try {
      policyPatch = JSON.parse(env.LEDGERDESK_POLICY) as Json;
      if (typeof policyPatch !== 'object' || policyPatch === null || Array.isArray(policyPatch)) {
        problems.push('LEDGERDESK_POLICY must be a JSON object, a merge patch over the unified preset');
      } else problems.push(...problemsOf(policyPatch));
    } catch (error) {
      problems.push(`LEDGERDESK_POLICY is not JSON: ${(error as Error).message}`);
    }
  }
  const vaultKey = env.LEDGERDESK_VAULT_KEY || undefined;
  if (vaultKey !== undefined) {
    try {
      parseMasterKey(vaultKey);
    } catch (error) {
      problems.push(`LEDGERDESK_VAULT_KEY: ${(error as Error).message}`);
    }
  }
  const issuer = url('OIDC_ISSUER', ['https:', 'http:']);
  const audience = env.OIDC_AUDIENCE || undefined;
  if ((issuer === undefined) !== (audience === undefined)) {
    problems.push('OIDC_ISSUER and OIDC_AUDIENCE are set together or not at all');
  }

  const settings: EmbeddedSettings = {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: resolve(env.DATA_DIR || '.data'),
    demo: demoText === '1',
    policyPatch,
    eventStoreUrl: url('EVENTSTORE_URL', ['esdb:', 'esdb+discover:', 'kurrentdb:', 'kurrentdb+discover:']),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:']),
    vaultKey,
    oidc: issuer !== undefined && audience !== undefined ? { issuer, audience } : undefined,
  };
  if (problems.length > 0) throw new BadSettings(problems);
  return settings;
}
