// References that another system is asked about, each time. The protocol: POST {kind, ids, tenant, clientId, projectId,
// actor: {id, role}} as JSON; 200 {unavailable: [those of the ids that cannot be named]}. Anything else is no answer.
import { ReferencesUnavailable, type ReferenceProvider } from './provider.js';

export interface AskedSystem {
  readonly url: string;
  /** milliseconds until it has not answered */
  readonly timeoutMs: number;
  /** sent as a bearer token */
  readonly token: string | null;
}

const mostBytes = 64 * 1_024;

export const overHttp = (kind: string, { url, timeoutMs, token }: AskedSystem): ReferenceProvider => ({
  unavailable: async (ids, { tenant, id, role }, { clientId, projectId }) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ kind, ids, tenant, clientId, projectId, actor: { id, role } }),
      });
      if (answer.status !== 200) {
        await answer.body?.cancel();
        throw new Error(`it answered ${answer.status}`);
      }
      const named = unavailableOf(JSON.parse(await textOf(answer)));
      return ids.filter((asked) => named.has(asked));
    } catch (cause) {
      throw new ReferencesUnavailable(kind, { cause });
    }
  },
});

async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error(`it answered more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unavailableOf(answer: unknown): ReadonlySet<string> {
  const ids: unknown = typeof answer === 'object' && answer !== null && 'unavailable' in answer && answer.unavailable;
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) {
    throw new Error('it did not say which are unavailable');
  }
  return new Set(ids);
}
