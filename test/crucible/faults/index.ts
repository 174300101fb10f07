// Every fault there is.
import type { Fault } from './fault.js';
import { flushOrder } from './flush-order.js';
import { freezeProjector } from './freeze-projector.js';
import {
  killApi,
  killEventNode,
  killEverything,
  killPostgres,
  killProjector,
  killWorker,
  restartPostgres,
} from './kill-processes.js';
import { duplicates, lostAnswer } from './lost-answer.js';

export type { Fault, Strike } from './fault.js';

export const faults: readonly Fault[] = [
  killApi,
  killProjector,
  killWorker,
  killEventNode,
  killPostgres,
  killEverything,
  restartPostgres,
  lostAnswer,
  duplicates,
  freezeProjector,
  flushOrder,
];
