// What a desk needs before generated tickets make sense to it: their tenants, and their categories in every policy.
import { amend, presets, type Json, type PolicyDocument, type TicketPolicy } from '#policy';
import { demoTenants } from '#read-side';
import type { Desk } from '../servers.js';
import { generatedCategories, tenants } from './lives.js';

export const generatedPolicy = { classification: { categories: generatedCategories } } as unknown as Json;

/** The whole of it, for events without a log. */
export const generatedUnder: TicketPolicy = {
  version: 0,
  ...(amend(presets.unified, generatedPolicy) as unknown as PolicyDocument),
};

/** Answers the policy that the tickets are decided under. */
export async function prepare({ database, policies }: Pick<Desk, 'database' | 'policies'>): Promise<TicketPolicy> {
  const { version: _version, ...document } = generatedUnder;
  for (const { id } of tenants) {
    if (demoTenants.includes(id)) continue;
    await database.inTenant(id, (tx) => tx.insertInto('directory.tenants').values({ id, name: id }).execute());
    await policies.publish(id, document, { by: { id: 'system', role: 'system', kind: 'system' } });
  }
  return policies.get('acme');
}
