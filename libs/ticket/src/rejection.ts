// A refusal: nothing was stored. The API gives every code its status; the compiler asks for one when a code is added.
export const rejectionCodes = [
  'ticket-not-found',
  'reply-not-found',
  'not-allowed',
  'field-not-allowed',
  'edit-window-over',
  'not-selectable',
  'unknown-value',
  /** a type or item that is not one of the entry above it */
  'wrong-parent',
  'unknown-field',
  'inactive-field',
  'not-a-number',
  'not-an-option',
  'required',
  'reason-required',
  'secret-in-text',
  'transition-not-allowed',
  'reopen-window-over',
  'ticket-closed',
  'ticket-exists',
  'already-assigned',
  'comments-not-open',
  'ticket-done',
  'reply-split',
  'rating-not-open',
  'already-rated',
  'too-many-replies',
  'recipient-limit',
  'last-recipient',
  'reference-limit',
  'tag-limit',
  'tag-inactive',
  'link-exists',
  'link-to-self',
  'link-cycle',
  'ticket-merged',
  'merge-to-self',
  'merge-across-customers',
  'merge-chain',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

export class Rejection extends Error {
  /** `field`: the command's field at fault, as the caller named it; `message` is for people. */
  constructor(
    readonly code: RejectionCode,
    message: string = code,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Rejection';
  }
}
