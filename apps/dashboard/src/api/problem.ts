// What the desk answers when it refuses, and how that is said to people.

export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemBody {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

export class Problem extends Error {
  readonly code: string;
  readonly errors: readonly FieldError[];

  constructor(
    readonly status: number,
    body: ProblemBody,
    readonly retryAfter?: number,
  ) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.code = body.code;
    this.errors = body.errors ?? [];
  }
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

const words: Readonly<Record<string, string>> = {
  'already-assigned': 'Somebody else has taken it already.',
  'transition-not-allowed': 'The ticket cannot go there from where it is now.',
  'reason-required': 'This needs a reason.',
  'reopen-window-over': 'The time for reopening it is over.',
  'ticket-closed': 'The ticket is closed.',
  'ticket-not-found': 'There is no such ticket, or it is not yours to see.',
  'ticket-merged': 'The ticket was merged into another one.',
  'link-exists': 'They are linked like that already.',
  'link-to-self': 'A ticket cannot be linked to itself.',
  'link-cycle': 'That would make a ticket its own parent.',
  'comments-not-open': 'Replies are not open in this status.',
  'edit-window-over': 'The time for correcting it is over.',
  'not-allowed': 'You may not do that here.',
  'revision-mismatch': 'Somebody else was faster.',
  'idempotency-key-in-progress': 'Still being done; look again in a moment.',
  'too-many-requests': 'Too many requests; wait a moment.',
  'read-model-behind': 'The list is still catching up.',
};

/** One sentence for a toast or a message under a form. */
export function sayProblem(error: unknown): string {
  if (error instanceof Problem) {
    const told = words[error.code] ?? error.message;
    const [first] = error.errors;
    return first ? `${first.field}: ${first.message}` : told;
  }
  if (error instanceof TypeError) return 'The desk cannot be reached. Nothing is lost: try again.';
  return 'Something went wrong here.';
}

export const sayCode = (code: string): string => words[code] ?? code;

/** By field, for a form's `setErrors`; `within` is cut off its front. */
export function fieldErrors(error: unknown, within = ''): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  const named = error.errors.map(({ field, message }) => [field.replace(within, ''), message] as const);
  return Object.fromEntries(named);
}
