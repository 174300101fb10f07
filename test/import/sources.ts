// The files the import is tested on.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

export const sample = join(here, 'servicenow-sample.csv');

/** The complete extract is not part of the repository; null where it is not at hand either. */
export const complete: string | null =
  [process.env['LEDGERDESK_SERVICENOW_CSV'], resolve(here, '../../../shared/data/servicenow-incidents.csv')].find(
    (path): path is string => path !== undefined && path !== '' && existsSync(path),
  ) ?? null;

/** Moments that cut both files in the middle of what happens; the first falls on a row's own minute. */
export const moments = ['2016-02-29T11:03:00.000Z', '2016-03-04T12:42:00.000Z', '2016-03-08T00:00:00.000Z'] as const;
