import { spawnSync } from 'node:child_process';

it('has the types of the API as the API describes itself', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/contract.mjs', '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
