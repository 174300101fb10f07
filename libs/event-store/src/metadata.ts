// The metadata of every stored event. Its shape is for ever: the hash covers it.
export interface ActorRef {
  readonly id: string;
  readonly role: string;
  readonly kind: 'user' | 'service' | 'system';
}

/** What the writer says about an append; all its events share it. */
export interface AppendContext {
  /** ties together what one request set off */
  readonly correlationId: string;
  /** the event or command that caused this one */
  readonly causationId: string;
  readonly commandId: string;
  /** SHA-256 (hex) of what the caller asked for; a reused key with another body is told apart by it */
  readonly requestHash: string;
  readonly actor: ActorRef;
  readonly policyVersion: number;
  /** when it happened, ISO 8601 UTC */
  readonly occurredAt: string;
  readonly origin: 'live' | 'import';
  /** user id of whoever ran the import; null for live events */
  readonly importedBy: string | null;
  /** key that seals the personal fields; null where there are none */
  readonly keyId: string | null;
}

export interface EventMetadata extends Omit<AppendContext, 'correlationId' | 'causationId'> {
  readonly $correlationId: string;
  readonly $causationId: string;
  /** the write side's clock at the append */
  readonly recordedAt: string;
  readonly schemaVersion: number;
  /** hash of the event before this one in the stream; null for the first */
  readonly prevHash: string | null;
  readonly hash: string;
}
