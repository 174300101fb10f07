import type { Command } from 'commander';
import { changesInWords, type Changes, type Picture } from '#ticket';
import { momentIn, queryOf } from '../arguments.js';
import { Client } from '../client.js';
import { WrongUsage } from '../exit.js';
import { harmless, styled } from '../terminal.js';

interface Step extends Changes {
  readonly type: string;
  readonly revision: string;
  readonly stream: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly origin: 'live' | 'import';
  readonly actor: { readonly id: string; readonly role: string; readonly name: string | null };
}
interface StepsPage {
  readonly items: readonly Step[];
  readonly nextCursor: string | null;
}
interface State {
  readonly state: Picture;
  readonly revision: string;
  readonly at: string;
}

interface Options {
  readonly at?: string;
  readonly knownAt?: string;
  readonly revision?: string;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('Show what happened to a ticket, step by step: when, who, and what changed.')
    .argument('<ticket>', 'its number or id; deleted ones too')
    .option('--at <time>', 'only what had happened by then (ISO 8601; UTC where it names no zone)', momentIn)
    .option('--known-at <time>', 'only what was recorded by then', momentIn)
    .option('--revision <n>', 'only up to this revision')
    .action(replay);
}

async function replay(ticket: string, moment: Options): Promise<void> {
  if (Object.keys(moment).length > 1) throw new WrongUsage('one of --at, --known-at and --revision at a time');
  const client = Client.fromEnvironment();
  const path = `/v1/audit/tickets/${encodeURIComponent(ticket)}`;
  const { state, revision, at } = await client.get<State>(path + queryOf({ ...moment }));
  console.log(styled('bold', harmless(`${state.number}  ${state.subject}`)));
  let cursor: string | undefined;
  do {
    const page: StepsPage = await client.get(`${path}/events${queryOf({ ...moment, limit: '100', cursor })}`);
    for (const step of page.items) console.log(`\n${written(step)}`);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  console.log(`\n${styled('bold', harmless(`${standing(state)} at ${shown(at)}, revision ${revision}`))}`);
}

function written({ type, revision, stream, occurredAt, recordedAt, origin, actor, ...changes }: Step): string {
  // Links have a stream of their own: its revisions are none of this ticket's.
  const place = stream.startsWith('ticket-') ? `#${revision}` : '–';
  const who = `${actor.name ?? actor.id} (${actor.role})`;
  const head = styled('bold', harmless(`${place.padEnd(4)} ${shown(occurredAt)}  ${who}  ${type}`));
  const imported = origin === 'import' ? [styled('dim', `recorded ${shown(recordedAt)}, by an import`)] : [];
  const lines = changesInWords(changes).map((line) => harmless(line).replaceAll('\n', '\n       '));
  return [head, ...[...lines, ...imported].map((line) => `     ${line}`)].join('\n');
}

const shown = (time: string): string => time.replace('T', ' ');

const standing = ({ status, priority, deleted }: Picture): string =>
  deleted ? `Deleted (last ${status})` : `${status}, priority ${priority},`;
