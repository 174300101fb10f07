// The work of one import: each line becomes a command to its ticket, and each command an answer.
import { createHash } from 'node:crypto';
import type { CommandBus } from '@nestjs/cqrs';
import canonicalize from 'canonicalize';
import type { FastifyBaseLogger } from 'fastify';
import { v5 } from 'uuid';
import { actorOf, type Actor } from '#access';
import type { TicketPolicy } from '#policy';
import { ActOnTicket, PolicyInvalid } from '#write-side';
import { FieldErrorBody } from '../http/problem-answers.js';
import { invalid, Problem } from '../http/problem.js';
import { refusalOf } from '../http/refusals.js';
import type { References } from '../tickets/references.js';
import { importable } from './actions.js';
import type { ImportLine, ReadLine } from './line.js';
import type { ImportedNames } from './names.js';

const ticketSpace = 'a7c7f4a2-5d0e-5b6f-8f57-0c1d6a1e9b33';

export class ImportAnswer {
  /** the line's; null where it could not be read */
  commandId!: string | null;
  ok!: boolean;
  /** why not: the code that the action's own route answers */
  code?: string;
  detail?: string;
  errors?: FieldErrorBody[];
  /** of the command's event in the log; for `?after=` */
  position?: string;
  /** an earlier run had done it */
  replayed?: true;
  /** it was so already: nothing was stored, and the id stays free */
  unchanged?: true;
}

export interface Import {
  readonly importer: Actor;
  readonly correlationId: string;
  readonly names: ImportedNames;
  readonly references: References;
  readonly commands: CommandBus;
  readonly policy: () => Promise<TicketPolicy>;
  readonly log: FastifyBaseLogger;
}

/** @throws Problem where a part of the service is away: nobody knows what came of the line, and it must be sent again */
export async function answerTo(read: ReadLine, work: Import): Promise<ImportAnswer> {
  if ('problem' in read) return refused(read.commandId, read.problem);
  try {
    const { position, replayed, changed } = await act(read, work);
    return {
      commandId: read.commandId,
      ok: true,
      position: String(position),
      ...(replayed ? { replayed } : {}),
      ...(changed ? {} : { unchanged: true }),
    };
  } catch (error) {
    const problem = problemOf(error);
    if (problem && isPassing(problem)) throw problem;
    if (problem) return refused(read.commandId, problem, 'command.');
    work.log.error({ correlationId: work.correlationId, err: error }, 'an import line failed');
    return refused(read.commandId, new Problem(500, 'internal-error', 'Something went wrong here.'));
  }
}

async function act(line: ImportLine, { importer, correlationId, names, references, commands, policy }: Import) {
  const { tenant } = importer;
  const { action, body, source, ticketRef, occurredAt } = line;
  const commandId = line.commandId.toLowerCase();
  const ticketId = v5(JSON.stringify([tenant, ticketRef]), ticketSpace);
  const command = await importable.get(action)?.(body, { ticketId, commandId, source, importer, names, references });
  if (!command) throw new Error(`${action} cannot be imported`);
  const userId = await names.person(source, line.actor);
  return commands.execute(
    new ActOnTicket({
      ticketId,
      command,
      by: deskActor({ tenant, userId }, await policy()),
      commandId,
      requestHash: createHash('sha256')
        .update(canonicalize({ action, body }) ?? '')
        .digest('hex'),
      correlationId,
      imported: { occurredAt, by: importer.id },
    }),
  );
}

/** Whoever acted in the other desk may do here what an agent may, to every ticket. */
const deskActor = (who: { readonly tenant: string; readonly userId: string }, { visibility }: TicketPolicy): Actor => ({
  ...actorOf({ ...who, role: 'agent', clientIds: [], groupIds: [], groupScopes: [] }, visibility),
  reach: 'tenant',
});

function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof PolicyInvalid) {
    const [problem] = error.problems;
    return invalid({ field: 'category', code: 'invalid', message: problem?.message ?? 'is no category' });
  }
  return refusalOf(error);
}

/** Gone in a while, or another request has this very line at work. */
const isPassing = ({ status, code }: Problem): boolean => status === 503 || code === 'idempotency-key-in-progress';

/** `inside`: where the fields at fault stand in the line. */
const refused = (commandId: string | null, { body }: Problem, inside = ''): ImportAnswer => ({
  commandId,
  ok: false,
  code: body.code,
  detail: body.detail,
  ...(body.errors ? { errors: body.errors.map((error) => ({ ...error, field: `${inside}${error.field}` })) } : {}),
});
