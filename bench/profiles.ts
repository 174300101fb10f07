// V8 profiles of a bench, where `BENCH_PROFILES` names a directory: its own process turn by turn, beside those of the
// processes it starts; and where their time went, by package and folder.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Profiler, Runtime } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

let turns = 0;
/** What it takes to begin and end a profile, which is nobody's work. */
const profiler = 'native: dispatch';

/** `work`, profiled under this name where profiles are wanted. */
export async function profiled<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { BENCH_PROFILES: directory } = process.env;
  if (!directory) return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  try {
    return await work();
  } finally {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `bench.${name}.${(turns += 1)}.cpuprofile`), JSON.stringify(profile));
  }
}

/** A line for each place that took at least a hundredth of a process's time; processes of one kind are added up. @throws TypeError when there are none */
export function tellProfiles(directory: string): string {
  const kinds = new Map<string, { idle: number; places: Map<string, number> }>();
  const files = existsSync(directory) ? readdirSync(directory) : [];
  for (const file of files.filter((name) => name.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(directory, file), 'utf8')) as Profiler.Profile;
    const kind = kindOf(file, profile);
    const told = kinds.get(kind) ?? { idle: 0, places: new Map<string, number>() };
    kinds.set(kind, told);
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    profile.samples?.forEach((id, at) => {
      const took = profile.timeDeltas?.[at] ?? 0;
      const place = placeOf(nodes.get(id)?.callFrame);
      if (place === '(idle)' || place === profiler) told.idle += took;
      else told.places.set(place, (told.places.get(place) ?? 0) + took);
    });
  }
  if (kinds.size === 0) throw new TypeError(`there are no profiles in ${directory}`);
  return [...kinds].map(([kind, { idle, places }]) => toldOf(kind, idle, places)).join('\n\n');
}

function toldOf(kind: string, idle: number, places: ReadonlyMap<string, number>): string {
  const busy = [...places.values()].reduce((sum, took) => sum + took, 0);
  const lines = [...places]
    .toSorted(([, a], [, b]) => b - a)
    .filter(([, took]) => took >= busy / 100)
    .map(([place, took]) => `${((100 * took) / busy).toFixed(1).padStart(6)} %  ${place}`);
  return [`${kind}: busy ${(busy / 1e6).toFixed(1)} of ${((busy + idle) / 1e6).toFixed(1)} s`, ...lines].join('\n');
}

function kindOf(file: string, { nodes }: Profiler.Profile): string {
  if (file.startsWith('bench.')) return `bench, ${file.split('.')[1] ?? ''}`;
  for (const { callFrame } of nodes) {
    const [, app] = /\/dist\/(?:(?:apps|libs)\/)?([^/]+)\/(?:src\/)?main\.js$/.exec(callFrame.url) ?? [];
    if (app) return app;
  }
  return file;
}

function placeOf(frame: Pick<Runtime.CallFrame, 'functionName' | 'url'> | undefined): string {
  const { functionName = '', url = '' } = frame ?? {};
  if (functionName === '(garbage collector)') return 'garbage';
  if (functionName === '(program)') return 'outside of JavaScript';
  if (url === '') return functionName.startsWith('(') ? functionName : `native: ${functionName}`;
  if (url.startsWith('node:')) return 'Node';
  const [, ours] = /\/dist\/((?:apps|libs)\/[^/]+|[^/]+)\//.exec(url) ?? [];
  const [, theirs] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return theirs ?? ours ?? url;
}
