// The tags that admins look after: made before a ticket has them, taken out of use, restored. They are part of the policy,
// so every change is history, and each decision about a tag names the version it was made by.
import { applyDecorators, Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { can } from '#access';
import type { TicketPolicy } from '#policy';
import { limits, tagNamed } from '#ticket';
import { amendPolicy, PolicyBook } from '#write-side';
import { Text } from '../http/fields.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { notAllowed, Problem } from '../http/problem.js';
import { Asked } from '../tickets/asked.js';
import { commandIdOf, hashOf } from '../tickets/command-door.js';
import { NothingBody } from '../tickets/nothing-body.js';

export class NewTagBody {
  @Text(limits.tag)
  name!: string;
}

export class TagChangeBody {
  /** false: no ticket gets it any more, those that have it keep it */
  @IsBoolean()
  active!: boolean;
}

export class TagAnswer {
  id!: string;
  name!: string;
  active!: boolean;
}

const Changes = (does: string) =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({ summary: does }),
    ApiSecurity('bearer'),
    ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 } }),
    ApiHeader({ name: 'If-Match', required: false, schema: { type: 'string', pattern: '^"\\d+"$' } }),
    ApiResponse({
      status: 200,
      type: TagAnswer,
      description: 'The tag',
      headers: {
        ETag: { schema: { type: 'string' }, description: "The policy's version, in quotes" },
        'Idempotency-Replayed': { schema: { type: 'string' }, description: '`true` on the repetition of a command' },
      },
    }),
    Refuses(...refusesAlways, ...refusesBodies, 403, 409, 412, 422),
  );
const NamedTag = () => ApiParam({ name: 'tag', type: String, description: 'Its name, in any letter case' });

@ApiTags('administration')
@Controller('v1/tags')
export class TagRoutes {
  constructor(private readonly policies: PolicyBook) {}

  @Post()
  @Changes('Make a tag, before a ticket has it')
  make(@Asked() asked: Asked, @Body() body: NewTagBody): Promise<TagAnswer> {
    return this.#change(asked, body, body.name, (active) => {
      if (active === false) throw new Problem(409, 'tag-inactive', 'This tag is out of use: restore it instead.');
      return true;
    });
  }

  @Patch(':tag')
  @NamedTag()
  @Changes('Take a tag out of use, or restore it')
  set(@Asked() asked: Asked, @Body() body: TagChangeBody): Promise<TagAnswer> {
    return this.#change(asked, body, asked.params.tag ?? '', () => body.active);
  }

  @Delete(':tag')
  @NamedTag()
  @Changes('Take a tag out of use; tickets that have it keep it')
  remove(@Asked() asked: Asked, @Body() body: NothingBody): Promise<TagAnswer> {
    return this.#change(asked, body, asked.params.tag ?? '', () => false);
  }

  /** `next` is told whether the tag is in use; undefined: nobody has said. */
  async #change(
    asked: Asked,
    body: object,
    name: string,
    next: (active: boolean | undefined) => boolean,
  ): Promise<TagAnswer> {
    const { by, ifMatch, key, correlationId, method, reply } = asked;
    if (!can(by, 'administer')) throw notAllowed();
    const tag = tagNamed(name);
    const { policy, replayed } = await amendPolicy(this.policies, {
      tenant: by.tenant,
      by: { id: by.id, role: by.role, kind: by.kind },
      correlationId,
      expected: ifMatch === undefined ? undefined : Number(ifMatch),
      command:
        key === undefined
          ? undefined
          : { commandId: commandIdOf(asked, `tags ${tag}`), requestHash: hashOf(asked, `${method} tag`, body) },
      change: ({ version: _version, ...document }) =>
        Promise.resolve({ ...document, tags: { ...document.tags, [tag]: { active: next(stands(document, tag)) } } }),
    });
    void reply.header('ETag', `"${policy.version}"`);
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    return { id: tag, name: tag, active: stands(policy, tag) ?? true };
  }
}

const stands = ({ tags = {} }: Pick<TicketPolicy, 'tags'>, tag: string): boolean | undefined =>
  Object.hasOwn(tags, tag) ? tags[tag]?.active : undefined;
