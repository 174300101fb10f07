// One command to several tickets: each is judged by itself, and what is done stays done.
import { randomUUID } from 'node:crypto';
import { Body, Controller, type Type } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsObject, IsString, MaxLength } from 'class-validator';
import { can, type Actor } from '#access';
import { limits } from '#ticket';
import { InvalidReferences, type CommandInput } from '#write-side';
import { Text } from '../http/fields.js';
import { invalid, notAllowed, Problem } from '../http/problem.js';
import { RequestValidation } from '../http/validation.js';
import { AddReplyBody } from './actions/add-reply.js';
import { AssigneeBody } from './actions/assign-ticket.js';
import { ClassifyTicketBody } from './actions/classify-ticket.js';
import { CloseTicketBody } from './actions/close-ticket.js';
import { MarkWaitingBody } from './actions/mark-waiting.js';
import { ReopenTicketBody } from './actions/reopen-ticket.js';
import { ResolveTicketBody } from './actions/resolve-ticket.js';
import { SetCustomFieldsBody } from './actions/set-custom-fields.js';
import { SetPriorityBody } from './actions/set-priority.js';
import { SetStatusBody } from './actions/set-status.js';
import { SnoozeTicketBody } from './actions/snooze-ticket.js';
import { StartProgressBody } from './actions/start-progress.js';
import { Asked } from './asked.js';
import { CommandDoor } from './command-door.js';
import { CommandRoute } from './command-route.js';
import { ItemResult } from './item-results.js';
import { NothingBody } from './nothing-body.js';
import { References } from './references.js';

const mostTickets = 100;

export class BulkBody {
  /** UUIDs or numbers */
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostTickets)
  ids!: string[];

  /** `type` is one of the ticket's `allowedActions`; beside it stands the body of that action's route */
  @ApiProperty({ type: 'object', additionalProperties: true, properties: { type: { type: 'string' } } })
  @IsObject()
  command!: Record<string, unknown>;
}

export class BulkResultsBody {
  /** in the order of `ids` */
  results!: ItemResult[];
}

class NoteBody extends AddReplyBody {}
class TagBody {
  @Text(limits.tag)
  tag!: string;
}

type Reading = (body: object, by: Actor, references: References) => Promise<() => CommandInput>;
const validation = new RequestValidation();

/** The command is made anew for each ticket: what it brings along is that ticket's own. */
const reading =
  <B extends object>(
    type: Type<B>,
    command: (body: B) => CommandInput,
    check: (body: B, by: Actor, references: References) => Promise<void> = () => Promise.resolve(),
  ): Reading =>
  async (raw, by, references) => {
    const body = (await validation.transform(raw, { type: 'body', metatype: type })) as B;
    await check(body, by, references);
    return () => command(body);
  };

const note = ({ body, parentId }: AddReplyBody): CommandInput => ({
  type: 'AddNote',
  data: { replyId: randomUUID(), body, parentId },
});

const actions: ReadonlyMap<unknown, Reading> = new Map<unknown, Reading>([
  [
    'reply',
    reading(AddReplyBody, ({ visibility, ...said }) =>
      visibility === 'internal' ? note(said) : { type: 'AddReply', data: { replyId: randomUUID(), ...said } },
    ),
  ],
  ['note', reading(NoteBody, note)],
  [
    'start',
    reading(
      StartProgressBody,
      (data) => ({ type: 'StartProgress', data }),
      ({ assigneeId }, by, references) =>
        references.check(by, { assigneeId: assigneeId ? { assignee: assigneeId } : undefined }),
    ),
  ],
  ['wait', reading(MarkWaitingBody, (data) => ({ type: 'MarkWaiting', data }))],
  ['resolve', reading(ResolveTicketBody, (data) => ({ type: 'ResolveTicket', data }))],
  ['close', reading(CloseTicketBody, (data) => ({ type: 'CloseTicket', data }))],
  ['reopen', reading(ReopenTicketBody, (data) => ({ type: 'ReopenTicket', data }))],
  ['set-status', reading(SetStatusBody, (data) => ({ type: 'SetStatus', data }))],
  [
    'assign',
    reading(
      AssigneeBody,
      (data) => ({ type: 'AssignTicket', data }),
      ({ userId, groupId }, by, references) =>
        references.check(by, {
          userId: userId ? { assignee: userId } : undefined,
          groupId: groupId ? { group: groupId } : undefined,
        }),
    ),
  ],
  ['take', reading(NothingBody, () => ({ type: 'TakeTicket', data: {} }))],
  ['set-priority', reading(SetPriorityBody, (data) => ({ type: 'SetPriority', data }))],
  ['classify', reading(ClassifyTicketBody, (data) => ({ type: 'ClassifyTicket', data }))],
  ['set-custom-fields', reading(SetCustomFieldsBody, (data) => ({ type: 'SetCustomFields', data }))],
  ['snooze', reading(SnoozeTicketBody, (data) => ({ type: 'SnoozeTicket', data }))],
  ['adopt', reading(NothingBody, () => ({ type: 'AdoptTicket', data: {} }))],
  ['tag', reading(TagBody, (data) => ({ type: 'TagTicket', data }))],
]);

@ApiTags('commands')
@Controller('v1')
export class BulkRoute {
  constructor(
    private readonly door: CommandDoor,
    private readonly references: References,
  ) {}

  @CommandRoute('POST', 'bulk', { does: 'One command to several tickets, a result for each', with: BulkResultsBody })
  async handle(@Asked() asked: Asked, @Body() body: BulkBody): Promise<BulkResultsBody> {
    const { type, ...rest } = body.command;
    const read = actions.get(type);
    if (!read) {
      const message = `must be one of: ${[...actions.keys()].join(', ')}`;
      throw invalid({ field: 'command.type', code: type === undefined ? 'required' : 'unknown-value', message });
    }
    if (asked.ifMatch !== undefined) {
      throw invalid({ field: 'If-Match', code: 'invalid', message: 'is for one ticket' });
    }
    const twice = body.ids.findIndex((id, index) => body.ids.indexOf(id) !== index);
    if (twice >= 0) throw invalid({ field: `ids[${twice}]`, code: 'invalid', message: 'is named twice' });
    if (!can(asked.by, 'bulk')) throw notAllowed();
    const command = await read(rest, asked.by, this.references).catch(inCommand);
    return { results: await this.door.each(asked, body.ids, body.command, command) };
  }
}

/** The fields of the command's own body are named by where they stand in this one. */
function inCommand(error: unknown): never {
  const errors =
    error instanceof Problem ? error.extra.errors : error instanceof InvalidReferences ? error.errors : undefined;
  if (!errors) throw error;
  throw invalid(...errors.map((one) => ({ ...one, field: `command.${one.field}` })));
}
