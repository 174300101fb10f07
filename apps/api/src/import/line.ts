// One line of an import: its shape, and what it says.
import { IsObject, IsUUID, Matches, ValidateNested } from 'class-validator';
import { Type as Nested } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import { parseJsonBody } from '../http/json-body.js';
import { invalid, Problem } from '../http/problem.js';
import { RequestValidation } from '../http/validation.js';
import { importable, NameBody } from './actions.js';
import type { RawLine } from './ndjson.js';

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z$/;
const ref = /^[a-z0-9][a-z0-9_-]{0,31}:\S(?:.{0,198}\S)?$/u;

export class ImportLineBody {
  /** UUID; the same line has the same one, however often it is sent */
  @IsUUID()
  commandId!: string;

  /** when it happened, ISO 8601 UTC; not in the future */
  @Matches(time, { message: '$property must be an ISO 8601 time in UTC' })
  occurredAt!: string;

  /** whoever did it, as the source calls them */
  @IsObject()
  @ValidateNested()
  @Nested(() => NameBody)
  actor!: NameBody;

  /** `<source>:<id>`: the ticket, as the source calls it */
  @Matches(ref, { message: '$property must be <source>:<id>' })
  ticketRef!: string;

  /** `type` is an action, the rest is the body of its route, with people, groups and categories by name or id */
  @ApiProperty({ type: 'object', additionalProperties: true, properties: { type: { enum: [...importable.keys()] } } })
  @IsObject()
  command!: object;
}

export interface ImportLine {
  readonly commandId: string;
  /** ISO 8601 UTC with milliseconds */
  readonly occurredAt: string;
  readonly actor: string;
  readonly ticketRef: string;
  readonly source: string;
  readonly action: string;
  readonly body: object;
}

/** A line, or what is wrong with it; then too its id, as far as it has one. */
export type ReadLine = ImportLine | { readonly commandId: string | null; readonly problem: Problem };

const validation = new RequestValidation();

export async function readLine(raw: RawLine): Promise<ReadLine> {
  let commandId: string | null = null;
  try {
    if (raw === null) throw new Problem(413, 'body-too-large', 'The line is larger than 1 MiB.');
    const parsed = parseJsonBody(raw) as Record<string, unknown>;
    if (typeof parsed.commandId === 'string') ({ commandId } = parsed as { commandId: string });
    const line = (await validation.transform(parsed, { type: 'body', metatype: ImportLineBody })) as ImportLineBody;
    const { type: action, ...body } = line.command as { type?: unknown };
    if (typeof action !== 'string' || !importable.has(action)) {
      throw invalid({ field: 'command.type', code: 'unknown-value', message: 'is no action that can be imported' });
    }
    return {
      commandId: line.commandId,
      occurredAt: past(line.occurredAt),
      actor: line.actor.name,
      ticketRef: line.ticketRef,
      source: line.ticketRef.slice(0, line.ticketRef.indexOf(':')),
      action,
      body,
    };
  } catch (error) {
    if (error instanceof Problem) return { commandId, problem: error };
    throw error;
  }
}

function past(text: string): string {
  const at = new Date(text);
  const wrong = (message: string) => invalid({ field: 'occurredAt', code: 'invalid', message });
  // A 31st of February would become a day of March.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text.slice(0, 10)) throw wrong('is no time');
  if (at.getTime() < 0) throw wrong('is before 1970');
  if (at.getTime() > Date.now()) throw wrong('is in the future');
  return at.toISOString();
}
