// An installation's tenants as its operator wrote them down: no API, no sign-in, straight to the stores.
import { randomUUID } from 'node:crypto';
import { featureNames } from '#access';
import type { KeyRing } from '#event-store';
import { directoryStream, openLedger } from '#ledger';
import { amend, presetNames, presets, type Json, type PolicyDocument, type PresetName } from '#policy';
import {
  applyItems,
  applyTenant,
  changeDirectory,
  connectDatabase,
  DirectoryRefusal,
  firstAdministrator,
  itemsOf,
  type Changer,
  type Changing,
} from '#read-side';
import { PolicyBook, PolicyInvalid, TenantJournal } from '#write-side';

export interface Stores {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
}

export interface Applied {
  readonly tenant: string;
  readonly kind?: string;
  readonly name?: string;
  readonly ok: boolean;
  readonly outcome?: string;
  readonly code?: string;
  readonly detail?: string;
}

const operator = { id: 'operator', role: 'system', kind: 'system' } as const;

const nothingSealed = (): never => {
  throw new Error('the directory and policies have nothing that is sealed');
};
const noKeys: KeyRing = {
  fresh: nothingSealed,
  get: (ids) => (ids.length === 0 ? Promise.resolve(new Map()) : nothingSealed()),
  destroy: nothingSealed,
  forget: () => undefined,
};

/** Tells of each thing as it is done. What fails stops the rest of its tenant only where that builds on it. */
export async function* applyInstallation(
  { databaseUrl, eventStoreUrl }: Stores,
  tenants: readonly unknown[],
): AsyncGenerator<Applied> {
  const database = connectDatabase({ url: databaseUrl, role: 'ledgerdesk_api', max: 2 });
  const ledger = openLedger({ url: eventStoreUrl, keys: noKeys });
  const policies = new PolicyBook(ledger);
  const journal = new TenantJournal(ledger, policies, directoryStream);

  const changerOf = async (tenant: string): Promise<Changer> => {
    const policy = await policies.find(tenant);
    const correlationId = randomUUID();
    return {
      tenant,
      by: null,
      roles: policy?.roles,
      categories: policy?.classification.categories ?? [],
      record: (changes) => {
        const events = changes.map((data) => ({ type: 'DirectoryChanged', data }) as const);
        return journal.record({ tenant, by: operator, correlationId, events });
      },
    };
  };
  const change = async <T>(tenant: string, work: (changing: Changing) => Promise<T>): Promise<T> =>
    changeDirectory(database, await changerOf(tenant), work);

  /** A new tenant starts with a policy; one that is there keeps its own. */
  const publish = async (id: string, { preset = 'unified', policy }: Tenant): Promise<string> => {
    if (await policies.find(id)) return 'unchanged';
    const document = policy === undefined ? presets[preset] : amend(presets[preset], policy);
    await policies.publish(id, document as PolicyDocument, { by: operator });
    return 'created';
  };

  try {
    for (const written of tenants) {
      const id = isRecord(written) && typeof written['id'] === 'string' ? written['id'] : '?';
      try {
        const tenant = readTenant(written);
        const { name, features, admin } = tenant;
        yield {
          tenant: id,
          kind: 'tenant',
          ok: true,
          outcome: await change(id, (to) => applyTenant(to, { name, features })),
        };
        yield { tenant: id, kind: 'policy', ok: true, outcome: await publish(id, tenant) };
        if (admin) {
          const told = { tenant: id, kind: 'admin', name: admin.login };
          yield await change(id, (to) => firstAdministrator(to, admin)).then(
            (outcome) => ({ ...told, ok: true, outcome }),
            (error: unknown) => ({ ...told, ...refusal(error) }),
          );
        }
        for await (const { index: _index, ...result } of applyItems(database, await changerOf(id), tenant.items)) {
          yield { tenant: id, ...result };
        }
      } catch (error) {
        yield { tenant: id, kind: 'tenant', ...refusal(error) };
      }
    }
  } finally {
    await ledger.close();
    await database.close();
  }
}

interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly features?: Readonly<Record<string, boolean>>;
  readonly preset?: PresetName;
  /** merge patch over the preset */
  readonly policy?: Json;
  readonly admin?: { readonly login: string; readonly name: string };
  readonly items: readonly unknown[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** @throws DirectoryRefusal `validation-failed` */
function readTenant(written: unknown): Tenant {
  if (!isRecord(written)) throw bad('', 'is no object');
  const { id, name, features, preset, policy, admin, ...directory } = written;
  if (typeof id !== 'string' || !/^[a-z0-9]{1,32}$/.test(id)) throw bad('id', 'must be 1 to 32 of a-z and 0-9');
  if (!isText(name)) throw bad('name', 'is required');
  if (
    features !== undefined &&
    !(isRecord(features) && Object.values(features).every((on) => typeof on === 'boolean'))
  ) {
    throw bad('features', 'must be an object of true and false');
  }
  const unknown = Object.keys(features ?? {}).find((feature) => !featureNames.some((known) => known === feature));
  if (unknown !== undefined) throw bad(`features.${unknown}`, `is none of ${featureNames.join(', ')}`);
  if (preset !== undefined && !presetNames.some((known) => known === preset)) {
    throw bad('preset', `must be one of ${presetNames.join(', ')}`);
  }
  if (policy !== undefined && !isRecord(policy)) throw bad('policy', 'must be a merge patch over the preset');
  if (admin !== undefined && !(isRecord(admin) && isText(admin['login']) && isText(admin['name']))) {
    throw bad('admin', 'must have a login and a name');
  }
  return { id, name, features, preset, policy, admin, items: itemsOf(directory) } as Tenant;
}

const bad = (field: string, message: string) =>
  new DirectoryRefusal('validation-failed', message, { name: field, code: 'invalid' });

/** What was wrong with it; faults that are not its own are thrown on. */
function refusal(error: unknown): Pick<Applied, 'ok' | 'code' | 'detail'> {
  if (error instanceof PolicyInvalid) return { ok: false, code: 'policy-invalid', detail: error.message };
  if (!(error instanceof DirectoryRefusal)) throw error;
  const { code, message, field } = error;
  return { ok: false, code, detail: field ? `${field.name} ${message}` : message };
}
