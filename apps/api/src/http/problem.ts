// Every answer that is not a success has one form: application/problem+json (RFC 9457) with a code for programs.
import { STATUS_CODES } from 'node:http';
import type { FieldError } from '#write-side';

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly FieldError[];
  /** the feature that is off */
  readonly feature?: string;
}

/** A refusal on its way to the client. `detail` is for people and must hold nothing that the caller may not see. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly extra: {
      readonly errors?: readonly FieldError[];
      readonly feature?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get body(): ProblemBody {
    const { status, code, message: detail } = this;
    const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
    const errors = this.extra.errors?.length ? { errors: this.extra.errors } : {};
    const feature = this.extra.feature === undefined ? {} : { feature: this.extra.feature };
    return { type: `urn:ledgerdesk:problem:${code}`, title, status, detail, code, ...errors, ...feature };
  }
}

export const invalid = (...errors: FieldError[]): Problem =>
  new Problem(400, 'validation-failed', errors.map(({ field, message }) => `${field} ${message}`).join('; '), {
    errors,
  });

export const ticketNotFound = (): Problem => new Problem(404, 'ticket-not-found', 'There is no such ticket.');

export const notAllowed = (): Problem => new Problem(403, 'not-allowed', 'Your role may not do this.');

/** A status without a story of its own: what the framework refuses. */
export function plainProblem(status: number): Problem {
  const reason = STATUS_CODES[status] ?? 'Error';
  return new Problem(status, reason.toLowerCase().replaceAll(/[^a-z]+/g, '-'), `${reason}.`);
}
