// Nobody learns anything of a ticket that is hidden from them, whichever route they ask and however.
import { startStack, type Stack } from '../stack.js';
import { startBuilt, type BuiltApi } from './document.js';
import { Probe } from './probe.js';
import { Wire } from './wire.js';
import { plant, type World } from './world.js';

let stack: Stack;
let world: World;
let wire: Wire;
let api: BuiltApi;

beforeAll(async () => {
  stack = await startStack();
  api = await startBuilt(stack);
  world = await plant(stack);
  wire = new Wire(api.url);
});
afterAll(async () => {
  wire?.close();
  api?.stop();
  await stack?.stop();
});

it('answers every route, role and kind of ticket as the table says [NENU-01] [NENU-02] [NENU-08] [SCOP-09]', async () => {
  const began = performance.now();
  const violations = await new Probe({ world, wire, ...api }).run();
  console.log(`${wire.asked} requests in ${Math.round((performance.now() - began) / 1_000)} s`);
  expect(violations).toEqual([]);
  expect(wire.asked).toBeGreaterThan(5_000);
});
