import { unknownReferences, type Database } from '#read-side';
import type { ReferenceProvider } from './provider.js';

/** References that other systems report to `PUT /v1/references`; until the first is reported, any of the kind will do. */
export const reported = (database: Database, kind: string): ReferenceProvider => ({
  unavailable: (ids, by, place) => database.inTenant(by.tenant, (tx) => unknownReferences(tx, by, kind, ids, place)),
});
