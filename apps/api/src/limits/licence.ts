// Which routes a feature opens. A route that is not named here is about tickets, so that a new one is never forgotten.
import { featureNames, type Feature, type FeaturesOff } from '#access';
import { Problem } from '../http/problem.js';

/** Who one is, and what administrators and auditors do: a licence that ended must be seen, and its history stays open. */
const beside = /^(\/v1\/(me|session|policy|admin|audit|dev)|\/auth)(\/|$)/;

const parts: readonly [Feature, RegExp][] = [
  ['api-keys', /^\/v1\/api-keys(\/|$)/],
  ['guest', /^\/v1\/guest(\/|$)/],
  ['bulk', /^\/v1\/bulk$/],
  ['import', /^\/v1\/import$/],
  ['merge', /^\/v1\/tickets\/:id\/(merge|unmerge|split)$/],
  ['links', /^\/v1\/tickets\/:id\/links(\/|$)/],
  ['references', /^\/(v1\/tickets\/:id\/references|api\/support\/tickets\/:id\/calls)(\/|$)/],
  ['snooze', /^\/v1\/tickets\/:id\/snooze$/],
  ['rating', /^\/v1\/tickets\/:id\/rating$/],
];

/** Looking is not acting: links and references that are there are still shown. */
const onlyLooks = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** `url`: the route's template. @throws Problem `feature-not-licensed`, `feature-switched-off` */
export function refuseWhatIsOff(off: FeaturesOff | undefined, method: string, url: string): void {
  if (!off || off.size === 0) return;
  const part = parts.find(([, pattern]) => pattern.test(url))?.[0];
  if (part !== 'api-keys' && !beside.test(url)) requireFeature(off, 'supportTickets');
  if (part && (part === 'api-keys' || part === 'guest' || !onlyLooks(method))) requireFeature(off, part);
}

/** @throws Problem `feature-not-licensed`, `feature-switched-off` */
export function requireFeature(off: FeaturesOff, feature: Feature): void {
  const by = off.get(feature);
  if (by === undefined) return;
  throw by === 'licence'
    ? new Problem(
        403,
        'feature-not-licensed',
        `The feature ${feature} is not in this organisation's licence. When its entitlements have changed, sign in again.`,
        { feature },
      )
    : new Problem(
        403,
        'feature-switched-off',
        `The feature ${feature} is switched off here. An administrator can switch it on in the policy.`,
        { feature },
      );
}

/** As `GET /v1/me` shows them: all that there are, each on or off. */
export const toldFeatures = (off: FeaturesOff): Record<string, boolean> =>
  Object.fromEntries(featureNames.map((feature) => [feature, !off.has(feature)]));
