// Writes the dashboard's types of the API from the built API's own description; `--check` only compares.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const target = 'apps/dashboard/src/api/contract.d.ts';
const { status, stdout } = spawnSync(process.execPath, ['dist/apps/api/src/describe.js'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 2 ** 26,
});
if (status !== 0) process.exit(1);
const head = '// Made by `npm run contract` from the OpenAPI document; not edited by hand.\n';
const contract = head + astToString(await openapiTS(JSON.parse(stdout)));
if (!process.argv.includes('--check')) writeFileSync(target, contract);
else if (readFileSync(target, 'utf8') !== contract) {
  console.error(`${target} is not what the API says of itself: npm run contract`);
  process.exit(1);
}
