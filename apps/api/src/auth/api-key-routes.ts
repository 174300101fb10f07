import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { can, keyScopes, type Actor, type KeyScope } from '#access';
import { CURSOR_SECRET, DATABASE, openCursor, sealCursor, type Database, type Tx } from '#read-side';
import type { TenantJournal } from '#write-side';
import { MayBeAbsent, Text, UserId } from '../http/fields.js';
import { invalid, notAllowed, Problem } from '../http/problem.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { GivenOnce, Instant, WholeNumber } from '../http/query-fields.js';
import { NamedBody } from '../tickets/answers.js';
import type { Told } from '../tickets/question.js';
import { addKey, getKey, listKeys, removeKey } from './api-keys.js';
import { callerOf } from './caller.js';

export class ApiKeysQuery {
  @IsOptional()
  @Min(1)
  @Max(100)
  @IsInt({ message: '$property must be a whole number' })
  @WholeNumber()
  limit?: number;

  /** `nextCursor` of the page before */
  @IsOptional()
  @MaxLength(4_000)
  @GivenOnce()
  cursor?: string;
}

export class NothingAsked {}

export class NewApiKeyBody {
  /** what it is for */
  @Text(100)
  name!: string;

  /** capabilities, and `read`: to see tickets at all. Never more than the owner has, now or later */
  @ApiProperty({ enum: keyScopes, isArray: true })
  @IsIn(keyScopes, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(keyScopes.length)
  @IsArray()
  scopes!: KeyScope[];

  /** never unless given */
  @Instant()
  expiresAt?: string;

  /** a service user the key is for, chosen by administrators; the caller unless given */
  @ApiProperty({ format: 'uuid', required: false })
  @MayBeAbsent()
  @UserId()
  userId?: string;
}

export class ApiKeyBody {
  id!: string;
  /** what the key begins with */
  prefix!: string;
  /** what it ends with */
  last4!: string;
  name!: string;
  @ApiProperty({ enum: keyScopes, isArray: true })
  scopes!: string[];
  owner!: NamedBody;
  createdAt!: string;
  @ApiProperty({ type: String, nullable: true })
  expiresAt!: string | null;
  /** to the minute */
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt!: string | null;
}

export class CreatedApiKeyBody extends ApiKeyBody {
  /** the key itself: it is told this once */
  key!: string;
}

export class ApiKeysBody {
  items!: ApiKeyBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export const DIRECTORY_JOURNAL = Symbol('DirectoryJournal');

/** More of one owner are a leak of their own. */
const keysAtMost = 50;

const keyMissing = (): Problem => new Problem(404, 'api-key-not-found', 'There is no such API key.');

@ApiTags('api-keys')
@ApiSecurity('bearer')
@Controller('v1/api-keys')
export class ApiKeyRoutes {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(DIRECTORY_JOURNAL) private readonly journal: TenantJournal,
    @Inject(CURSOR_SECRET) private readonly cursorSecret: Uint8Array,
  ) {}

