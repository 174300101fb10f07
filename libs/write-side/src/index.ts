// The write side: ActOnTicket is the one door; policies and numbers have streams of their own.
export {
  ActOnTicket,
  CommandInProgress,
  InvalidReferences,
  KeyReused,
  RevisionMismatch,
  type ActRequest,
  type CommandInput,
  type FieldError,
  type Receipt,
} from './act-on-ticket.js';
export { ActOnTicketHandler, type WriteSideParts } from './act.js';
export { amendPolicy, type PolicyAmendment } from './amend-policy.js';
export { GuestLinks, type OpenedByLink } from './guest-links.js';
export { LinkBook, type ReachedTicket } from './link-book.js';
export { LinkTicketsHandler, type LinkParts } from './link.js';
export { LinkTickets, type LinkRequest } from './link-tickets.js';
export { eraseDeleted } from './erase.js';
export { MergeTickets, MergeTicketsHandler, type MergeRequest } from './merge-tickets.js';
export { Numbers } from './numbers.js';
export { NoPolicy, PolicyBook, PolicyInvalid, PolicyMoved } from './policy-book.js';
export { settledWithin } from './settled-within.js';
export {
  ResolveChildrenHandler,
  ResolveChildrenOf,
  type ItemOutcome,
  type ResolveChildrenRequest,
  type ResolvedChildren,
  type ResolveRequested,
} from './resolve-children.js';
export { SplitTicket, SplitTicketHandler, type SplitRequest } from './split-ticket.js';
export { TenantJournal, type Entry as JournalEntry } from './tenant-journal.js';
