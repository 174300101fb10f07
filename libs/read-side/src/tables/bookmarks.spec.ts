import { heartbeatMs, lagMs } from './bookmarks.js';

const now = Date.parse('2026-01-01T12:00:00.000Z');
const ago = (ms: number): string => new Date(now - ms).toISOString();

it('shows no lag while a projector that has caught up is alive, and all of its silence when it is not [I8]', () => {
  const beating = { recorded_at: ago(60_000), caught_up: true };
  expect(lagMs({ ...beating, updated_at: ago(heartbeatMs) }, now)).toBe(0);
  expect(lagMs({ ...beating, updated_at: ago(60_000) }, now)).toBe(60_000);
});

it('shows how old the rows are while the projector is behind, however alive it is [I8]', () => {
  const behind = { updated_at: ago(0), caught_up: false };
  expect(lagMs({ ...behind, recorded_at: ago(90_000) }, now)).toBe(90_000);
  // Another machine's clock may be a little ahead.
  expect(lagMs({ ...behind, recorded_at: ago(-20) }, now)).toBe(0);
});

it('does not claim to know how far a model is behind that has taken in nothing yet [I8]', () => {
  expect(lagMs({ recorded_at: null, updated_at: ago(0), caught_up: false }, now)).toBe(Infinity);
});
