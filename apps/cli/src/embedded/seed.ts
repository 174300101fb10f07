// What a new desk starts with: the demo directory, and for each tenant its whole policy as the first event.
import { Vault, parseMasterKey } from '#event-store';
import { openLedger } from '#ledger';
import { amend, presets, validatePolicy, type Json, type PolicyDocument } from '#policy';
import { connectDatabase, demoPolicies, seedDemo } from '#read-side';
import { PolicyBook } from '#write-side';

const system = { id: 'system', role: 'system', kind: 'system' } as const;

export interface Seeding {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly vaultKey: string;
  readonly policyPatch: Json | undefined;
}

/** The demo tenants' policies with the patch laid over them. @throws Error naming every key at fault */
export function demoPolicyDocuments(policyPatch: Json | undefined): { tenant: string; document: PolicyDocument }[] {
  return demoPolicies().map(({ tenant, patch }) => {
    const seeded = amend(presets.unified, patch) as unknown as PolicyDocument;
    const document = policyPatch === undefined ? seeded : amend(seeded, policyPatch);
    const problems = validatePolicy(document);
    if (problems.length > 0) {
      const named = problems.map(({ field, message }) => `  - LEDGERDESK_POLICY ${field}: ${message}`);
      throw new Error(`Ledgerdesk cannot start:\n${named.join('\n')}`);
    }
    return { tenant, document: document as unknown as PolicyDocument };
  });
}

export async function seed({ databaseUrl, eventStoreUrl, vaultKey, policyPatch }: Seeding): Promise<void> {
  const database = connectDatabase({ url: databaseUrl, role: 'ledgerdesk_api', max: 2 });
  const keys = new Vault({ pool: database.pool, masterKey: parseMasterKey(vaultKey) });
  const ledger = openLedger({ url: eventStoreUrl, keys });
  const policies = new PolicyBook(ledger);
  try {
    await seedDemo(database);
    for (const { tenant, document } of demoPolicyDocuments(policyPatch)) {
      const stored = await policies.find(tenant);
      if (!stored) await policies.publish(tenant, document, { by: system });
      else if (policyPatch !== undefined) await policies.publish(tenant, withKnown(document, stored), { by: system });
    }
  } finally {
    await ledger.close();
    await database.close();
  }
}

/** Tickets may hold categories that came later than the seeding (an import adds them): those stay. */
function withKnown(document: PolicyDocument, stored: PolicyDocument): PolicyDocument {
  const named = new Set(document.classification.categories.map(({ id }) => id));
  const later = stored.classification.categories.filter(({ id }) => !named.has(id));
  if (later.length === 0) return document;
  const categories = [...document.classification.categories, ...later];
  return { ...document, classification: { ...document.classification, categories } };
}
