// Every fault there is.
import { fillDisk } from './fill-disk.js';
import type { Fault } from './fault.js';
import { flushOrder } from './flush-order.js';
import { freezeProjector } from './freeze-projector.js';
import { hostileInput } from './hostile-input.js';
import { jumpClocks } from './jump-clocks.js';
import {
  killApi,
  killEventNode,
  killEverything,
  killPostgres,
  killProjector,
  killWorker,
  restartPostgres,
} from './kill-processes.js';
import { killRebuild } from './kill-rebuild.js';
import { duplicates, lostAnswer } from './lost-answer.js';
import { flushRedis, redisAway, restartRedis } from './lose-redis.js';
import { openRelease } from './open-release.js';
import { poison } from './poison.js';
import { restoreOlderLog } from './restore-older-log.js';
import { tenantProbe } from './tenant-probe.js';
import { twoProjectors } from './two-projectors.js';

export type { Fault, Strike } from './fault.js';

export const faults: readonly Fault[] = [
  killApi,
  killProjector,
  killWorker,
  killEventNode,
  killPostgres,
  killEverything,
  restartPostgres,
  flushRedis,
  restartRedis,
  redisAway,
  restoreOlderLog,
  lostAnswer,
  duplicates,
  twoProjectors,
  freezeProjector,
  poison,
  jumpClocks,
  fillDisk,
  killRebuild,
  openRelease,
  hostileInput,
  tenantProbe,
  flushOrder,
];
