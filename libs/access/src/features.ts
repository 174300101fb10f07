// What a tenant's licence, and its own administrators, leave switched on. Absent is on.
import type { Capability } from './roles.js';

/** Features that can be switched off, each with the capabilities that go with it. */
const behind = {
  /** all of it: every route of tickets */
  supportTickets: [],
  merge: ['merge'],
  bulk: ['bulk'],
  links: ['link'],
  references: ['references'],
  snooze: ['snooze'],
  rating: ['rate'],
  import: ['import'],
  guest: [],
  'api-keys': [],
} as const satisfies Record<string, readonly Capability[]>;
export type Feature = keyof typeof behind;
export const featureNames = Object.keys(behind) as Feature[];

/** `licence`: not bought; `policy`: bought, and switched off by an administrator. */
export type OffBy = 'licence' | 'policy';
export type FeaturesOff = ReadonlyMap<Feature, OffBy>;

/** Switches that say `false` count, everything else is on. The licence goes first: nobody can switch on what it lacks. */
export function featuresOff(
  licence: Readonly<Record<string, unknown>>,
  switches: Readonly<Record<string, unknown>>,
): FeaturesOff {
  const off = new Map<Feature, OffBy>();
  for (const name of featureNames) {
    if (licence[name] === false) off.set(name, 'licence');
    else if (switches[name] === false) off.set(name, 'policy');
  }
  return off;
}

/** The capabilities that are left: what is off is not offered either. */
export function withFeatures(capabilities: ReadonlySet<Capability>, off: FeaturesOff): ReadonlySet<Capability> {
  if (off.size === 0) return capabilities;
  const gone = new Set<Capability>([...off.keys()].flatMap((feature) => behind[feature]));
  return new Set([...capabilities].filter((capability) => !gone.has(capability)));
}
