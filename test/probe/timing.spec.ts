// A hidden ticket takes as long to be missing as one that never was: told as a figure (rank test over interleaved requests),
// red only where the two hardly overlap, which no noise of a machine brings about.
import { randomInt } from 'node:crypto';
import { startStack, type Stack } from '../stack.js';
import { Wire } from './wire.js';
import { plant, type Asker, type World } from './world.js';

let stack: Stack;
let world: World;
let wire: Wire;
beforeAll(async () => {
  stack = await startStack();
  world = await plant(stack);
  wire = new Wire(stack.urls[0] ?? '', 1);
});
afterAll(async () => {
  wire?.close();
  await stack?.stop();
});

/** How likely a time of the first kind is longer than one of the second: 0.5 where they are alike. */
function longer(these: readonly number[], those: readonly number[]): number {
  const wins = these.flatMap((one): number[] => those.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

const nobody = '6a1f0a39-0000-4000-8000-000000000000';

it.each<[Asker, string]>([
  ['client_admin', 'sibling client'],
  ['user', "other user's"],
  ['agent', "other tenant's"],
])('takes as long for a hidden ticket as for none: %s, %s [NENU-01]', async (role, name) => {
  const token = world.callers.get(role)?.token;
  const target = world.targets.find((one) => one.name === name);
  const timed = async (key: string | undefined): Promise<number> => {
    const began = performance.now();
    const { status } = await wire.ask({ method: 'GET', path: `/v1/tickets/${key}`, token });
    expect(status).toBe(404);
    return performance.now() - began;
  };
  const pairs: [string, string | undefined, string][] = [
    ['by id', target?.id, nobody],
    ['by number', target?.number, 'TICK-999999'],
  ];
  for (const [how, hidden, missing] of pairs) {
    const [these, those]: [number[], number[]] = [[], []];
    for (let round = -20; round < 200; round += 1) {
      // By lot: whatever else the machine does now and then keeps step with no order.
      const both: [number[], string | undefined][] = [
        [these, hidden],
        [those, missing],
      ];
      for (const [times, key] of randomInt(2) === 0 ? both : both.toReversed()) {
        const took = await timed(key);
        if (round >= 0) times.push(took);
      }
    }
    const share = longer(these, those);
    console.log(`${role}, ${name}, ${how}: hidden takes longer than missing in ${(share * 100).toFixed(1)} % of pairs`);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  }
});
