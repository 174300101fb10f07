// What the domain, the write side and the queries refuse, as HTTP says it. Complete by type: a new code asks for its status.
import { DatabaseError } from 'pg';
import {
  AppendTooLarge,
  InvalidText,
  LogUnavailable,
  OutcomeUnknown,
  VaultUnavailable,
  WrongVersion,
  UnreadableEvent,
} from '#event-store';
import { DirectoryRefusal, QueryRefusal, type QueryRefusalCode } from '#read-side';
import { Rejection, type RejectionCode } from '#ticket';
import {
  CommandInProgress,
  InvalidReferences,
  KeyReused,
  NoPolicy,
  PolicyInvalid,
  PolicyMoved,
  RevisionMismatch,
} from '#write-side';
import { ReferencesUnavailable } from '../references/provider.js';
import { invalid, Problem, ticketNotFound } from './problem.js';

export const rejectionStatus = {
  'ticket-not-found': 404,
  'reply-not-found': 404,
  'not-allowed': 403,
  'field-not-allowed': 403,
  'edit-window-over': 403,
  'not-selectable': 400,
  'unknown-value': 400,
  'wrong-parent': 400,
  'unknown-field': 400,
  'inactive-field': 400,
  'not-a-number': 400,
  'not-an-option': 400,
  required: 400,
  'reason-required': 400,
  'secret-in-text': 400,
  'transition-not-allowed': 409,
  'reopen-window-over': 409,
  'ticket-closed': 409,
  'ticket-exists': 409,
  'already-assigned': 409,
  'comments-not-open': 409,
  'ticket-done': 409,
  'reply-split': 409,
  'rating-not-open': 409,
  'already-rated': 409,
  'too-many-replies': 409,
  'recipient-limit': 409,
  'last-recipient': 409,
  'reference-limit': 409,
  'tag-limit': 409,
  'tag-inactive': 409,
  'link-exists': 409,
  'link-to-self': 409,
  'link-cycle': 409,
  'ticket-merged': 409,
  'merge-to-self': 409,
  'merge-across-customers': 409,
  'merge-chain': 409,
} satisfies Record<RejectionCode, number>;

const details: Partial<Record<RejectionCode, string>> = {
  'ticket-not-found': 'There is no such ticket.',
  'reply-not-found': 'There is no such reply.',
  'not-allowed': 'You may not do this to this ticket.',
};

/** Values the caller sent that mean nothing: told like any other bad field. */
const badValues = new Set<RejectionCode>([
  'unknown-value',
  'required',
  'wrong-parent',
  'unknown-field',
  'inactive-field',
  'not-a-number',
  'not-an-option',
]);

function ofRejection({ code, message, field }: Rejection): Problem {
  if (code === 'ticket-not-found') return ticketNotFound();
  if (badValues.has(code)) {
    // An id that is not in a catalogue is answered like one that is hidden.
    const missing = code === 'unknown-value' && /Id$|Ids\[\d+\]$/.test(field ?? '');
    return invalid({ field: field ?? '', code: missing ? 'not-found' : code, message });
  }
  const detail = details[code] ?? (message === code ? `Refused: ${code}.` : message);
  const errors = field === undefined ? [] : [{ field, code, message }];
  return new Problem(rejectionStatus[code], code, detail, { errors });
}

const queryProblems = {
  'bad-cursor': () => new Problem(400, 'bad-cursor', 'The cursor does not belong to this list.'),
  'view-not-allowed': () => new Problem(403, 'view-not-allowed', 'Your role has no such view.'),
  'unknown-field': () =>
    invalid({
      field: 'field',
      code: 'unknown-field',
      message: 'must be <id>:<value> of a field that can be filtered by',
    }),
  'wildcard-in-search': () => invalid({ field: 'q', code: 'invalid', message: 'must not hold *, %, _ or ?' }),
  'badge-not-available': () => new Problem(404, 'badge-not-available', 'Your role has no badge.'),
} satisfies Record<QueryRefusalCode, () => Problem>;

function ofDirectory({ status, code, message, field }: DirectoryRefusal): Problem {
  if (field) return invalid({ field: field.name, code: field.code, message });
  return new Problem(status, code, message);
}

const unavailable = (code: string, detail: string): Problem =>
  new Problem(503, code, detail, { headers: { 'Retry-After': '1' } });

/** PostgreSQL is away, starting, going or too slow: connection exceptions (08), operator intervention (57), too many (53300). */
const databaseAway = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? /^(08|57|53300)/.test(error.code ?? '')
    : error instanceof Error &&
      /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|Connection terminated|Query read timeout|timeout exceeded when trying/.test(
        `${error.message} ${'code' in error ? String(error.code) : ''}`,
      );

/** null: not a refusal, but a fault of ours. */
export function refusalOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return ofRejection(error);
  if (error instanceof InvalidReferences) return invalid(...error.errors);
  if (error instanceof DirectoryRefusal) return ofDirectory(error);
  if (error instanceof QueryRefusal) return queryProblems[error.code]();
  if (error instanceof RevisionMismatch) {
    return new Problem(412, 'revision-mismatch', `The ticket is at revision ${error.actual}.`);
  }
  if (error instanceof PolicyMoved) {
    return new Problem(412, 'revision-mismatch', `The policy is at version ${error.actual}.`);
  }
  if (error instanceof PolicyInvalid) {
    const detail = error.problems.map(({ field, message }) => `${field}: ${message}`).join('; ');
    return new Problem(422, 'policy-invalid', detail, { errors: error.problems });
  }
  if (error instanceof KeyReused) {
    return new Problem(422, 'idempotency-key-reused', 'This Idempotency-Key was used for another request.');
  }
  if (error instanceof CommandInProgress) {
    return new Problem(409, 'idempotency-key-in-progress', 'A request with this Idempotency-Key is being worked on.', {
      headers: { 'Retry-After': '1' },
    });
  }
  if (error instanceof LogUnavailable) return unavailable('log-unavailable', 'The event log does not answer.');
  if (error instanceof OutcomeUnknown) {
    return unavailable(
      'outcome-unknown',
      'The event log gave no answer in time. Repeat it with the same Idempotency-Key.',
    );
  }
  if (error instanceof WrongVersion) return unavailable('contended', 'Too many others write to this ticket right now.');
  if (error instanceof VaultUnavailable) return unavailable('vault-unavailable', 'The key vault does not answer.');
  if (error instanceof AppendTooLarge) {
    return new Problem(413, 'body-too-large', 'What this would store is larger than the event log takes at once.');
  }
  if (error instanceof InvalidText) {
    return invalid({ field: error.path.replace(/^data\./, ''), code: 'invalid-text', message: 'cannot be stored' });
  }
  if (error instanceof UnreadableEvent) {
    return new Problem(
      500,
      'history-unreadable',
      'An event in the log cannot be read. Verifying its history names it.',
    );
  }
  if (error instanceof ReferencesUnavailable) {
    return unavailable('references-unavailable', `References of the kind ${error.kind} cannot be checked right now.`);
  }
  if (error instanceof NoPolicy) return unavailable('tenant-not-ready', 'This tenant has no policy yet.');
  if (databaseAway(error)) return unavailable('database-unavailable', 'The database does not answer.');
  return null;
}
