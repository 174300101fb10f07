// `npm run event-node`: the node as a program of its own.
import { announceReady, exitWithParent } from '#embedded';
import { startEventNode } from './index.js';

function settings(): { dataDir: string; host: string; port: number } {
  const { DATA_DIR, HOST = '127.0.0.1', PORT = '2113' } = process.env;
  if (!DATA_DIR) throw new Error('DATA_DIR must name the directory of the event log');
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not '${PORT}'`);
  return { dataDir: DATA_DIR, host: HOST, port };
}

try {
  const node = await startEventNode(settings());
  exitWithParent(() => node.close());
  process.stdout.write(`event node is ready on ${node.url}\n`);
  announceReady({ url: node.url });
} catch (error) {
  process.stderr.write(`event node: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
