import { jest } from '@jest/globals';
import { Allowance } from './allowance.js';
import type { SharedCounts } from './shared-counts.js';

it('asks the store again when the minute is over that it counted by itself', async () => {
  let now = 1_000;
  let looks = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => {
    looks += 1;
    if (looks > 1_000) throw new Error('it looks at the clock for ever');
    return now;
  });
  try {
    let away = true;
    const asked: string[] = [];
    const store: SharedCounts = {
      spend: (key, points) => {
        asked.push(key);
        return away ? Promise.reject(new Error('away')) : Promise.resolve({ spent: points, msLeft: 60_000 });
      },
      close: () => Promise.resolve(),
    };
    const allowance = new Allowance({ limit: 2, store, keyInStore: (key) => key, onStoreAway: () => undefined });
    await allowance.take('one');
    await allowance.take('two'); // within the second in which the store is left alone
    expect(asked).toEqual(['one']);
    away = false;
    now += 61_000;
    for (const key of ['one', 'two']) expect(await allowance.take(key)).toMatchObject({ allowed: true });
    expect(asked).toEqual(['one', 'one', 'two']);
  } finally {
    clock.mockRestore();
  }
});
