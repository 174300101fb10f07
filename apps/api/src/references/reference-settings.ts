import type { ReferenceKindSettings } from './kinds.js';
import type { AskedSystem } from './over-http.js';

/** What the support desk of a telephone service has at hand. */
const usual = 'call=reported,licence=reported';

/**
 * `LEDGERDESK_REFERENCES`: `<kind>=reported` or `<kind>=<URL>`, separated by commas; with
 * `LEDGERDESK_REFERENCES_TIMEOUT_MS` and `LEDGERDESK_REFERENCES_TOKEN` for the systems that are asked.
 */
export function readReferenceKinds(
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
  bad: (name: string, wants: string) => void,
): ReferenceKindSettings {
  const name = 'LEDGERDESK_REFERENCES';
  const kinds = (env[name] ?? usual).split(',').filter((part) => part.trim() !== '');
  const wants = (kind: string) => bad(name, `must say <kind>=reported or <kind>=<http or https URL>: ${kind}`);
  return Object.fromEntries(
    kinds.flatMap((part): [string, 'reported' | AskedSystem][] => {
      const [, kind = '', how = ''] = /^\s*([a-z][a-z0-9_-]{0,31})=(\S+)\s*$/.exec(part) ?? [];
      if (how === 'reported') return [[kind, how]];
      const asked = URL.canParse(how) && /^https?:$/.test(new URL(how).protocol);
      if (!asked) wants(part.trim().split('=')[0] ?? '');
      const token = env.LEDGERDESK_REFERENCES_TOKEN || null;
      return asked ? [[kind, { url: how, timeoutMs, token }]] : [];
    }),
  );
}
