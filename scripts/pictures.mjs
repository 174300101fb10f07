// Pictures of the main screens for the README: `npm run build && node scripts/pictures.mjs` writes docs/pictures/*.png.
import { mkdirSync } from 'node:fs';
import { withDesk } from './own-desk.mjs';

const to = 'docs/pictures';
const size = { width: 1280, height: 800 };
const people = ['nora@northwind.test', 'nils@northwind.test', 'cora@contoso.test', 'nina@northwind.test'];
const subjects = [
  ['Invoice shows the wrong VAT rate', 'billing'],
  ['Voice line drops after 30 seconds', 'technical'],
  ['Cannot sign in after a password change', 'account'],
  ['Export to CSV misses the last column', 'technical'],
  ['Please add a second administrator', 'account'],
  ['Slow search on the orders page', 'technical'],
  ['Webhook deliveries arrive twice', 'technical'],
  ['Licence key is not accepted', 'billing'],
  ['How do I move a project to another client?', 'general'],
  ['Dark mode for the customer pages', 'feature-request'],
];
const description = [
  'Since this morning **it happens on every order**:',
  '1. open the order\n2. press `Save`\n3. the totals are wrong',
  '> Until yesterday they were right.',
].join('\n\n');

mkdirSync(to, { recursive: true });
await withDesk(async ({ as, signIn }) => {
  const agent = 'abe@acme.test';
  const opened = [];
  for (const [index, [subject, categoryId]] of [...subjects, ...subjects].entries()) {
    const repeated = index >= subjects.length;
    const { id } = await as(people[index % people.length], 'POST', '/v1/tickets', {
      subject: repeated ? `${subject} (again)` : subject,
      description,
      categoryId,
      priority: ['normal', 'high', 'low'][index % 3],
    });
    opened.push(id);
    if (index % 4 === 1) await as(agent, 'POST', `/v1/tickets/${id}/start`, {});
    if (index % 7 === 3) await as('amy@acme.test', 'POST', `/v1/tickets/${id}/resolve`, { notes: 'Deployed a fix.' });
  }
  const [shown] = opened;
  const reply = (login, body, more = {}) => as(login, 'POST', `/v1/tickets/${shown}/replies`, { body, ...more });
  await as(agent, 'POST', `/v1/tickets/${shown}/take`, {});
  await reply(agent, 'Thank you. **Which order** was it?', { then: { status: 'waiting' } });
  await reply(people[0], 'Number `4711`, and every one after it.');
  await reply('amy@acme.test', 'The tax service was deployed at eight.', { visibility: 'internal' });
  await as(agent, 'PUT', `/v1/tickets/${shown}/tags/tax`, {});

  const take = async (login, path, name, ready, options = {}) => {
    const page = await signIn(login, path, { viewport: size, reducedMotion: 'reduce', ...options });
    await ready(page).first().waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.waitForTimeout(800);
    await page.screenshot({ path: `${to}/${name}.png` });
    await page.context().close();
  };
  const rows = (page) => page.locator('tbody tr');
  const heading = (page) => page.getByRole('heading', { level: 1 });
  await take(agent, '/', 'queue', rows);
  await take(agent, '/', 'queue-dark', rows, { colorScheme: 'dark' });
  await take(agent, `/tickets/${shown}`, 'ticket', (page) => page.getByText('The tax service was deployed'));
  await take(people[0], '/dashboard/support', 'portal', heading);
  await take('audra@acme.test', `/audit/${shown}`, 'audit', heading);
  await take('ada@acme.test', '/admin/policy', 'policy', heading);
});
