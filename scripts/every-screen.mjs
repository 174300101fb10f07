// Every screen as every role sees it, wide, middling and narrow, light and dark, several to a sheet to look at:
// `npm run build && node scripts/every-screen.mjs [directory] [part of a name]` writes PNG files there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDesk } from './own-desk.mjs';

const [to = join(tmpdir(), 'ledgerdesk-screens'), only = ''] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const [nora, abe, ada, pat, audra] = [
  'nora@northwind.test',
  'abe@acme.test',
  'ada@acme.test',
  'pat@partner.test',
  'audra@acme.test',
];
const admin = `policy transitions presets history statuses categories fields tags users roles groups clients partners
  import api-keys operations`;
const long =
  'The export of all orders of the last quarter stops half-way and says that an unexpected error has occurred';

await withDesk(async ({ as, signIn, url }) => {
  const ids = [];
  const subjects = [
    'Invoice shows the wrong VAT rate',
    long,
    'Voice line drops',
    'Cannot sign in',
    'Licence key refused',
  ];
  for (const [index, subject] of [...subjects, ...subjects, ...subjects].entries()) {
    const client = index % 3 === 2 ? 'cora@contoso.test' : nora;
    const { id } = await as(client, 'POST', '/v1/tickets', {
      subject,
      description:
        'Since this morning **it happens on every order**:\n\n1. open it\n2. press `Save`\n\n> It worked yesterday.',
      categoryId: ['billing', 'technical', 'account'][index % 3],
      priority: ['normal', 'high', 'low'][index % 3],
      references: index % 2 ? [] : [{ kind: 'call', id: `4711-${index}` }],
    });
    ids.push(id);
    if (index % 4 === 1) await as(abe, 'POST', `/v1/tickets/${id}/start`, {});
    if (index % 5 === 3) await as('amy@acme.test', 'POST', `/v1/tickets/${id}/resolve`, { notes: 'Deployed a fix.' });
  }
  const [shown, , , resolved] = ids;
  await as(abe, 'POST', `/v1/tickets/${shown}/take`);
  await as(abe, 'POST', `/v1/tickets/${shown}/replies`, { body: 'Which order?', then: { status: 'waiting' } });
  await as(nora, 'POST', `/v1/tickets/${shown}/replies`, { body: `Number \`4711\`. ${long}` });
  await as(abe, 'POST', `/v1/tickets/${shown}/replies`, { body: 'The tax service.', visibility: 'internal' });
  await as(abe, 'POST', `/v1/tickets/${shown}/links`, { type: 'related_to', target: ids[1] });
  await as(abe, 'PUT', `/v1/tickets/${shown}/tags/tax`);
  await as(abe, 'POST', `/v1/tickets/${shown}/snooze`, { until: new Date(Date.now() + 9 * 86_400_000).toISOString() });
  await as(ada, 'PATCH', '/v1/policy', { rating: { enabled: true } });
  const closing = ids[8];
  await as(abe, 'POST', `/v1/tickets/${closing}/close`, { reason: 'Done' }).catch(() => undefined);

  const screens = [
    [abe, 'queue', '/'],
    [abe, 'queue-filters', '/?view=all&status=%5B%22new%22%5D'],
    [abe, 'queue-nothing', '/?q=nothing-fits'],
    [abe, 'ticket', `/tickets/${shown}`],
    [abe, 'ticket-new', '/tickets/new'],
    [abe, 'nowhere', '/tickets/TICK-999999'],
    [abe, 'no-permission', '/admin/users'],
    [nora, 'list', '/dashboard/support'],
    [nora, 'new', '/dashboard/support/new'],
    [nora, 'ticket', `/dashboard/support/${shown}`],
    [nora, 'resolved', `/dashboard/support/${resolved}`],
    [nora, 'keys', '/account/api-keys'],
    [pat, 'list', '/dashboard/support'],
    [pat, 'ticket', `/dashboard/support/${shown}`],
    [audra, 'audit', '/audit'],
    [audra, 'life', `/audit/${shown}`],
    [audra, 'desk', `/tickets/${shown}`],
    ...admin.split(/\s+/).map((name) => [ada, `admin-${name}`, `/admin/${name}`]),
  ];
  const pages = new Map();
  for (const [login, screen, path] of screens) {
    const name = `${login.split('@')[0]}-${screen}`;
    if (!name.includes(only)) continue;
    if (!pages.has(login)) pages.set(login, await signIn(login, '/', { reducedMotion: 'reduce' }));
    const page = pages.get(login);
    const shots = [];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(sizes[0]);
      await page.goto(url + path);
      await page.getByRole('heading').first().waitFor();
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.waitForTimeout(500);
        const { width, height } = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          height: document.documentElement.scrollHeight,
        }));
        if (width > size.width) console.log(`${name}: ${width} wide at ${size.width}`);
        const clip = { x: 0, y: 0, width: size.width, height: Math.min(height, 1_900) };
        shots.push((await page.screenshot({ fullPage: true, clip })).toString('base64'));
      }
    }
    writeFileSync(join(to, `${name}.png`), await sheet(page.context(), shots));
    console.log(join(to, `${name}.png`));
  }
});

/** Light above dark, wide to narrow. */
async function sheet(context, shots) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1_900, height: 1_000 });
  const widths = [900, 640, 300];
  const picture = (shot, index) => `<img width="${widths[index % 3]}" src="data:image/png;base64,${shot}">`;
  await page.setContent(
    `<body style="margin:8px;background:#888;display:flex;flex-wrap:wrap;gap:8px;align-items:start">${shots.map(picture).join('')}`,
  );
  const bytes = await page.screenshot({ fullPage: true });
  await page.close();
  return bytes;
}
