// What 100,000 tickets do to the queue: `node scripts/queue-figures.mjs [tickets]` after a build. Starts a desk of its
// own, fills its read model by hand, and measures in Chromium. Figures, no verdict: they depend on the machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { badgeRollUps } from '../dist/libs/read-side/src/index.js';
import { withDesk } from './own-desk.mjs';

const tickets = Number(process.argv[2] ?? 100_000);
const scrolled = 1000;
const say = (text) => process.stdout.write(`${text}\n`);
const sum = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0)} ms`;
  return `median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`;
};

await withDesk(async ({ dataDir, as, signIn }) => {
  const first = {
    subject: 'The first of many',
    description: 'It happens since this morning.',
    categoryId: 'technical',
  };
  const { position } = await as('nora@northwind.test', 'POST', '/v1/tickets', first);
  await as('nora@northwind.test', 'GET', `/v1/tickets?after=${position}`);
  const filling = performance.now();
  await fill(dataDir);
  say(`${tickets} tickets filled in ${((performance.now() - filling) / 1000).toFixed(0)} s`);

  const page = await signIn('abe@acme.test', '/?view=all');
  await page.locator('tbody tr').first().waitFor();

  const painted = [];
  for (const view of ['Unassigned', 'Urgent', 'Resolved', 'Needs response', 'All', 'Urgent', 'Unassigned', 'All']) {
    painted.push(await page.evaluate(paintOf, view));
  }
  say(`first page painted after the API's answer: ${sum(painted.map(({ paint }) => paint))}`);
  say(`  the answer itself: ${sum(painted.map(({ answer }) => answer))}`);
  const cold = [];
  await page.addInitScript(noteColdPaint);
  for (let turn = 0; turn < 3; turn += 1) {
    await page.reload();
    await page.waitForFunction(() => globalThis.paintedAt !== undefined);
    cold.push(await page.evaluate(coldPaint));
  }
  say(`the same when the page is loaded anew: ${sum(cold)}`);
  const { frames, blank, waiting, rows } = await page.evaluate(scrollThrough, scrolled);
  say(
    `${rows} rows scrolled in ${frames.length} frames: ${blank} with a blank row, ${waiting} at the end of what was loaded`,
  );
  say(`  a frame: ${sum(frames)}`);
});

/** The one ticket there is, over and over, with the facts changed that lists, views and badges look at. */
async function fill(dataDir) {
  const place = join(dataDir, 'postgres');
  const [, , , at] = readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(place, 'password'), 'utf8').trim();
  const client = new pg.Client({ connectionString: `postgres://postgres:${password}@127.0.0.1:${at}/postgres` });
  await client.connect();
  const { rows: databases } = await client.query(`select datname from pg_database where not datistemplate`);
  let db = client;
  for (const { datname } of databases) {
    const one = new pg.Client({ connectionString: `postgres://postgres:${password}@127.0.0.1:${at}/${datname}` });
    await one.connect();
    const { rows } = await one.query(`select to_regclass('read.ticket_list') as there`);
    if (rows[0].there) db = one;
    else await one.end();
  }
  const { rows: columns } = await db.query(
    `select column_name as name from information_schema.columns
     where table_schema = 'read' and table_name = 'ticket_list' and is_generated = 'NEVER'`,
  );
  const state = `(array['new','in_progress','waiting','resolved','closed'])[1 + i % 5]`;
  const changed = {
    id: `md5(i::text)::uuid`,
    number: `'TICK-' || (100000 + i)`,
    subject: `'Ticket ' || i || ': ' || (array['voice line drops', 'invoice is wrong', 'cannot sign in'])[1 + i % 3]`,
    status: state,
    state,
    priority: `(array['low','normal','high','critical'])[1 + i % 4]`,
    priority_rank: `(array[0, 1, 3, 4])[1 + i % 4]`,
    waiting_on: `(array['support','support','requester',null,null])[1 + i % 5]`,
    needs_response: `i % 5 < 2`,
    assignee_id: `case when i % 2 = 0 then t.requester_id end`,
    created_at: `now() - i * interval '11 seconds'`,
    updated_at: `now() - i * interval '7 seconds'`,
    public_updated_at: `now() - i * interval '7 seconds'`,
  };
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map(({ name }) => changed[name] ?? `t."${name}"`).join(', ');
  await db.query(`insert into read.ticket_list (${names}) select ${values}
    from (select * from read.ticket_list limit 1) t, generate_series(1, ${tickets - 1}) i`);
  await db.query(`delete from read.ticket_badge_cells`);
  const facts = `status, state, waiting_on, needs_response, reopened, urgent, unassigned`;
  for (const [rollUp, told] of Object.entries(badgeRollUps)) {
    const columns = ['tenant', ...told, facts].join(', ');
    await db.query(`insert into read.ticket_badge_cells (roll_up, ${columns}, cell, count)
      select '${rollUp}', ${columns}, gen_random_uuid(), count(*) from (
        select *, state not in ('resolved', 'closed') and priority in ('high', 'critical') as urgent,
          assignee_id is null and group_id is null as unassigned from read.ticket_list) t
      group by ${columns}`);
  }
  await db.query(`analyze read.ticket_list`);
  if (db !== client) await db.end();
  await client.end();
}

