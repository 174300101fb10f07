// Keeps one process alive: starts it again after growing pauses, and gives up when it dies too often.
import { setTimeout as sleep } from 'node:timers/promises';
import type { End, Run } from './run.js';

const deathsToGiveUp = 5;
const deathWindow = 60_000; // ms
const firstPause = 200; // ms, doubled with each death inside the window
const lastWords = 20; // lines

export interface Charge<Details> {
  name: string;
  /** The first life's; rejects when it is given up, or when everything ends, before that. */
  ready: Promise<Details>;
  /** Resolves when it is over because everything ends, rejects when it is given up. */
  life: Promise<void>;
  /** To be called when everything ends. Resolves to whether the process ended as asked. */
  stop: (graceMs: number) => Promise<boolean>;
  kill: () => void;
}

export interface Surroundings {
  /** The process's lines in the log. */
  log: (line: string) => void;
  /** Our own lines about it. */
  say: (line: string) => void;
  /** Aborted when everything ends: from then on a death is no news. */
  ending: AbortSignal;
}

export function keepAlive<Details>(
  name: string,
  launch: (log: (line: string) => void) => Run<Details>,
  { log, say, ending }: Surroundings,
): Charge<Details> {
  let run: Run<Details> | undefined; // none while it rests between two lives
  let wasReady = false;
  let resolveReady: (details: Details) => void;
  let rejectReady: (reason: unknown) => void;
  const ready = new Promise<Details>((resolve, reject) => ([resolveReady, rejectReady] = [resolve, reject]));
  const lines: string[] = [];

  const live = async () => {
    for (let deaths: number[] = []; !ending.aborted;) {
      run = launch((line) => {
        lines.push(line);
        lines.splice(0, lines.length - lastWords);
        log(line);
      });
      void run.ready.then((details) => {
        if (wasReady) say(`${name} is ready again`);
        wasReady = true;
        resolveReady(details);
      });
      const end = await run.ended;
      if (ending.aborted) return;
      run = undefined;
      const now = performance.now();
      deaths = [...deaths.filter((death) => now - death < deathWindow), now];
      if (deaths.length === deathsToGiveUp || (end.refused && !wasReady)) throw new Error(epitaph(end, deaths.length));
      const pause = firstPause * 2 ** (deaths.length - 1);
      say(`${name} died (${end.how}), restart ${deaths.length} in ${pause} ms`);
      await sleep(pause, undefined, { signal: ending }).catch(() => {});
    }
  };
  const epitaph = (end: End, deaths: number) => {
    if (end.refused && !wasReady) return `${name} cannot be started: ${end.how}`;
    const story = `${name} died (${end.how}), ${deaths} times within a minute: given up`;
    return wasReady ? story : [`${story}, it was never ready. Its last lines:`, ...lines].join('\n');
  };
  const life = live();
  void life
    .then(
      () => new Error(`${name} was not ready when everything ended`),
      (error: unknown) => error,
    )
    .then(rejectReady!);

  ready.catch(() => {}); // it has its answer in the log, also when its starter waits for something else

  return {
    name,
    ready,
    life,
    stop: async (graceMs) => {
      if (!run) return true;
      const { ended, kill, stop } = run;
      stop();
      const impatient = setTimeout(() => {
        say(`${name} did not end within ${graceMs} ms and is killed`);
        kill();
      }, graceMs);
      const end = await ended;
      clearTimeout(impatient);
      if (!end.orderly) say(`${name} ended badly (${end.how})`);
      return end.orderly;
    },
    kill: () => run?.kill(),
  };
}
