// What a new desk starts with: the demo directory, and for each tenant its whole policy as the first event.
import { randomUUID } from 'node:crypto';
import { Vault, parseMasterKey } from '#event-store';
import { directoryStream, openLedger } from '#ledger';
import { amend, presets, validatePolicy, type Json, type PolicyDocument } from '#policy';
import { connectDatabase, demoPolicies, seedDemo } from '#read-side';
import { PolicyBook, TenantJournal } from '#write-side';

const system = { id: 'system', role: 'system', kind: 'system' } as const;

export interface Seeding {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly vaultKey: string;
  readonly policyPatch: Json | undefined;
}

/** The demo tenants' policies with the patch laid over them, not yet validated. */
function demoPolicyDocuments(policyPatch: Json | undefined): { tenant: string; document: Json }[] {
  return demoPolicies().map(({ tenant, patch }) => {
    // A document is plain JSON; only its interfaces hide that from the compiler.
    const seeded = amend(presets.unified, patch);
    return {
      tenant,
      document: policyPatch === undefined ? seeded : amend(seeded as unknown as PolicyDocument, policyPatch),
    };
  });
}

/** What makes the patch impossible, one line each. */
export const problemsOf = (policyPatch: Json): string[] => {
  const problems = demoPolicyDocuments(policyPatch).flatMap(({ document }) => validatePolicy(document));
  return [...new Set(problems.map(({ field, message }) => `LEDGERDESK_POLICY ${field}: ${message}`))];
};

export async function seed({ databaseUrl, eventStoreUrl, vaultKey, policyPatch }: Seeding): Promise<void> {
  const database = connectDatabase({ url: databaseUrl, role: 'ledgerdesk_api', max: 2 });
  const keys = new Vault({ pool: database.pool, masterKey: parseMasterKey(vaultKey) });
  const ledger = openLedger({ url: eventStoreUrl, keys });
  const policies = new PolicyBook(ledger);
  try {
    const journal = new TenantJournal(ledger, policies, directoryStream);
    await seedDemo(database, (tenant, changes) =>
      journal.record({
        tenant,
        by: system,
        correlationId: randomUUID(),
        events: changes.map((data) => ({ type: 'DirectoryChanged', data })),
      }),
    );
    for (const { tenant, document: json } of demoPolicyDocuments(policyPatch)) {
      const document = json as unknown as PolicyDocument; // publishing validates it
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
