import { spawnSync } from 'node:child_process';
import { isOf, type Ledger } from '#ledger';
import { stepsOf } from '../../apps/api/src/audit/history.js';
import { interleave, median, oursOverTheirs, row, short, timed, type Bench, type Figure, type Row } from '../bench.js';
import { generatedDesk } from '../generator/generated-desk.js';
import { startProcess, type Desk } from '../servers.js';
import { streamReads } from '../yardsticks/stream-read.js';

export const audit: Figure = {
  id: 'P10',
  title: 'a ticket as it was at any version, beside reading its stream; memory that an export of everything takes',
  measure: async (bench) => {
    const { quick, tickets } = bench;
    const desk = await generatedDesk(bench, quick ? 600 : tickets, 10);
    const some = await someStreams(desk.ledger, quick ? 50 : 500);
    const read = streamReads(desk.eventStoreUrl, bench);
    const p50 = async (work: (stream: string, revision: bigint) => Promise<unknown>): Promise<number> => {
      const times: number[] = [];
      for (const { stream, revision } of some) times.push(await timed(() => work(stream, revision)));
      return median(times);
    };
    const pairs = await interleave(
      bench,
      () =>
        p50(async (stream, revision) => {
          const [, tenant = '', id = ''] = /^ticket-([a-z0-9]+)\.(.+)$/.exec(stream) ?? [];
          let shown = 0;
          for await (const _step of stepsOf(desk.ledger, tenant, id, { revision: revision / 2n })) shown += 1;
          if (shown === 0) throw new Error(`${stream} shows nothing`);
        }),
      () => p50((stream) => read(stream)),
    );
    return [
      row(
        {
          id: 'P10',
          what: 'one ticket as of a version, p50',
          yardstick: 'plain stream read, p50',
          reach: { atMost: 2 },
        },
        pairs,
        oursOverTheirs,
        'ms',
      ),
      await exporting(desk, bench),
    ];
  },
};

async function someStreams(ledger: Ledger, amount: number): Promise<{ stream: string; revision: bigint }[]> {
  const last = new Map<string, bigint>();
  for await (const { events } of ledger.readAll({ streamPrefixes: ['ticket-acme.'] })) {
    for (const { stream, revision } of events) if (last.has(stream) || last.size < amount) last.set(stream, revision);
    if (last.size >= amount) break;
  }
  return [...last].map(([stream, revision]) => ({ stream, revision }));
}

/** Over HTTP, as an auditor does it, in a process of its own; how much it holds in memory beside what it did before. */
async function exporting({ env, ledger }: Desk, { say }: Bench): Promise<Row> {
  const ends: (() => unknown)[] = [];
  const api = await startProcess({ atEnd: (undo) => void ends.push(undo) }, 'dist/apps/api/src/main.js', env);
  try {
    const signedIn = await fetch(`${api.url}/v1/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'audra@acme.test' }),
    });
    const { token } = (await signedIn.json()) as { token: string };
    const lines = async (query: string): Promise<number> => {
      const answer = await fetch(`${api.url}/v1/audit/events${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}: ${await answer.text()}`);
      let count = 0;
      let tail = '';
      for await (const bytes of answer.body) {
        const text = tail.slice(-40) + Buffer.from(bytes).toString('latin1');
        for (let at = text.indexOf('\n', tail.slice(-40).length); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
        tail = text;
      }
      if (!tail.includes('"end":true')) throw new Error('the export was cut off');
      return count - 1;
    };
    let position = 0n;
    for await (const batch of ledger.readAll()) {
      const mine = batch.events.findLast(({ stream }) => isOf('acme', stream));
      position = mine?.position ?? position;
    }
    await lines(`?afterPosition=${position - 1n}`); // what is loaded once is loaded now
    const before = residentMiB(api.process.pid);
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, residentMiB(api.process.pid))), 250);
    const exported = await lines('').finally(() => clearInterval(watch));
    say(`${exported} events exported; memory ${short(before)} MiB before, ${short(most)} MiB at most`);
    return {
      id: 'P10',
      what: `memory of exporting ${exported.toLocaleString('en')} events`,
      yardstick: 'the idle API',
      reach: { atMost: 64 },
      ratios: [most - before],
      unit: 'MiB',
      ours: `${short(most)} MiB`,
      theirs: `${short(before)} MiB`,
    };
  } finally {
    for (const end of ends) await end();
  }
}

const residentMiB = (pid: number | undefined): number =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1_024;
