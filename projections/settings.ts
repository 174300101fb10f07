export interface Settings {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly vaultKey: string;
}

/** @throws Error naming every variable that is missing */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const { DATABASE_URL, EVENTSTORE_URL, LEDGERDESK_VAULT_KEY } = env;
  if (DATABASE_URL && EVENTSTORE_URL && LEDGERDESK_VAULT_KEY)
    return { databaseUrl: DATABASE_URL, eventStoreUrl: EVENTSTORE_URL, vaultKey: LEDGERDESK_VAULT_KEY };
  const needed = { DATABASE_URL, EVENTSTORE_URL, LEDGERDESK_VAULT_KEY };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  throw new Error(`not set: ${missing.join(', ')}`);
}
