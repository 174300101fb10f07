// How an admin changes the policy: by a merge patch, or by going over to a preset; and what a patch would do.
import { applyDecorators, Body, Controller, HttpCode, Inject, Patch, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiProperty,
  ApiResponse,
  ApiSecurity,
  ApiTags,
  type ApiPropertyOptions,
} from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { can } from '#access';
import {
  amend,
  policyChanges,
  presetNames,
  validatePolicy,
  withPreset,
  type Json,
  type PolicyDocument,
  type PolicyProblem,
  type PresetName,
  type TicketPolicy,
} from '#policy';
import { DATABASE, policyInForce, type Database } from '#read-side';
import { amendPolicy, PolicyBook, PolicyInvalid, type FieldError } from '#write-side';
import { Freshness } from '../http/freshness.js';
import { mergePatch } from '../http/json-body.js';
import { FieldErrorBody, Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { RouteOptions } from '../http/route-options.js';
import { notAllowed, Problem } from '../http/problem.js';
import { Asked } from '../tickets/asked.js';
import { commandIdOf, hashOf } from '../tickets/command-door.js';
import { type Told } from '../tickets/question.js';
import { PolicyBody } from './policy-catalogues.js';
import { catalogueUse, inUse, successionProblems, type PolicyParts } from './policy-in-use.js';
import { refuseEscalation, rolesInUse } from './roles-in-use.js';

export class PresetBody {
  @IsIn(presetNames)
  name!: PresetName;
}

const anyValue: ApiPropertyOptions = {
  required: false,
  oneOf: [
    ...['string', 'number', 'boolean', 'null'].map((type) => ({ type })),
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

export class PolicyChangeBody {
  /** path into the document, entries of catalogues by their id: `statuses[waiting].label` */
  field!: string;
  /** absent: it is added */
  @ApiProperty(anyValue)
  from?: unknown;
  /** absent: it is taken away */
  @ApiProperty(anyValue)
  to?: unknown;
  /** for people */
  message!: string;
}

export class PolicyPreviewBody {
  /** of the policy that the patch was laid over */
  version!: number;
  /** the patched document */
  @ApiProperty({ type: 'object', additionalProperties: true })
  policy!: object;
  /** why it cannot be published; empty: it can */
  problems!: FieldErrorBody[];
  changes!: PolicyChangeBody[];
}

const Patched = () =>
  applyDecorators(
    HttpCode(200),
    RouteOptions({ mergePatch: true }),
    ApiConsumes(mergePatch, 'application/json'),
    ApiBody({ description: 'A merge patch (RFC 7396)', schema: { type: 'object', additionalProperties: true } }),
  );

const Publishes = (does: string) =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({ summary: does }),
    ApiSecurity('bearer'),
    ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 } }),
    ApiHeader({ name: 'If-Match', required: false, schema: { type: 'string', pattern: '^"\\d+"$' } }),
    ApiResponse({
      status: 200,
      type: PolicyBody,
      description: 'The policy in force',
      headers: {
        ETag: { schema: { type: 'string' }, description: 'The version, in quotes' },
        'Idempotency-Replayed': { schema: { type: 'string' }, description: '`true` on the repetition of a command' },
      },
    }),
    Refuses(...refusesAlways, ...refusesBodies, 403, 409, 412, 422),
  );

@ApiTags('administration')
@Controller('v1/policy')
export class PolicyRoutes {
  readonly #parts: PolicyParts;

  constructor(policies: PolicyBook, freshness: Freshness, @Inject(DATABASE) database: Database) {
    this.#parts = { policies, freshness, database };
  }

