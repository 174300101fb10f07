import { statSync } from 'node:fs';

/** Whether a system call failed with one of these codes. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

/** What to do about a directory of another user, in one sentence. */
export function anothersDirectory(directory: string, cause?: unknown): Error {
  const uid = process.getuid?.();
  return new Error(
    `${directory} belongs to uid ${statSync(directory).uid} and cannot be used by uid ${uid}: ` +
      `start as its owner, hand it over with "sudo chown -R ${uid} ${directory}", or choose another data directory`,
    { cause },
  );
}
