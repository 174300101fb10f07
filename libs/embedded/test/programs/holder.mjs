// Takes the directory, holds it for a moment and writes down when it came and went.
import { appendFileSync } from 'node:fs';

const { lock } = await import(process.env.LIBRARY);
const [directory, diary] = process.argv.slice(2);
try {
  const release = await lock(directory, `${directory}/lock`);
  appendFileSync(diary, 'in\n');
  await new Promise((resolve) => setTimeout(resolve, 600));
  appendFileSync(diary, 'out\n');
  release();
} catch (error) {
  console.log(error.message);
}
