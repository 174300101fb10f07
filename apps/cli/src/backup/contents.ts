// What a back-up is: a directory with these files, and SHA256SUMS, written last, which `sha256sum -c` checks as well.
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failed } from '../exit.js';

/** Of the form below. A program that meets a newer one refuses it. */
export const format = 1;
export const logFolder = 'events';
export const logFile = 'events/events.mdb';
export const manifestFile = 'manifest.json';
/** `vault.key`: without it every text in the log is lost. `token-issuer.jwk`: without it everybody signs in again. */
export const keyFiles = ['vault.key', 'token-issuer.jwk'] as const;
const sumsFile = 'SHA256SUMS';

export interface TableDump {
  /** schema and name */
  readonly table: string;
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface Manifest {
  readonly format: number;
  /** the program's version */
  readonly ledgerdesk: string;
  readonly madeAt: string;
  /** position of the last event, decimal */
  readonly head: string;
  /** that had run on the database, in order */
  readonly migrations: readonly string[];
  readonly tables: readonly TableDump[];
  /** last value given, by schema and name */
  readonly sequences: Readonly<Record<string, string>>;
}

export type OnBytes = (bytes: number) => void;

/** Reads back what was written, so that what a disk lost shows here. */
export async function seal(directory: string, files: readonly string[], onBytes: OnBytes): Promise<void> {
  const lines: string[] = [];
  for (const file of files) lines.push(`${await sumOf(join(directory, file), onBytes)}  ${file}\n`);
  writeFileSync(join(directory, sumsFile), lines.join(''), { mode: 0o600, flush: true });
  flush(directory);
}

/** @throws Failed naming the file that is missing or is not what was written */
export async function check(directory: string, onBytes: OnBytes): Promise<Manifest> {
  for (const [file, sum] of sumsIn(directory)) {
    const path = join(directory, file);
    if (!statSync(path, { throwIfNoEntry: false })) throw new Failed(`${file} is missing in the back-up`);
    if ((await sumOf(path, onBytes)) !== sum) throw new Failed(`${file} in the back-up is not what was written`);
  }
  const manifest = JSON.parse(readFileSync(join(directory, manifestFile), 'utf8')) as Manifest;
  if (manifest.format !== format) {
    throw new Failed(`the back-up has format ${manifest.format}, and this program reads ${format}: use a newer one`);
  }
  return manifest;
}

export const bytesIn = (directory: string, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + (statSync(join(directory, file), { throwIfNoEntry: false })?.size ?? 0), 0);

/** Names and sums of all files. @throws Failed when the directory is no finished back-up */
export function sumsIn(directory: string): Map<string, string> {
  let text: string;
  try {
    text = readFileSync(join(directory, sumsFile), 'utf8');
  } catch {
    throw new Failed(`${directory} is no back-up, or one that was never finished`);
  }
  const sums = new Map<string, string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [, sum, file] = /^([0-9a-f]{64}) {2}([\w.-]+(?:\/[\w.-]+)?)$/.exec(line) ?? [];
    if (!sum || !file || file.includes('..')) throw new Failed(`${sumsFile} of the back-up cannot be read`);
    sums.set(file, sum);
  }
  if (!sums.has(manifestFile) || !sums.has(logFile)) throw new Failed(`${sumsFile} of the back-up is not complete`);
  return sums;
}

async function sumOf(file: string, onBytes: OnBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    onBytes((chunk as Buffer).length);
  }
  return hash.digest('hex');
}

export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
