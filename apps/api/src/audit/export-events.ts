// The tenant's events as lines, in the order of the log. No more of them is in memory than one batch, and the next one is
// read when the socket has taken it.
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiOperation, ApiResponse, ApiSecurity, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, Length, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { BookmarkBeyondHead } from '#event-store';
import { UserNames } from '#read-side';
import { isOf, ledgerTypes, tenantPrefixes, type Ledger, type LedgerEvent } from '#ledger';
import { Refuses, refusesAlways } from '../http/problem-answers.js';
import { Problem } from '../http/problem.js';
import { GivenOnce, Instant, Repeated } from '../http/query-fields.js';
import { AuditDoor, Auditing, type Auditor } from './audit-door.js';
import { EXPORT_PATIENCE, LEDGER } from './ledger.js';
import { AuditEventBody, toldEvent } from './told.js';

const ndjson = 'application/x-ndjson';
const eventTypes = Object.keys(ledgerTypes.schemaVersions);
/** Events read at once; their lines are small enough a string not to be one of V8's large objects, which stay for long. */
const maxBatch = 100;

export class ExportQuery {
  /** happened at this time or later */
  @Instant()
  from?: string;

  /** happened before this time */
  @Instant()
  to?: string;

  @IsOptional()
  @IsIn(eventTypes, { each: true })
  @IsArray()
  @Repeated()
  type?: string[];

  /** ids of whoever acted */
  @IsOptional()
  @Length(1, 100, { each: true })
  @IsArray()
  @Repeated()
  actor?: string[];

  /** `nextPosition` of an export, or the position of the last event that arrived of one that was cut off */
  @IsOptional()
  @Matches(/^\d{1,19}$/, { message: '$property must be a position' })
  @GivenOnce()
  afterPosition?: string;
}

export class ExportEndBody {
  end!: true;
  /** where the next export goes on */
  nextPosition!: string;
}

@ApiTags('audit')
@ApiExtraModels(AuditEventBody, ExportEndBody)
@Controller('v1/audit/events')
export class ExportEventsRoute {
  constructor(
    private readonly door: AuditDoor,
    private readonly queries: QueryBus,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(EXPORT_PATIENCE) private readonly patienceMs: number,
  ) {}

  @Get()
  @ApiOperation({
    summary: "The tenant's events, one per line, in the order of the log",
    description:
      'The last line says `{"end":true,"nextPosition":"…"}`; an answer without it was cut off (also because nobody read it), and goes on after the position of its last event.',
  })
  @ApiSecurity('bearer')
  @ApiResponse({
    status: 200,
    description: 'One event per line, then the end',
    content: {
      [ndjson]: {
        schema: { oneOf: [{ $ref: getSchemaPath(AuditEventBody) }, { $ref: getSchemaPath(ExportEndBody) }] },
      },
    },
  })
  @Refuses(...refusesAlways, 400, 403)
  async events(@Auditing() auditor: Auditor, @Query() query: ExportQuery, @Res() reply: FastifyReply): Promise<void> {
    this.door.enter(auditor);
    const { from, to, type, actor, afterPosition } = query;
    await this.door.record(auditor, { what: 'events', ticketId: null }, { from, to, type, actor, afterPosition });
    const { tenant } = auditor.by;
    const namesOf: NamesOf = (ids) => this.queries.execute(new UserNames(tenant, ids));
    const lines = linesOf(this.ledger, tenant, query, namesOf);
    // What is refused is refused before the answer begins.
    const first = await lines.next().catch((error: unknown) => {
      throw error instanceof BookmarkBeyondHead ? beyondHead() : error;
    });
    cutWhenNotRead(reply.raw, this.patienceMs);
    void reply.type(ndjson).send(Readable.from(resumed(first, lines), { highWaterMark: 1 }));
  }
}

/** What waits for a reader that takes nothing is given up; one that waits for us is not. */
function cutWhenNotRead(answer: ServerResponse, patienceMs: number): void {
  answer.setTimeout(patienceMs, () => {
    if (answer.writableLength > 0 || (answer.socket?.writableLength ?? 0) > 0) answer.destroy();
  });
}

const beyondHead = (): Problem =>
  new Problem(400, 'bad-position', 'The log has not come that far.', {
    errors: [{ field: 'afterPosition', code: 'bad-position', message: 'is beyond the end of the log' }],
  });

async function* resumed(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Up to what is the log's end now; a batch of lines at a time. */
async function* linesOf(
  ledger: Ledger,
  tenant: string,
  { from, to, type, actor, afterPosition }: ExportQuery,
  namesOf: NamesOf,
): AsyncGenerator<string> {
  const wanted = ({ stream, type: named, metadata }: LedgerEvent): boolean => {
    const at = Date.parse(metadata.occurredAt);
    return (
      isOf(tenant, stream) &&
      (from === undefined || at >= Date.parse(from)) &&
      (to === undefined || at < Date.parse(to)) &&
      (type?.includes(named) ?? true) &&
      (actor?.includes(metadata.actor.id) ?? true)
    );
  };
  let next = afterPosition;
  const after = afterPosition === undefined ? null : BigInt(afterPosition);
  for await (const batch of ledger.readAll({ after, streamPrefixes: tenantPrefixes(tenant), maxBatch })) {
    next = batch.position?.toString() ?? next;
    const events = batch.events.filter(wanted);
    if (events.length === 0) continue;
    const names = await namesOf(events.map(({ metadata }) => metadata.actor.id));
    yield events.map((event) => `${JSON.stringify(toldEvent(event, names))}\n`).join('');
  }
  yield `${JSON.stringify({ end: true, nextPosition: next ?? '0' })}\n`;
}
