import { Sharing } from './sharing.js';

/** A look-up that ends when it is told to, and remembers how often it was begun. */
function slow() {
  const begun: ((answer: number) => void)[] = [];
  const look = () => new Promise<number>((settle) => begun.push(settle));
  return { begun, look };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('begins a second look-up for all who ask while the first one runs', async () => {
  const sharing = new Sharing<string, number>();
  const { begun, look } = slow();
  const first = sharing.ask('a', look);
  const others = [sharing.ask('a', look), sharing.ask('a', look)];
  expect(begun).toHaveLength(1);
  begun[0]?.(1);
  expect(await first).toBe(1);
  await turn();
  expect(begun).toHaveLength(2); // what changed since the first began is not missed
  begun[1]?.(2);
  expect(await Promise.all(others)).toEqual([2, 2]);
});

it('asks anew once nobody is waiting, and apart for each key', async () => {
  const sharing = new Sharing<string, number>();
  const { begun, look } = slow();
  const answers = [sharing.ask('a', look), sharing.ask('b', look)];
  begun.forEach((settle, index) => settle(index));
  expect(await Promise.all(answers)).toEqual([0, 1]);
  await turn();
  void sharing.ask('a', look);
  expect(begun).toHaveLength(3);
});

it('fails those who share a failure, and nobody after them', async () => {
  const sharing = new Sharing<string, number>();
  await expect(sharing.ask('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await sharing.ask('a', () => Promise.resolve(1))).toBe(1);
});
