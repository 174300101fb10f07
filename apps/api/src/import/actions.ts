// What a line may ask for: the actions of the native contract with the bodies of their routes, in which people, groups and
// categories may also be given by name.
import { applyDecorators, type Type } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { Type as Nested } from 'class-transformer';
import { IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import type { Actor } from '#access';
import { limits } from '#ticket';
import type { CommandInput } from '#write-side';
import { Slug, Text, UserId } from '../http/fields.js';
import { invalid } from '../http/problem.js';
import { RequestValidation } from '../http/validation.js';
import { ReferenceBody } from '../tickets/actions/add-reference.js';
import { AddReplyBody } from '../tickets/actions/add-reply.js';
import { AssigneeBody } from '../tickets/actions/assign-ticket.js';
import { ClassifyTicketBody } from '../tickets/actions/classify-ticket.js';
import { CloseTicketBody } from '../tickets/actions/close-ticket.js';
import { MarkWaitingBody } from '../tickets/actions/mark-waiting.js';
import { OpenTicketBody, present } from '../tickets/actions/open-ticket.js';
import { ReopenTicketBody } from '../tickets/actions/reopen-ticket.js';
import { ResolveTicketBody } from '../tickets/actions/resolve-ticket.js';
import { SetCustomFieldsBody } from '../tickets/actions/set-custom-fields.js';
import { SetPriorityBody } from '../tickets/actions/set-priority.js';
import { SetStatusBody } from '../tickets/actions/set-status.js';
import { StartProgressBody } from '../tickets/actions/start-progress.js';
import type { References } from '../tickets/references.js';
import type { ImportedNames } from './names.js';

export class NameBody {
  @Text(200)
  name!: string;
}

/** One that is no category's name must not reach the policy: it would take the others down that are added with it. */
class CategoryNameBody {
  @Matches(/^.*$/u, { message: '$property must be one line' })
  @Text(100)
  name!: string;
}

const Inside = (type: () => Type) => applyDecorators(IsOptional(), IsObject(), ValidateNested(), Nested(type));
const ByName = (type: Type = NameBody) => Inside(() => type);

class ImportedAssigneeBody extends AssigneeBody {
  @ByName()
  user?: NameBody | null;

  @ByName()
  group?: NameBody | null;
}

class ImportedTicketBody extends OmitType(OpenTicketBody, ['assignee']) {
  @ByName()
  requester?: NameBody | null;

  @ByName(CategoryNameBody)
  category?: CategoryNameBody | null;

  @Inside(() => ImportedAssigneeBody)
  assignee?: ImportedAssigneeBody | null;
}

class ImportedClassificationBody extends OmitType(ClassifyTicketBody, ['categoryId']) {
  @IsOptional()
  @Slug()
  categoryId?: string | null;

  @ByName(CategoryNameBody)
  category?: CategoryNameBody | null;
}

class ImportedRecipientBody {
  @IsOptional()
  @UserId()
  userId?: string | null;

  @ByName()
  user?: NameBody | null;
}

class NoteBody extends OmitType(AddReplyBody, ['visibility', 'notify']) {}

class TagBody {
  @Text(limits.tag)
  tag!: string;
}

/** The line that a command stands in, and who can say what its names and ids mean. */
export interface Place {
  readonly ticketId: string;
  readonly commandId: string;
  /** `<source>` of imported people */
  readonly source: string;
  readonly importer: Actor;
  readonly names: ImportedNames;
  readonly references: References;
}

type Reading = (body: object, place: Place) => Promise<CommandInput>;
const validation = new RequestValidation();

const reading =
  <B extends object>(
    type: Type<B>,
    command: (body: B, place: Place) => CommandInput | Promise<CommandInput>,
  ): Reading =>
  async (body, place) =>
    command((await validation.transform(body, { type: 'body', metatype: type })) as B, place);

/** By the name of the action. @throws Problem, InvalidReferences, PolicyInvalid */
export const importable: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['create', reading(ImportedTicketBody, opening)],
  ['reply', reading(AddReplyBody, replying)],
  ['note', reading(NoteBody, noting)],
  ['start', reading(StartProgressBody, starting)],
  ['wait', reading(MarkWaitingBody, (data) => ({ type: 'MarkWaiting', data }))],
  ['resolve', reading(ResolveTicketBody, (data) => ({ type: 'ResolveTicket', data }))],
  ['close', reading(CloseTicketBody, (data) => ({ type: 'CloseTicket', data }))],
  ['reopen', reading(ReopenTicketBody, (data) => ({ type: 'ReopenTicket', data }))],
  ['set-status', reading(SetStatusBody, (data) => ({ type: 'SetStatus', data }))],
  ['assign', reading(ImportedAssigneeBody, assigning)],
  ['set-priority', reading(SetPriorityBody, (data) => ({ type: 'SetPriority', data }))],
  ['classify', reading(ImportedClassificationBody, classifying)],
  ['set-custom-fields', reading(SetCustomFieldsBody, (data) => ({ type: 'SetCustomFields', data }))],
  ['tag', reading(TagBody, (data) => ({ type: 'TagTicket', data }))],
  ['recipients', reading(ImportedRecipientBody, addingRecipient)],
  ['references', reading(ReferenceBody, (data) => ({ type: 'AddReference', data }))],
]);

