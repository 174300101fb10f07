// What callers tell apart. Anything else that is thrown here is a bug or a wrong argument.

/** The log cannot be reached, and nothing was sent: trying again later is safe. */
export class LogUnavailable extends Error {}

export const unavailable = (error: unknown): Error =>
  error instanceof LogUnavailable
    ? error
    : new LogUnavailable(error instanceof Error ? error.message : String(error), { cause: error });

/** The answer to an append was lost: it may be stored or not, now or in a moment. Only the stream knows: read it again. */
export class OutcomeUnknown extends Error {}

/** The stream is not at the expected revision; nothing was stored. */
export class WrongVersion extends Error {
  constructor(
    readonly stream: string,
    readonly expected: bigint | 'no-stream',
    readonly actual: bigint | 'no-stream',
  ) {
    super(`${stream} is at ${actual}, not at ${expected}`);
  }
}

/** Text that cannot be stored for ever: a lone surrogate or NUL. `path` names it, like `data.customFields.colour`. */
export class InvalidText extends Error {
  constructor(readonly path: string) {
    super(`${path} holds a lone surrogate or NUL`);
  }
}

/** The log refuses an append of this size; `limit` is its own, in bytes. */
export class AppendTooLarge extends Error {
  constructor(
    readonly stream: string,
    readonly limit: number,
  ) {
    super(`the append to ${stream} is larger than the ${limit} bytes the log takes`);
  }
}

/** The reader has seen more than the log holds: the log is another one, or was restored from an older copy. */
export class BookmarkBeyondHead extends Error {
  constructor(
    readonly bookmark: bigint,
    readonly head: bigint | null,
  ) {
    super(`the bookmark ${bookmark} lies beyond the log, which ends at ${head ?? 'nothing'}`);
  }
}

export type Unreadable = 'unknown-type' | 'newer-schema' | 'no-upcast' | 'malformed' | 'unknown-key' | 'broken-seal';

/** A stored event this program does not understand. Readers halt by name; nobody skips it. */
export class UnreadableEvent extends Error {
  constructor(
    readonly reason: Unreadable,
    readonly event: {
      readonly stream: string;
      readonly revision: bigint;
      readonly position: bigint;
      readonly type: string;
      readonly schemaVersion: number | null;
    },
    options?: ErrorOptions,
  ) {
    const { type, schemaVersion, revision, stream, position } = event;
    super(
      `${reason}: ${type} (schema ${schemaVersion ?? 'none'}) at revision ${revision} of ${stream}, position ${position}`,
      options,
    );
  }
}

/** Nothing can be sealed with this key any more. */
export class KeyDestroyed extends Error {
  constructor(readonly keyId: string) {
    super(`key ${keyId} was destroyed`);
  }
}

/** The vault has no such key. It was never there, or the vault is older than the log. */
export class UnknownKey extends Error {
  constructor(readonly keyId: string) {
    super(`the vault has no key ${keyId}`);
  }
}

/** The vault's database did not answer as it should; nothing was half done. */
export class VaultUnavailable extends Error {}

/** The master key is malformed, or not the one the vault's keys are wrapped with. */
export class WrongMasterKey extends Error {}
