import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { home, momentIn, queryOf, several } from '../arguments.js';
import { Client, persistently, Unreachable } from '../client.js';
import { WrongUsage } from '../exit.js';

interface Options {
  readonly out?: string;
  readonly from?: string;
  readonly to?: string;
  readonly type?: readonly string[];
  readonly actor?: readonly string[];
  readonly after?: string;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'Export history: the events of the tenant as lines of JSON, or the evidence of one ticket as an archive.',
    )
    .argument('[ticket]', 'its number or id')
    .option('--out <file>', 'write here; events go to standard output otherwise')
    .option('--from <time>', 'events that happened then or later (ISO 8601; UTC where it names no zone)', momentIn)
    .option('--to <time>', 'events that happened before', momentIn)
    .option('--type <type>', 'events of this type; may be repeated', several)
    .option('--actor <id>', 'events of this user; may be repeated', several)
    .option('--after <position>', 'go on after this position: nextPosition of the export before')
    .action(exportHistory);
}

async function exportHistory(ticket: string | undefined, { out, ...filters }: Options): Promise<void> {
  if (ticket !== undefined && Object.keys(filters).length > 0) {
    throw new WrongUsage('evidence is everything there is of a ticket: it takes no filters');
  }
  const client = Client.fromEnvironment();
  if (ticket !== undefined) return exportEvidence(client, ticket, out);
  const { after, ...rest } = filters;
  if (out === undefined) {
    process.stdout.on('error', () => process.exit(1)); // whoever read it has left
    return exportEvents(client, rest, after, process.stdout);
  }
  const file = await opened(resolve(home(), out));
  await exportEvents(client, rest, after, file);
  file.end();
  await once(file, 'finish');
}

/** Cut off, it goes on after the last event that arrived; the line that says "end" comes once. @throws Refused, Unreachable */
async function exportEvents(
  client: Client,
  filters: Omit<Options, 'out' | 'after'>,
  after: string | undefined,
  to: Writable,
): Promise<void> {
  let position = after;
  /** True when the end was told. */
  const goOn = async (): Promise<boolean> => {
    const before = position;
    try {
      const response = await client.request(
        'GET',
        `/v1/audit/events${queryOf({ ...filters, afterPosition: position })}`,
      );
      for await (const line of client.linesOf(response)) {
        const said = JSON.parse(line) as { readonly position?: string; readonly end?: true };
        if (!to.write(`${line}\n`)) await once(to, 'drain');
        if (said.end) return true;
        position = said.position;
      }
      throw new Unreachable(`${client.url}: the answer was cut off`);
    } catch (error) {
      // Patience begins anew whenever something arrived.
      if (!(error instanceof Unreachable) || position === before) throw error;
      return false;
    }
  };
  while (!(await persistently(goOn)));
}

async function exportEvidence(client: Client, ticket: string, out: string | undefined): Promise<void> {
  const path = `/v1/audit/tickets/${encodeURIComponent(ticket)}/evidence`;
  const response = await client.request('GET', path);
  const named = /filename="([\w.-]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const file = resolve(home(), out ?? named ?? 'evidence.zip');
  const body = response.body ? Readable.fromWeb(response.body) : [];
  await pipeline(body, await opened(file));
  console.log(`The evidence is in ${file}`);
}

async function opened(path: string): Promise<Writable> {
  const file = createWriteStream(path);
  await once(file, 'open').catch((error: Error) => {
    throw new WrongUsage(`cannot write ${path}: ${error.message}`);
  });
  return file;
}
