// Sends lines in order and hands back their answers in order. After a broken connection it sends again what was not
// answered: every line carries its own id, so what had been done already is answered from its first receipt.
import { persistently, Unreachable, type Client } from '../client.js';
import type { ImportLine } from './line.js';

export interface Answer {
  readonly commandId: string | null;
  readonly ok: boolean;
  /** why not */
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  /** of the last event in the log, as far as there is one */
  readonly position?: string;
  /** an earlier run had done it */
  readonly replayed?: boolean;
  /** it was so already, and nothing was stored */
  readonly unchanged?: boolean;
}

/**
 * Calls `answered` once for every line, in order; what it throws ends the sending.
 * @throws Refused, Unreachable
 */
export async function send(
  client: Client,
  lines: readonly ImportLine[],
  answered: (line: ImportLine, answer: Answer) => void,
): Promise<void> {
  let done = 0;
  while (done < lines.length) {
    // Patience begins anew whenever something was answered.
    const before = done;
    await persistently(async () => {
      try {
        for await (const answer of post(client, lines.slice(done))) {
          const line = lines[done];
          if (!line || answer.commandId !== line.commandId) {
            throw new Error(`an answer came for ${answer.commandId}, where ${line?.commandId} was asked`);
          }
          done += 1;
          answered(line, answer);
        }
        if (done < lines.length) throw new Unreachable(`${client.url}: the answer was cut off`);
      } catch (error) {
        if (!(error instanceof Unreachable) || done === before) throw error;
      }
    });
  }
}

async function* post(client: Client, lines: readonly ImportLine[]): AsyncGenerator<Answer> {
  const response = await client.request('POST', '/v1/import', {
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    contentType: 'application/x-ndjson',
  });
  for await (const text of client.linesOf(response)) yield JSON.parse(text) as Answer;
}
