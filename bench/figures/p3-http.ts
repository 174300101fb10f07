import { interleave, oursOverTheirs, row, type Figure } from '../bench.js';
import { openDesk, startProcess } from '../servers.js';
import { postMany } from '../yardsticks/http-load.js';
import { words } from '../yardsticks/plain-append.js';

const connections = 32;

export const overHttp: Figure = {
  id: 'P3',
  title: 'opening tickets over HTTP, beside a POST of the same body that is authenticated, validated and does nothing',
  measure: async (bench) => {
    const { env } = await openDesk(bench);
    const unlimited = Object.fromEntries(
      ['USER', 'ADDRESS'].map((kind) => [`LEDGERDESK_${kind}_REQUESTS_PER_MINUTE`, '9999999']),
    );
    const server = await startProcess(bench, 'dist/bench/yardsticks/no-op-server.js', { ...env, ...unlimited });
    const { api, noOp } = JSON.parse(server.url ?? '') as { api: string; noOp: string };
    const signedIn = await fetch(`${api}/v1/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'abe@acme.test' }),
    });
    const { token } = (await signedIn.json()) as { token: string };
    const amount = bench.quick ? 320 : 3_200;
    const body = () => ({ subject: 'Printer on fire', description: words, priority: 'normal' });
    const pairs = await interleave(
      bench,
      () => postMany({ url: api, path: '/v1/tickets', token, body, status: 201 }, amount, connections),
      () => postMany({ url: noOp, path: '/no-op', token, body, status: 201 }, amount, connections),
    );
    return [
      row(
        { id: 'P3', what: 'HTTP create-ticket', yardstick: 'no-op validated POST', reach: { atLeast: 0.35 } },
        pairs,
        oursOverTheirs,
        '/s',
      ),
    ];
  },
};
