// The desk began under a released version: its events are read, its models are built anew by themselves where their shape
// is another, and everything that holds for new events holds for those.
import { releasePlatform } from '../../upgrade/unpack.js';
import type { Strike } from './fault.js';

const here = `${process.platform}-${process.arch}`;

export const openRelease: Strike = {
  name: 'open-release',
  what: 'the desk begins with the events of every released version, and everything is killed once',
  needs: 'release',
  missing: () => (here === releasePlatform ? null : `its cluster is not for ${here}`),
  strike: async ({ stack }) => {
    await Promise.all([...stack.processes.map((process) => process.kill()), stack.postgres.kill()]);
  },
};