// What follows runs in the page.

/** Presses a view; milliseconds of its answer, and from its last byte to the frame that shows it. */
function paintOf(view) {
  const first = () => [...document.querySelectorAll('tbody tr[data-row]')].map((row) => row.dataset.number).join(' ');
  return new Promise((resolve) => {
    const before = first();
    const from = performance.now();
    const seen = new MutationObserver(() => {
      if (first() === before || !first()) return;
      seen.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          const now = performance.now();
          const asked = performance
            .getEntriesByType('resource')
            .filter(({ name, startTime }) => name.includes('/v1/tickets?') && startTime >= from)[0];
          performance.clearResourceTimings();
          // From memory there is no answer to wait for.
          const answered = asked && asked.responseEnd > 0 && asked.responseEnd < now ? asked.responseEnd : from;
          resolve({ paint: now - answered, answer: asked ? asked.responseEnd - asked.startTime : 0 });
        }),
      );
    });
    seen.observe(document.body, { childList: true, subtree: true, attributes: true });
    [...document.querySelectorAll('[aria-label="Views"] button')]
      .find((one) => one.textContent.startsWith(view))
      .click();
  });
}

/** Before a page is loaded: notes when the first row's frame was shown. */
function noteColdPaint() {
  new MutationObserver((_, seen) => {
    if (!document.querySelector('tbody tr[data-row="0"]')) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => (globalThis.paintedAt = performance.now())));
  }).observe(document, { childList: true, subtree: true });
}

function coldPaint() {
  const [asked] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/tickets?'));
  return globalThis.paintedAt - asked.responseEnd;
}

/** Three rows a frame, as a fast wheel does. */
function scrollThrough(wanted) {
  const body = document.querySelector('table').parentElement;
  const rowHeight = 46;
  const head = document.querySelector('thead').offsetHeight;
  return new Promise((resolve) => {
    const frames = [];
    let blank = 0;
    let waiting = 0;
    let last = performance.now();
    const step = (now) => {
      frames.push(now - last);
      last = now;
      const top = body.scrollTop;
      const total = document.querySelector('tbody').offsetHeight;
      const there = new Set([...document.querySelectorAll('tbody tr[data-row]')].map((row) => Number(row.dataset.row)));
      const to = Math.min(Math.ceil((top + body.clientHeight - head) / rowHeight), Math.round(total / rowHeight));
      for (let index = Math.floor(top / rowHeight); index < to; index += 1) {
        if (there.has(index)) continue;
        blank += 1;
        break;
      }
      if (top + body.clientHeight >= body.scrollHeight - 1) waiting += 1;
      if (top >= wanted * rowHeight || frames.length > 5000) {
        resolve({ frames: frames.slice(1), blank, waiting, rows: Math.round(top / rowHeight) });
        return;
      }
      body.scrollTop = top + 3 * rowHeight;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
