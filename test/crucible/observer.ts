// A follower like any other, with the libraries of the product that is run: it writes down every event that it is given,
// and resumes from its own last word when it is killed. What is missing there was skipped [I6].
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { announceReady, exitWithParent } from '#embedded';
import { parseMasterKey, Vault } from '#event-store';
import { openLedger } from '#ledger';
import { connectDatabase } from '#read-side';

const { DATABASE_URL = '', EVENTSTORE_URL = '', LEDGERDESK_VAULT_KEY = '', CRUCIBLE_OBSERVED: file = '' } = process.env;

/** Lines are `<event id>`, and `= <position>` where a batch ended; what was begun and not ended is cut off. */
function resume(): bigint | null {
  const text = existsSync(file) ? readFileSync(file, 'latin1') : '';
  const [whole = '', position] = /^[^]*^= (\d+)\n/m.exec(text) ?? [];
  if (text !== whole) truncateSync(file, whole.length);
  return position === undefined ? null : BigInt(position);
}

const database = connectDatabase({ url: DATABASE_URL, role: 'ledgerdesk_worker', max: 2 });
const keys = new Vault({ pool: database.pool, masterKey: parseMasterKey(LEDGERDESK_VAULT_KEY) });
const ledger = openLedger({ url: EVENTSTORE_URL, keys });
const stopping = new AbortController();
exitWithParent(async () => {
  stopping.abort();
  await following;
  await ledger.close();
  await database.close();
});

async function follow(): Promise<void> {
  for await (const { events, position } of ledger.follow({ after: resume(), signal: stopping.signal })) {
    const lines = events.map(({ id }) => `${id}\n`).join('');
    if (position !== null) appendFileSync(file, `${lines}= ${position}\n`);
  }
}
const following = follow();
following.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
announceReady();
