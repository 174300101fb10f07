// I6: a follower gets every event once and in order, whatever was killed meanwhile. The same check sees what the cursor that
// everybody writes first (`position > checkpoint`) skips while others are writing: else it would prove nothing.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import { streamPrefixes } from '#ledger';
import type { Violation } from '../violation.js';
import type { Check, Facts } from './facts.js';

export const nothingSkipped: Check = (facts) =>
  skippedBy('the observer', seenIn(facts.stack.observed), wantedOf(facts));

/** Of an observer who may be behind. */
export function nothingSkippedSoFar(facts: Facts): Violation[] {
  const seen = seenIn(facts.stack.observed);
  return skippedBy('the observer', seen, wantedOf(facts).slice(0, seen.length));
}

const wantedOf = ({ history }: Facts): string[] =>
  history.events.filter(({ stream }) => streamPrefixes.some((prefix) => stream.startsWith(prefix))).map(({ id }) => id);

export function seenIn(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => /^[0-9a-f]/.test(line));
}

export function skippedBy(follower: string, seen: readonly string[], wanted: readonly string[]): Violation[] {
  const there = new Set(seen);
  const missing = wanted.filter((id) => !there.has(id));
  const wrong = (what: string): Violation[] => [{ invariant: 'I6', what: `${follower} ${what}` }];
  if (missing.length > 0) return wrong(`skipped ${missing.length} of ${wanted.length}, the first one ${missing[0]}`);
  if (there.size !== seen.length) return wrong(`was given ${seen.length - there.size} events twice`);
  const place = wanted.findIndex((id, index) => id !== seen[index]);
  return place < 0 ? [] : wrong(`was given ${seen[place]} in place ${place} instead of ${wanted[place]}`);
}

const writers = 32;
const each = 25;

/** Thirty-two writers insert into a table with a serial position; the naive cursor follows them. What it skipped. */
export async function naiveCursorSkips(url: string, pool: Pool): Promise<Violation[]> {
  await pool.query('create schema if not exists crucible; drop table if exists crucible.naive');
  await pool.query('create table crucible.naive (position bigserial primary key, id text not null)');
  let writing = writers;
  const write = async (writer: number): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (let n = 0; n < each; n += 1) {
      await client.query('begin');
      await client.query('insert into crucible.naive (id) values ($1)', [`${writer}.${n}`]);
      await pause((writer + n) % 5); // as a transaction has more to do
      await client.query('commit');
    }
    await client.end();
    writing -= 1;
  };
  const seen: string[] = [];
  const follow = async (): Promise<void> => {
    for (let checkpoint = '0', last = false; !last; await pause(1)) {
      last = writing === 0;
      const { rows } = await pool.query<{ position: string; id: string }>(
        'select position, id from crucible.naive where position > $1 order by position',
        [checkpoint],
      );
      seen.push(...rows.map(({ id }) => id));
      checkpoint = rows.at(-1)?.position ?? checkpoint;
    }
  };
  await Promise.all([follow(), ...Array.from({ length: writers }, (_, writer) => write(writer))]);
  const { rows } = await pool.query<{ id: string }>('select id from crucible.naive order by position');
  return skippedBy(
    'the naive cursor',
    seen,
    rows.map(({ id }) => id),
  );
}
