import type { FactoryProvider } from '@nestjs/common';
import {
  ActOnTicketHandler,
  LinkBook,
  LinkTicketsHandler,
  MergeTicketsHandler,
  ResolveChildrenHandler,
  SplitTicketHandler,
} from '#write-side';
import type { Parts } from './parts.js';

/** Whoever carries out commands, on the parts of this process. */
export function commandHandlers({
  ledger: log,
  keys,
  policies,
  numbers,
  metrics,
  referenceKinds,
}: Parts): FactoryProvider[] {
  const { onCommand } = metrics;
  const links = new LinkBook(log);
  const act = new ActOnTicketHandler({
    log,
    keys,
    policies,
    numbers,
    checkReferences: referenceKinds.check,
    onCommand,
  });
  const link = new LinkTicketsHandler({ log, links, policies, onCommand });
  const resolveChildren = new ResolveChildrenHandler({ log, links, act });
  const merge = new MergeTicketsHandler({ links, act });
  const split = new SplitTicketHandler({ log, act, link });
  return [
    { provide: ActOnTicketHandler, useFactory: () => act },
    { provide: LinkTicketsHandler, useFactory: () => link },
    { provide: MergeTicketsHandler, useFactory: () => merge },
    { provide: SplitTicketHandler, useFactory: () => split },
    { provide: ResolveChildrenHandler, useFactory: () => resolveChildren },
  ];
}
