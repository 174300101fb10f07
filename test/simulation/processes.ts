// The product's processes as they run in a world: each with its own connection, caches and clock, until it dies.
import { eventLogOn, type KeyRing, type LogServer } from '#event-store';
import { ledgerTypes, streamPrefixes, type Ledger, type LedgerEvents } from '#ledger';
import { follow, type OpenTables } from '#projection';
import { ActOnTicketHandler, Numbers, PolicyBook } from '#write-side';
import { models } from '../../projections/index.js';
import type { Process, World } from './world.js';

/** What a process is given; a planted bug gives it something else. */
export interface Parts {
  readonly world: World;
  readonly server: (process: Process) => LogServer;
  readonly keys: (process: Process) => KeyRing;
  readonly open: (process: Process) => OpenTables;
  /** between the log and whoever writes to it */
  readonly ofWriter?: (ledger: Ledger, world: World) => Ledger;
  /** between the log and whoever follows it */
  readonly ofProjector?: (ledger: Ledger, world: World) => Ledger;
}

const ledgerOf = ({ server, keys }: Parts, process: Process) => {
  const ring = keys(process);
  const ledger = eventLogOn<LedgerEvents>(server(process), { types: ledgerTypes, keys: ring, streamPrefixes });
  return { ring, ledger };
};

export interface Writer {
  readonly process: Process;
  readonly handler: ActOnTicketHandler;
  readonly policies: PolicyBook;
}

/** Runs when its policies can be followed; a process that cannot open them ends, as the real one does. */
export function startWriter(parts: Parts, process: Process, ready: (writer: Writer) => void): void {
  const { world, ofWriter = (ledger) => ledger } = parts;
  const { ring, ledger } = ledgerOf(parts, process);
  const log = ofWriter(ledger, world);
  const policies = new PolicyBook(log, (error) => world.fail('I10', `policies are followed no more: ${String(error)}`));
  const checkReferences = async (): Promise<void> => {
    if (world.chance.is(0.2)) await world.call(process, 'references checked', () => undefined);
  };
  const handler = new ActOnTicketHandler({ log, keys: ring, policies, numbers: new Numbers(log), checkReferences });
  world.turn(process, 'starts', () => {
    policies.open().then(
      () => ready({ process, handler, policies }),
      () => process.die(),
    );
  });
}

export interface Projector {
  readonly process: Process;
  /** Ends it after the batches in hand. */
  readonly stop: () => void;
}

export function startProjector(parts: Parts, process: Process): Projector {
  const { world, open, ofProjector = (ledger) => ledger } = parts;
  const stopping = new AbortController();
  world.turn(process, 'starts', () => {
    const log = ofProjector(ledgerOf(parts, process).ledger, world);
    for (const model of models) {
      void follow({
        model,
        log,
        url: '',
        open: open(process),
        signal: stopping.signal,
        report: ({ state }) => world.count(state),
      });
    }
  });
  return { process, stop: () => world.turn(process, 'is asked to stop', () => stopping.abort()) };
}
