// Planted bugs, each of which the crucible must catch: a check that cannot go red proves nothing. They are edits of the
// built product, applied to a copy of it; the product itself knows nothing of them.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Invariant } from './violation.js';

export interface Mutant {
  readonly name: string;
  /** what the bug does */
  readonly what: string;
  /** `dist` file, the text that stands there, and what stands there instead */
  readonly edits: readonly (readonly [file: string, text: string, instead: string])[];
  /** which of them it breaks; finding any one of these catches it */
  readonly breaks: readonly Invariant[];
  /** what brings it to light */
  readonly fault: string;
  readonly rounds: number;
}

const eventNode = 'dist/libs/event-node/src';
const eventStore = 'dist/libs/event-store/src';
const projection = 'dist/libs/projection/src';
const readSide = 'dist/libs/read-side/src';

export const mutants: readonly Mutant[] = [
  {
    name: 'acknowledge-before-flush',
    what: 'the log answers when a write is in the file, flushed or not',
    edits: [[`${eventNode}/stores.js`, 'overlappingSync: false,', 'overlappingSync: false, noSync: true,']],
    breaks: ['I1'],
    fault: 'flush-order',
    rounds: 1,
  },
  {
    name: 'pointer-not-flushed',
    what: 'the page that makes a write count is not flushed',
    edits: [[`${eventNode}/stores.js`, 'overlappingSync: false,', 'overlappingSync: false, noMetaSync: true,']],
    breaks: ['I1'],
    fault: 'flush-order',
    rounds: 1,
  },
  {
    name: 'acknowledge-before-commit',
    what: 'the log answers inside the transaction',
    edits: [
      [
        `${eventNode}/event-log.js`,
        'batch.finish();',
        'batch.finish(); group.forEach((queued, index) => queued.resolve(outcomes[index]));',
      ],
    ],
    breaks: ['I1'],
    fault: 'flush-order',
    rounds: 1,
  },
  {
    name: 'key-ignored',
    what: 'a repeated Idempotency-Key makes another command',
    edits: [['dist/apps/api/src/tickets/command-door.js', 'if (key === undefined)\n', 'if (key !== null)\n']],
    breaks: ['I2'],
    fault: 'lost-answer',
    rounds: 1,
  },
  {
    name: 'append-with-any',
    what: 'appends do not name the revision that they were decided on',
    edits: [
      [
        `${eventStore}/appender.js`,
        'options.setStreamPosition(expected.toString())',
        'options.setAny(new emptyPb.Empty())',
      ],
    ],
    breaks: ['I3'],
    fault: 'kill-api',
    rounds: 1,
  },
  {
    name: 'bookmark-outside-transaction',
    what: 'the bookmark moves before the rows are written',
    edits: [
      [
        `${projection}/model-tables.js`,
        `await run(this.client, [begin, this.#moveBookmark(move, 'or fail'),`,
        `await run(this.client, [this.#moveBookmark(move, 'or fail')]);
            await new Promise((resolve) => setTimeout(resolve, 30));
            await run(this.client, [begin,`,
      ],
    ],
    breaks: ['I4', 'I10'],
    fault: 'kill-projector',
    rounds: 4,
  },
  {
    name: 'counter-without-delta',
    what: 'a ticket that leaves a badge is not counted off',
    edits: [
      [`${projection}/fold.js`, 'count(cells, rollUp, names, before, -1);', 'count(cells, rollUp, names, before, 0);'],
    ],
    breaks: ['I4'],
    fault: 'kill-api',
    rounds: 1,
  },
  {
    name: 'generation-not-checked',
    what: 'an alarm of an earlier resolution closes a ticket',
    edits: [
      ['dist/libs/ticket/src/actions/close-by-timer.js', ' || ticket.generation !== data.generation', ''],
      ['dist/libs/ticket/src/actions/close-by-timer.js', ' || Date.parse(moment.at) < due', ''],
      // Else one would have to ring at the very moment when it is called off.
      ['dist/apps/worker/src/timers/alarms.js', 'queue.remove(jobId)', 'undefined'],
    ],
    breaks: ['I5'],
    fault: 'kill-worker',
    rounds: 4,
  },
  {
    name: 'resumes-at-the-head',
    what: 'a follower whose connection broke goes on at the head',
    edits: [
      [
        `${eventStore}/event-log.js`,
        'await sleep(waitMs, undefined, { signal }).catch(ignore);',
        `await sleep(waitMs, undefined, { signal }).catch(ignore);
                after = (await server.last().catch(() => null))?.position ?? after;`,
      ],
    ],
    breaks: ['I6'],
    fault: 'kill-event-node',
    rounds: 3,
  },
  {
    name: 'no-row-level-security',
    what: 'only predicates keep the tenants of the read models apart',
    edits: [
      [
        `${readSide}/tables/read-model.js`,
        'alter table read.${table} enable row level security, force row level security;',
        '',
      ],
    ],
    breaks: ['I7'],
    fault: 'kill-api',
    rounds: 1,
  },
  {
    name: 'texts-in-logs',
    what: 'every answered request is logged with its body',
    edits: [
      [
        'dist/apps/api/src/tickets/command-door.js',
        'const requestHash = hashOf(asked, request.command.type, body);',
        'const requestHash = hashOf(asked, request.command.type, body); console.log(JSON.stringify(body));',
      ],
    ],
    breaks: ['I7'],
    fault: 'kill-api',
    rounds: 1,
  },
  {
    name: 'lag-as-zero',
    what: 'a projector that is silent is taken for one that has nothing to do',
    edits: [[`${readSide}/tables/bookmarks.js`, 'return silent <= 2 * heartbeatMs ? 0 : silent;', 'return 0;']],
    breaks: ['I8'],
    fault: 'freeze-projector',
    rounds: 1,
  },
  {
    name: 'jobs-kept',
    what: 'the queue keeps every job that is done',
    edits: [['dist/libs/jobs/src/queues.js', 'removeOnComplete: true', 'removeOnComplete: false']],
    breaks: ['I9'],
    fault: 'kill-worker',
    rounds: 2,
  },
  {
    name: 'no-second-try',
    what: 'a read model that meets trouble halts instead of waiting it out',
    edits: [
      [`${eventStore}/event-log.js`, 'error instanceof LogUnavailable || error instanceof VaultUnavailable', 'false'],
      [`${projection}/follow.js`, 'if (isLasting(error)) {', 'if (error) {'],
    ],
    breaks: ['I10'],
    fault: 'kill-event-node',
    rounds: 1,
  },
];

/** Files of `dist` as they are with the bug. @throws Error when the product has no such place any more */
export function edited({ name, edits }: Pick<Mutant, 'name' | 'edits'>): Map<string, string> {
  const files = new Map<string, string>();
  for (const [file, text, instead] of edits) {
    const parts = (files.get(file) ?? readFileSync(file, 'utf8')).split(text);
    if (parts.length !== 2) throw new Error(`${name}: ${parts.length - 1} places in ${file} read ${text}`);
    files.set(file, parts.join(instead));
  }
  return files;
}

/** A copy of the built product with the bug in it. */
export function plant(mutant: Mutant): { root: string; remove: () => void } {
  const files = edited(mutant);
  const root = mkdtempSync(join(tmpdir(), 'ledgerdesk-mutant-'));
  cpSync('dist', join(root, 'dist'), { recursive: true });
  cpSync('package.json', join(root, 'package.json'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [file, text] of files) writeFileSync(join(root, file), text);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
