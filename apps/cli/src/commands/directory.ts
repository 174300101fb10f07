import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import progress from 'cli-progress';
import type { Command } from 'commander';
import { itemsOf } from '#read-side';
import { home } from '../arguments.js';
import { Client, persistently } from '../client.js';
import { applyInstallation } from '../directory/apply.js';
import { Failed, WrongUsage } from '../exit.js';
import { harmless } from '../terminal.js';

/** Items per request: what is told of at a time, and sent again after a broken connection. */
const batchSize = 200;

interface Result {
  readonly kind?: string;
  readonly name?: string;
  readonly ok: boolean;
  readonly outcome?: string;
  readonly code?: string;
  readonly detail?: string;
}

export function addDirectory(program: Command): void {
  const directory = program.command('directory').description('People, groups and clients from a file.');
  directory
    .command('import')
    .description('Bring a file into the tenant you are signed in to. May be run again: what is there is left alone.')
    .argument('<file>', 'one JSON document {clients, users, groups}, or one item per line')
    .option('--dry-run', 'only say what would come of it')
    .action(importDirectory);
  directory
    .command('apply')
    .description(
      'Make tenants with their features, first policy, first administrator and directory, in the database DATABASE_URL ' +
        'and the event log EVENTSTORE_URL name. May be run again.',
    )
    .argument(
      '<file>',
      'a JSON document {tenants: [{id, name, features, preset, policy, admin, clients, users, groups}]}',
    )
    .action(applyDirectory);
}

async function importDirectory(file: string, { dryRun }: { readonly dryRun?: true }): Promise<void> {
  const items = itemsIn(textOf(file));
  const client = Client.fromEnvironment();
  const bar = barOver(items.length, 'items');
  const results: Result[] = [];
  // What later items refer to is only there for a trial that sees all of them.
  const size = dryRun ? Math.max(1, items.length) : batchSize;
  try {
    for (let from = 0; from < items.length; from += size) {
      results.push(...(await send(client, items.slice(from, from + size), dryRun)));
      bar.update(results.length);
    }
  } finally {
    bar.stop();
    console.log(`${dryRun ? 'It would be: ' : ''}${summaryOf(results)}`);
  }
  failFor(results);
}

async function send(client: Client, items: readonly unknown[], dryRun: true | undefined): Promise<readonly Result[]> {
  return persistently(async () => {
    const answer = await client.request('POST', `/v1/admin/directory/import${dryRun ? '?dryRun=true' : ''}`, {
      body: items.map((item) => `${JSON.stringify(item)}\n`).join(''),
      contentType: 'application/x-ndjson',
    });
    return ((await answer.json()) as { results: Result[] }).results;
  });
}

async function applyDirectory(file: string): Promise<void> {
  const { DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl } = process.env;
  if (!databaseUrl || !eventStoreUrl) throw new WrongUsage('DATABASE_URL and EVENTSTORE_URL must name both stores');
  const document = documentIn(textOf(file));
  if (!Array.isArray(document['tenants'])) throw new WrongUsage(`${file} has no list of tenants`);
  const results: Result[] = [];
  for await (const { tenant, ...result } of applyInstallation({ databaseUrl, eventStoreUrl }, document['tenants'])) {
    results.push({ ...result, name: `${tenant} ${result.name ?? ''}`.trim() });
    if (result.ok) console.log(harmless(`${tenant}: ${result.kind} ${result.name ?? ''} ${result.outcome}`));
  }
  console.log(summaryOf(results));
  failFor(results);
}

function textOf(file: string): string {
  try {
    return readFileSync(resolve(home(), file), 'utf8');
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function documentIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null) return document as Readonly<Record<string, unknown>>;
  } catch {
    // said below
  }
  throw new WrongUsage('the file is no JSON document');
}

/** A document as a whole, or a line per item. */
function itemsIn(text: string): unknown[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return linesIn(text);
  }
  if (typeof document === 'object' && document !== null && 'kind' in document) return [document];
  try {
    return itemsOf(document);
  } catch (error) {
    throw new WrongUsage(`the file: ${(error as Error).message}`);
  }
}

const linesIn = (text: string): unknown[] =>
  text.split('\n').flatMap((line, index): unknown[] => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new WrongUsage(`line ${index + 1} is no JSON`);
    }
  });

function barOver(total: number, what: string): progress.SingleBar {
  const bar = new progress.SingleBar({
    format: `{bar} {percentage}% | {value} ${what} | {duration_formatted}`,
    noTTYOutput: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return bar;
}

function summaryOf(results: readonly Result[]): string {
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  const failed = results.filter(({ ok }) => !ok).length;
  return `${count('created')} created, ${count('changed')} changed, ${count('unchanged')} unchanged, ${failed} failed`;
}

function failFor(results: readonly Result[]): void {
  const failed = results.filter(({ ok }) => !ok);
  if (failed.length === 0) return;
  throw new Failed(
    failed
      .map(({ kind = 'item', name = '', code, detail }) => harmless(`${kind} ${name}: ${code}: ${detail ?? ''}`))
      .join('\n'),
  );
}
