import { durationMs, isDuration } from './duration.js';

describe('durations', () => {
  it.each([
    ['PT0S', 0],
    ['PT5S', 5_000],
    ['PT0.5S', 500],
    ['PT15M', 900_000],
    ['PT36H', 129_600_000],
    ['P7D', 604_800_000],
    ['P2W', 1_209_600_000],
    ['P1DT2H3M4S', 93_784_000],
  ])('%s is %d ms', (text, ms) => expect(durationMs(text)).toBe(ms));
  it.each(['', 'P', 'PT', 'P1', '7D', 'P1M', 'P1Y', 'PT1D', 'P-1D', 'p1d', 'P1DT', 'P99999999D', ' P1D', 5, null])(
    '%j is none',
    (text) => {
      expect(isDuration(text)).toBe(false);
      expect(() => durationMs(text as string)).toThrow(RangeError);
    },
  );
});
