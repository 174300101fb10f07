import progress from 'cli-progress';
import type { Command } from 'commander';
import { Client, persistently, Refused } from '../client.js';
import { queryOf } from '../arguments.js';
import { Failed, WrongUsage } from '../exit.js';

interface Page {
  readonly items: readonly { readonly id: string; readonly number: string }[];
  readonly nextCursor: string | null;
}

const atOnce = 8;
/** A closed ticket has nothing to wait for; should it be reopened and resolved, that makes it live. */
const unfinished = ['new', 'open', 'in_progress', 'waiting', 'resolved'];

export function addAdopt(program: Command): void {
  program
    .command('adopt')
    .description('Let imported tickets go live: timers start from now. A ticket that is live already stays as it is.')
    .argument('[tickets...]', 'numbers or ids')
    .option('--all', 'every ticket that is not closed')
    .action(adopt);
}

async function adopt(tickets: readonly string[], { all }: { readonly all?: true }): Promise<void> {
  if (tickets.length > 0 === (all !== undefined)) throw new WrongUsage('name tickets, or say --all');
  const client = Client.fromEnvironment();
  const wanted = all ? allUnfinished(client) : tickets;
  const total = all ? await countUnfinished(client) : tickets.length;
  const bar = new progress.SingleBar({
    format: '{bar} {percentage}% | {value} tickets | {duration_formatted}',
    noTTYOutput: true,
    hideCursor: true,
  });
  const refused: string[] = [];
  bar.start(total, 0);
  try {
    let batch: string[] = [];
    const flush = async (): Promise<void> => {
      await Promise.all(batch.map((ticket) => adoptOne(client, ticket).catch(orSay(ticket, refused))));
      bar.increment(batch.length);
      batch = [];
    };
    for await (const ticket of wanted) {
      batch.push(ticket);
      if (batch.length === atOnce) await flush();
    }
    await flush();
  } finally {
    bar.stop();
  }
  if (refused.length > 0) throw new Failed(refused.join('\n'));
}

/** May be repeated: a live ticket is left as it is. */
const adoptOne = (client: Client, ticket: string): Promise<unknown> =>
  persistently(() => client.request('POST', `/v1/tickets/${encodeURIComponent(ticket)}/adopt`));

const orSay = (ticket: string, refused: string[]) => (error: unknown) => {
  if (!(error instanceof Refused)) throw error;
  refused.push(`${ticket}: ${error.message}`);
};

/** In the order of creation, which adopting does not change. */
async function* allUnfinished(client: Client): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const query = queryOf({ state: unfinished, sort: 'createdAt', order: 'asc', limit: '100', cursor });
    const page = await client.get<Page>(`/v1/tickets${query}`);
    for (const { id } of page.items) yield id;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function countUnfinished(client: Client): Promise<number> {
  const { views } = await client.get<{ views: Readonly<Record<string, number>> }>('/v1/counts');
  return (views['open'] ?? 0) + (views['resolved'] ?? 0);
}
