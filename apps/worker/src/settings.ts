// What the process is told by its environment, checked as a whole: a bad start names every problem at once.
import { parseMasterKey } from '#event-store';

export interface Settings {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  /** where jobs are kept; without it, in the database */
  readonly redisUrl: string | undefined;
  readonly vaultKey: Buffer;
}

export class BadSettings extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Ledgerdesk's worker cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** @throws BadSettings naming every variable at fault */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const problems: string[] = [];
  const url = (name: string, protocols: readonly string[]): string => {
    const text = env[name] ?? '';
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      problems.push(`${name} must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    }
    return text;
  };
  const masterKey = (): Buffer => {
    try {
      return parseMasterKey(env.LEDGERDESK_VAULT_KEY ?? '');
    } catch (error) {
      problems.push(`LEDGERDESK_VAULT_KEY: ${(error as Error).message}`);
      return Buffer.alloc(0);
    }
  };
  const settings: Settings = {
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    eventStoreUrl: url('EVENTSTORE_URL', ['esdb:', 'esdb+discover:', 'kurrentdb:', 'kurrentdb+discover:']),
    redisUrl: env.REDIS_URL ? url('REDIS_URL', ['redis:', 'rediss:']) : undefined,
    vaultKey: masterKey(),
  };
  if (problems.length > 0) throw new BadSettings(problems);
  return settings;
}
