// PostgreSQL refuses to run as root, so root hands the cluster to somebody else and starts the server as that user.
import { statSync } from 'node:fs';
import { anothersDirectory } from './file-errors.js';

export interface User {
  uid: number;
  gid: number;
}

const nobody: User = { uid: 65534, gid: 65534 };

/**
 * Whom the server of `dataDir` has to run as; `undefined`: as ourselves. For root that is the owner of the cluster, so
 * that a directory first used by a normal user stays usable for them. Throws when the cluster is another user's.
 */
export function serverUser(dataDir: string): User | undefined {
  const cluster = statSync(dataDir, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self === 0) return cluster && cluster.uid !== 0 ? { uid: cluster.uid, gid: cluster.gid } : nobody;
  if (cluster && cluster.uid !== self) throw anothersDirectory(dataDir);
  return undefined;
}
