// Events as auditors get them: opened, with everything the log knows about them.
import { ApiProperty } from '@nestjs/swagger';
import type { LedgerEvent } from '#ledger';
import { changesBetween } from '#ticket';
import type { Step } from './history.js';

const anyObject = { type: 'object', additionalProperties: true } as const;

export class AuditActorBody {
  id!: string;
  /** the role it had then */
  role!: string;
  kind!: 'user' | 'service' | 'system';
}

export class NamedAuditActorBody extends AuditActorBody {
  /** as the directory has it now; null where it knows nobody by this id */
  name!: string | null;
}

export class AuditEventBody {
  eventId!: string;
  stream!: string;
  type!: string;
  schemaVersion!: number;
  revision!: string;
  position!: string;
  /** when it happened */
  occurredAt!: string;
  /** when it was stored */
  recordedAt!: string;
  actor!: NamedAuditActorBody;
  commandId!: string;
  correlationId!: string;
  causationId!: string;
  policyVersion!: number;
  origin!: 'live' | 'import';
  /** whoever ran the import */
  importedBy!: string | null;
  /** over the event as stored: who keeps it elsewhere can prove later that the event was there */
  hash!: string;
  @ApiProperty(anyObject)
  data!: object;
}

export class AuditStepBody extends AuditEventBody {
  @ApiProperty({
    ...anyObject,
    nullable: true,
    description: 'the fields it changed, as they were; null: no ticket yet',
  })
  before!: object | null;
  @ApiProperty({ ...anyObject, description: 'the same fields as they were then; of a new ticket all' })
  after!: object;
}

export class AuditStepsPage {
  items!: AuditStepBody[];
  nextCursor!: string | null;
}

/** `names`: by user id, as the directory has them now */
export function toldEvent(
  { id, stream, type, revision, position, data, metadata }: LedgerEvent,
  names: ReadonlyMap<string, string>,
) {
  const { schemaVersion, occurredAt, recordedAt, actor, commandId, policyVersion, origin, importedBy } = metadata;
  return {
    eventId: id,
    stream,
    type,
    schemaVersion,
    revision: revision.toString(),
    position: position.toString(),
    occurredAt,
    recordedAt,
    actor: { ...actor, name: names.get(actor.id) ?? null },
    commandId,
    correlationId: metadata.$correlationId,
    causationId: metadata.$causationId,
    policyVersion,
    origin,
    importedBy,
    hash: metadata.hash,
    data,
  } satisfies AuditEventBody;
}

export const toldStep = ({ event, before, after }: Step, names: ReadonlyMap<string, string>) =>
  ({ ...toldEvent(event, names), ...changesBetween(before, after) }) satisfies AuditStepBody;
export type ToldStep = ReturnType<typeof toldStep>;
