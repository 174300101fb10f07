// The keys of a world, and what each process remembers of them.
import type { KeyRing } from '#event-store';
import { UnknownKey, VaultUnavailable } from '#event-store';
import type { Process, World } from './world.js';

const blockSize = 16;

export class SimulatedVault {
  /** null: destroyed */
  readonly keys = new Map<string, Buffer | null>();
  readonly #listeners = new Set<(id: string) => void>();

  constructor(private readonly world: World) {}

  for(process: Process): KeyRing {
    const { world, keys } = this;
    const known = new Map<string, Buffer | null>();
    let unused: string[] = [];
    const call = <T>(what: string, serve: () => T): Promise<T> =>
      world.call(process, what, () => {
        if (world.strikes('lostConnection')) throw new VaultUnavailable('the vault is away');
        return serve();
      });
    const forget = (id: string): void => void known.delete(id);
    this.#listeners.add(forget);
    process.onDeath(() => this.#listeners.delete(forget));
    return {
      fresh: async () => {
        for (;;) {
          const id = unused.pop();
          if (id !== undefined) return id;
          unused = await call('keys made', () => this.#make());
        }
      },
      get: async (ids) => {
        const found = new Map<string, Buffer | null>();
        for (const id of ids) {
          const key = known.get(id);
          if (key !== undefined) found.set(id, key);
        }
        const missing = ids.filter((id) => !found.has(id));
        if (missing.length === 0) return found;
        for (const [id, key] of await call('keys read', () => missing.map((id) => [id, keys.get(id)] as const))) {
          if (key === undefined) continue;
          found.set(id, key);
          if (key === keys.get(id)) known.set(id, key); // not destroyed while the answer was on its way
        }
        return found;
      },
      destroy: async (id) => {
        await call('key destroyed', () => {
          if (!keys.has(id)) throw new UnknownKey(id);
          keys.set(id, null);
          for (const tell of this.#listeners) world.turn(null, 'a destroyed key is heard of', () => tell(id), false);
        });
        known.set(id, null);
      },
      forget,
    };
  }

  #make(): string[] {
    return Array.from({ length: blockSize }, () => {
      const id = this.world.chance.uuid();
      this.keys.set(id, Buffer.from(id.replaceAll('-', ''), 'ascii'));
      return id;
    });
  }
}