  @Patch()
  @Patched()
  @Publishes('Change the policy')
  amend(@Asked() asked: Asked, @Body() patch: object): Promise<Told<PolicyBody>> {
    return this.#publish(asked, { type: 'AmendPolicy', body: patch }, async (current) => {
      const document = patched(current, patch);
      if (validatePolicy(document).length === 0) refuseEscalation(asked.by, current, document);
      return document;
    });
  }

  @Post('preset')
  @Publishes('Go over to a preset; categories, custom fields and what tickets hold on to stay')
  preset(@Asked() asked: Asked, @Body() body: PresetBody): Promise<Told<PolicyBody>> {
    return this.#publish(asked, { type: 'ApplyPreset', body }, async (current) => {
      const { statuses } = await catalogueUse(this.#parts, asked.by.tenant);
      return withPreset(documentOf(current), body.name, new Set(statuses.keys()));
    });
  }

  @Post('preview')
  @RouteOptions({ asks: true })
  @Patched()
  @ApiOperation({ summary: 'What a patch would change; publishes nothing' })
  @ApiSecurity('bearer')
  @ApiResponse({ status: 200, type: PolicyPreviewBody, description: 'The answer' })
  @Refuses(...refusesAlways, ...refusesBodies, 403, 422)
  async preview(@Asked() { by }: Asked, @Body() patch: object): Promise<PolicyPreviewBody> {
    if (!can(by, 'administer')) throw notAllowed();
    const current = await this.#parts.policies.get(by.tenant);
    const next = patched(current, patch);
    const { problems, held } = await this.#judge(by.tenant, current, next);
    if (problems.length === 0) refuseEscalation(by, current, next);
    return {
      version: current.version,
      policy: next,
      problems: [...problems, ...held],
      changes: policyChanges(documentOf(current) as unknown as Json, next as unknown as Json),
    };
  }

  async #publish(
    asked: Asked,
    { type, body }: { type: string; body: object },
    next: (current: TicketPolicy) => Promise<PolicyDocument>,
  ): Promise<TicketPolicy> {
    const { by, ifMatch, key, correlationId, reply } = asked;
    if (!can(by, 'administer')) throw notAllowed();
    const { policy, replayed } = await amendPolicy(this.#parts.policies, {
      tenant: by.tenant,
      by: { id: by.id, role: by.role, kind: by.kind },
      correlationId,
      expected: ifMatch === undefined ? undefined : Number(ifMatch),
      command:
        key === undefined
          ? undefined
          : { commandId: commandIdOf(asked, 'policy'), requestHash: hashOf(asked, type, body) },
      change: async (current) => {
        const document = await next(current);
        const { problems, held } = await this.#judge(by.tenant, current, document);
        if (problems.length > 0) throw new PolicyInvalid(problems);
        const [first] = held;
        if (first) throw new Problem(409, first.code, held.map(({ message }) => message).join('; '), { errors: held });
        return document;
      },
    });
    const { database } = this.#parts;
    await database.inTenant(by.tenant, (tx) => policyInForce(tx, by.tenant, policy.version));
    void reply.header('ETag', `"${policy.version}"`);
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    return policy;
  }

  /** `problems`: it is impossible as a policy; `held`: tickets are in its way. */
  async #judge(
    tenant: string,
    current: TicketPolicy,
    next: PolicyDocument,
  ): Promise<{ problems: PolicyProblem[]; held: FieldError[] }> {
    const impossible = validatePolicy(next);
    if (impossible.length > 0) return { problems: impossible, held: [] };
    const problems = await successionProblems(this.#parts, tenant, current, next);
    const held = await inUse(this.#parts, tenant, current, next);
    return { problems, held: [...held, ...(await rolesInUse(this.#parts.database, tenant, current, next))] };
  }
}

const documentOf = ({ version: _version, ...document }: TicketPolicy): PolicyDocument => document;

/** Not validated yet, whatever its type says. A preset is more than its name: a patch that says another one is refused. */
function patched(current: TicketPolicy, patch: object): PolicyDocument {
  const document = amend(documentOf(current), patch as Json) as unknown as PolicyDocument;
  if (document.preset === current.preset) return document;
  const message = 'is changed by POST /v1/policy/preset';
  throw new PolicyInvalid([{ field: 'preset', code: 'impossible', message }]);
}