async function opening(body: ImportedTicketBody, { ticketId, names, ...place }: Place): Promise<CommandInput> {
  const { requester, category, assignee, ...rest } = body;
  const requesterClientId = await place.references.checkNewTicket(place.importer, { ...rest, assignee });
  const asked: OpenTicketBody = {
    ...rest,
    ...(requester ? { requesterId: await names.person(place.source, requester.name) } : {}),
    ...(category ? { categoryId: await names.category(category.name) } : {}),
    assignee: assignee ? await assigneeIn(assignee, { names, ...place }) : undefined,
  };
  return { type: 'OpenTicket', data: { ...present(asked), ticketId, requesterClientId } };
}

async function assigning(body: ImportedAssigneeBody, place: Place): Promise<CommandInput> {
  const { userId, groupId } = body;
  await place.references.check(place.importer, {
    userId: userId ? { assignee: userId } : undefined,
    groupId: groupId ? { group: groupId } : undefined,
  });
  return { type: 'AssignTicket', data: await assigneeIn(body, place) };
}

async function assigneeIn(
  { user, group, userId, groupId }: ImportedAssigneeBody,
  { names, source }: Pick<Place, 'names' | 'source'>,
): Promise<AssigneeBody> {
  const [byUser, byGroup] = await Promise.all([
    user ? names.person(source, user.name) : (userId ?? null),
    group ? names.group(group.name) : (groupId ?? null),
  ]);
  return { userId: byUser, groupId: byGroup };
}

async function classifying(body: ImportedClassificationBody, { names }: Place): Promise<CommandInput> {
  const { category, categoryId = null, ...levels } = body;
  const id = category ? await names.category(category.name) : categoryId;
  return { type: 'ClassifyTicket', data: { ...levels, categoryId: id } };
}

async function starting(data: StartProgressBody, { references, importer }: Place): Promise<CommandInput> {
  const { assigneeId } = data;
  await references.check(importer, { assigneeId: assigneeId ? { assignee: assigneeId } : undefined });
  return { type: 'StartProgress', data };
}

/** The line's id is the reply's: a later line can answer it. */
function replying({ visibility, notify, ...said }: AddReplyBody, { commandId: replyId }: Place): CommandInput {
  return visibility === 'internal'
    ? { type: 'AddNote', data: { replyId, ...said } }
    : { type: 'AddReply', data: { replyId, notify, ...said } };
}

function noting({ ...said }: NoteBody, { commandId: replyId }: Place): CommandInput {
  return { type: 'AddNote', data: { replyId, ...said } };
}

async function addingRecipient(body: ImportedRecipientBody, place: Place): Promise<CommandInput> {
  const { user, userId } = body;
  if (user) return { type: 'AddRecipient', data: { userId: await place.names.person(place.source, user.name) } };
  if (!userId) throw invalid({ field: 'user', code: 'required', message: 'is required' });
  await place.references.check(place.importer, { userId: { recipient: userId } });
  return { type: 'AddRecipient', data: { userId } };
}
