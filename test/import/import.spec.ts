// The import as a whole: the command line, the API, the event log and the read models, against what the CSV says.
import { startStack, type Stack } from '../stack.js';
import { buildCli, type Cli, type Ran } from './cli.js';
import { Desk } from './desk.js';
import { expectedTickets, type ExpectedTicket } from './expected.js';
import { complete, moments, sample } from './sources.js';

let stack: Stack;
let cli: Cli;
let acme: Desk;
beforeAll(async () => {
  cli = buildCli();
  stack = await startStack({ apis: 2 });
  acme = await Desk.signIn(acmeUrl(), 'ada@acme.test');
});
afterAll(async () => {
  await stack?.stop();
  cli?.remove();
});

const acmeUrl = (): string => stack.urls[0] ?? '';
const head = (): Promise<bigint | null> => stack.parts.ledger.head();

function runImport(file: string, options: readonly string[], token: string, url = acmeUrl()): Promise<Ran> {
  const env = { LEDGERDESK_URL: url, LEDGERDESK_TOKEN: token };
  return cli.run(['import', '--format', 'servicenow', ...options, file], env);
}
const commandsOf = ({ stdout }: Ran) => /commands: (\d+) new, (\d+) done before/.exec(stdout)?.slice(1).map(Number);

const globex = async (): Promise<Desk> => Desk.signIn(acmeUrl(), 'gus@globex.test');

/** Every badge is its list counted, and the statuses are those of the CSV. */
async function expectCountedBadges(desk: Desk, tickets: readonly ExpectedTicket[]): Promise<void> {
  const { byStatus, asOf: _, ...views } = await desk.get<Badges>('/v1/badges');
  expect(views['all']).toBe(tickets.length);
  for (const [view, count] of Object.entries(views)) {
    expect({ view, count: (await desk.items(`&view=${view}`)).length }).toEqual({ view, count });
  }
  const statuses: Record<string, number> = {};
  for (const { status } of tickets) statuses[status] = (statuses[status] ?? 0) + 1;
  expect(byStatus).toEqual(statuses);
}
type Badges = Readonly<Record<string, number>> & { readonly byStatus: object; readonly asOf: object };

describe.each([
  ['the sample', sample, () => Promise.resolve(acme)],
  ['the complete extract', complete, globex],
])('%s', (name, file, deskOf) => {
  const present = file === null ? it.skip : it;
  const path = file ?? '';
  if (file === null) it.skip(`${name} is not here: set LEDGERDESK_SERVICENOW_CSV to it`, () => undefined);
  const minutes = 60_000;

  present(
    'makes the tickets and badges that the rows before each moment tell of, going on where the last run stopped',
    async () => {
      const desk = await deskOf();
      for (const until of [...moments, undefined]) {
        const ran = await runImport(path, until === undefined ? [] : ['--until', until], desk.token);
        expect({ until, code: ran.code, complains: ran.stderr.includes('ledgerdesk:') }).toEqual({
          until,
          code: 0,
          complains: false,
        });
        const expected = expectedTickets(path, until);
        expect(await desk.tickets()).toEqual(expected);
        await expectCountedBadges(desk, [...expected.values()]);
      }
    },
    10 * minutes,
  );

  present(
    'adds no event when it is run again, through a process that knows nothing of the first run',
    async () => {
      const before = await head();
      const ran = await runImport(path, [], (await deskOf()).token, stack.urls[1]);
      expect(ran.code).toBe(0);
      expect(commandsOf(ran)).toEqual([0, expect.any(Number)]);
      expect(await head()).toBe(before);
    },
    5 * minutes,
  );
});

const whereComplete = complete === null ? it.skip : it;
whereComplete('890 incidents end closed, after 11 reopens', async () => {
  const tickets = [...(await (await globex()).tickets()).values()];
  expect(tickets).toHaveLength(890);
  expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(['closed']));
  expect(tickets.reduce((sum, { reopenCount }) => sum + reopenCount, 0)).toBe(11);
});
