import { featuresOff, type Feature, type FeaturesOff } from '#access';
import type { Database } from '#read-side';
import type { PolicyBook } from '#write-side';
import { requireFeature } from './licence.js';

/** For routes without a caller, whose tenant is known some other way: what of it is off, as the directory has it now. */
export class Features {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicyBook,
  ) {}

  /** @throws Problem `feature-not-licensed`, `feature-switched-off` */
  async require(tenant: string, ...features: readonly Feature[]): Promise<void> {
    const off = await this.#off(tenant);
    for (const feature of features) requireFeature(off, feature);
  }

  async #off(tenant: string): Promise<FeaturesOff> {
    const policy = await this.policies.get(tenant);
    return this.database.inTenant(tenant, async (tx) => {
      const row = await tx
        .selectFrom('directory.tenants')
        .select('features')
        .where('id', '=', tenant)
        .executeTakeFirst();
      return featuresOff(row?.features ?? {}, policy.features);
    });
  }
}