  @Get()
  @ApiOperation({ summary: 'API keys, the newest first: those of the caller; for administrators all of the tenant' })
  @ApiResponse({ status: 200, type: ApiKeysBody })
  @Refuses(...refusesAlways, 400, 403)
  async list(
    @Query() { limit = 25, cursor }: ApiKeysQuery,
    @Req() request: FastifyRequest,
  ): Promise<Told<ApiKeysBody>> {
    const by = ownerIn(request);
    const binding = {
      list: 'api-keys',
      tenant: by.tenant,
      caller: by.id,
      filters: { all: isAdmin(by) },
      sort: 'newest',
    };
    const after = cursor === undefined ? null : openCursor(this.cursorSecret, binding, cursor);
    const { items, next } = await this.database.inTenant(by.tenant, (tx) =>
      listKeys(tx, by.tenant, { ...reachOf(by), limit, after }),
    );
    return { items, nextCursor: next && sealCursor(this.cursorSecret, binding, next) };
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Makes an API key',
    description:
      'The answer is the only one that holds the key. Asked twice, it makes two: the first cannot be told again.',
  })
  @ApiResponse({ status: 201, type: CreatedApiKeyBody })
  @Refuses(...refusesAlways, ...refusesBodies, 403, 409)
  async create(@Body() body: NewApiKeyBody, @Req() request: FastifyRequest): Promise<Told<CreatedApiKeyBody>> {
    const by = ownerIn(request);
    const { name, scopes, expiresAt = null, userId = by.id } = body;
    if (userId !== by.id && !isAdmin(by)) throw notAllowed();
    refuseMore(scopes, (scope) => scope === 'read' || can(by, scope));
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) {
      throw invalid({ field: 'expiresAt', code: 'invalid', message: 'must be in the future' });
    }
    const { tenant } = by;
    return this.database.inTenant(tenant, async (tx) => {
      await refuseTooMany(tx, tenant, userId, userId === by.id);
      const { id, key } = await addKey(tx, { tenant, userId, name, scopes, expiresAt });
      const made = await getKey(tx, tenant, id);
      if (!made) throw new Error(`the API key ${id} was made and is not there`);
      await this.#tell(request, id, 'created', { owner: { to: userId }, scopes: { to: [...scopes] } });
      return { ...made, key };
    });
  }

  @Delete(':keyId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revokes an API key, at once and for ever' })
  @ApiParam({ name: 'keyId', type: String })
  @ApiResponse({ status: 204, description: 'It is revoked' })
  @Refuses(...refusesAlways, 400, 403, 404)
  async revoke(
    @Param('keyId') keyId: string,
    @Query() _query: NothingAsked,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const by = ownerIn(request);
    await this.database.inTenant(by.tenant, async (tx) => {
      const key = await getKey(tx, by.tenant, keyId, reachOf(by).userId);
      if (!key) throw keyMissing();
      await removeKey(tx, by.tenant, keyId);
      await this.#tell(request, keyId, 'removed', { owner: { from: key.owner.id }, scopes: { from: [...key.scopes] } });
    });
  }

  /** Before it counts: what the journal does not know has not happened. */
  #tell(
    request: FastifyRequest,
    id: string,
    change: 'created' | 'removed',
    fields: Record<string, { from?: string | string[]; to?: string | string[] }>,
  ): Promise<void> {
    const { actor: by } = callerOf(request);
    const data = { entity: 'api-key', id, change, fields } as const;
    const events = [{ type: 'DirectoryChanged', data }] as const;
    return this.journal.record({ tenant: by.tenant, by, correlationId: request.id, events });
  }
}

const isAdmin = (by: Actor): boolean => can(by, 'administer');
const reachOf = (by: Actor): { userId?: string } => (isAdmin(by) ? {} : { userId: by.id });

/** Whoever acts for themselves: people and services, by token or session. */
function ownerIn(request: FastifyRequest): Actor {
  const { actor, via } = callerOf(request);
  if (via === 'api-key' || actor.side === 'auditor' || actor.like === 'guest') throw notAllowed();
  return actor;
}

function refuseMore(scopes: readonly KeyScope[], has: (scope: KeyScope) => boolean): void {
  const errors = scopes.flatMap((scope, index) =>
    has(scope) ? [] : [{ field: `scopes[${index}]`, code: 'not-allowed', message: 'is more than you may do' }],
  );
  if (errors.length > 0) throw new Problem(403, 'not-allowed', 'A key may do no more than you.', { errors });
}

/** Also refuses owners who are not there, or are people other than the caller. */
async function refuseTooMany(tx: Tx, tenant: string, userId: string, own: boolean): Promise<void> {
  const owner = await tx
    .selectFrom('directory.users')
    .where('tenant', '=', tenant)
    .where('id', '=', userId)
    .$if(!own, (query) => query.where('role', '=', 'service').where('disabled', '=', false))
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!owner) throw invalid({ field: 'userId', code: 'not-found', message: 'is no service user' });
  const { count } = await tx
    .selectFrom('directory.api_keys')
    .where('tenant', '=', tenant)
    .where('user_id', '=', userId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= keysAtMost) throw new Problem(409, 'too-many-api-keys', `An owner has ${keysAtMost} keys at most.`);
}
