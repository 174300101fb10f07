// A supervised child that behaves as its first argument says.
import { appendFileSync } from 'node:fs';

const { announceReady, exitWithParent } = await import(process.env.LIBRARY);
const [behaviour, file] = process.argv.slice(2);
const note = (word) => file && appendFileSync(file, `${word} ${process.env.NAME ?? process.pid}\n`);

if (behaviour === 'deaf') process.on('SIGTERM', () => {});
else
  exitWithParent(async () => {
    note('stopping');
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (behaviour === 'fails-to-stop') throw new Error('could not flush');
    note('stopped');
  });
if (behaviour === 'dies-at-start') {
  console.error('the configuration is nonsense');
  process.exit(3);
}
note('started');
console.log(`working as ${process.pid}`);
announceReady({ url: `child://${process.pid}` });
if (behaviour === 'dies') setTimeout(() => process.exit(1), 20);
setInterval(() => {}, 1_000);
