import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseMasterKey } from '#event-store';
import { vaultKeyIn } from '../../apps/cli/src/embedded/secrets.js';
import type { Bench } from '../bench.js';
import { openDesk, type Desk } from '../servers.js';
import { generate, spanning } from './generate.js';
import { generatedPolicy, prepare } from './prepare.js';

/** A desk full of generated tickets: a new one, or the directory that `generate` has made. @throws TypeError when there is no log in it */
export async function generatedDesk(bench: Bench, tickets: number, seed: number): Promise<Desk> {
  if (bench.dataDir !== null) {
    const dataDir = resolve(bench.dataDir);
    if (!existsSync(join(dataDir, 'events'))) throw new TypeError(`${dataDir} holds no log: generate one first`);
    const vaultKey = parseMasterKey(vaultKeyIn(dataDir));
    return openDesk(bench, { dataDir, vaultKey, policy: generatedPolicy });
  }
  const desk = await openDesk(bench, { policy: generatedPolicy });
  const { events } = await generate(desk, spanning(tickets, seed, await prepare(desk)));
  bench.say(`${events} events`);
  return desk;
}
