// Loaded before a process of the product: its clock is ahead of the machine's by as many milliseconds as the file that
// CRUCIBLE_CLOCK names says at the moment. So all processes of a desk see the same jumps, as on one machine.
import { readFileSync } from 'node:fs';

const file = process.env.CRUCIBLE_CLOCK ?? '';
const Real = Date;
let aheadMs = 0;
const look = (): void => {
  aheadMs = Number(readFileSync(file, 'utf8'));
};
look();
setInterval(look, 50).unref();

const now = (): number => Real.now() + aheadMs;
globalThis.Date = new Proxy(Real, {
  construct: (target, given: unknown[], newTarget: new (...values: unknown[]) => object) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as object,
  apply: () => new Real(now()).toString(),
  get: (target, property, receiver) =>
    property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
});
