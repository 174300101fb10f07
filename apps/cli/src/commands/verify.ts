import type { Command } from 'commander';
import { Client } from '../client.js';
import { Failed } from '../exit.js';

interface Verification {
  readonly ok: boolean;
  readonly checked: number;
  readonly firstBroken?: {
    readonly stream: string;
    readonly revision: string;
    readonly position: string;
    readonly type: string;
    readonly reason: string;
  };
}

const reasons: Readonly<Record<string, string>> = {
  hash: 'its content is not what was written',
  link: 'it does not follow the event before it',
  revision: 'events before it are missing',
  id: 'its id was made for another content',
  malformed: 'it cannot be read',
};

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description("Compute the hashes of history anew: one ticket's, or all of the tenant.")
    .argument('[ticket]', 'its number or id')
    .action(verify);
}

async function verify(ticket: string | undefined): Promise<void> {
  const response = await Client.fromEnvironment().request('POST', '/v1/audit/verify', {
    body: JSON.stringify(ticket === undefined ? {} : { id: ticket }),
  });
  const { ok, checked, firstBroken } = (await response.json()) as Verification;
  console.log(`${checked} events are sound.`);
  if (ok || !firstBroken) return;
  const { stream, revision, position, type, reason } = firstBroken;
  throw new Failed(
    `revision ${revision} of ${stream} is broken (${type}, position ${position}): ${reasons[reason] ?? reason}`,
  );
}
