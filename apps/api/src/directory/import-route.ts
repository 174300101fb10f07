// `POST /v1/admin/directory/import`: a directory written down elsewhere, item by item through the same door.
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiQuery, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { applyItems, DATABASE, DirectoryRefusal, itemsOf, tryItems, type Database, type ItemTold } from '#read-side';
import { callerOf } from '../auth/caller.js';
import { bodyLimit } from '../http/json-body.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { invalid, Problem } from '../http/problem.js';
import { mayTakeLong } from '../http/server.js';
import { linesOf } from '../import/ndjson.js';
import { DirectoryImportQuery } from './bodies.js';
import { DirectoryDoor } from './directory-door.js';

const ndjson = 'application/x-ndjson';
const mostItems = 5_000;

export class DirectoryItemResult {
  /** place among the items, from 0 */
  index!: number;
  kind?: 'client' | 'project' | 'user' | 'group';
  /** a login, or an id */
  name?: string;
  ok!: boolean;
  outcome?: 'created' | 'changed' | 'unchanged';
  /** why not */
  code?: string;
  detail?: string;
}

export class DirectoryImportBody {
  /** in the order of the items: clients, their projects, users, groups */
  results!: DirectoryItemResult[];
}

@ApiTags('administration')
@Controller('v1/admin/directory')
export class DirectoryImportRoute {
  constructor(
    private readonly door: DirectoryDoor,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post('import')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Bring in a directory that was written down elsewhere',
    description:
      'One document `{clients: [{id, name, projects?: [{id, name}]}], users, groups}`, or one item per line with its ' +
      '`kind`: `client`, `project` (with `clientId`), `user` (with `clients?`, `projects?`), `group` (with `members?`: ' +
      'logins, `scopes?`: `category` or `category/type`). Each item is judged by itself and what is done stays done; what ' +
      'is so already is left alone, and nothing is taken away that no item names.',
  })
  @ApiSecurity('bearer')
  @ApiConsumes('application/json', ndjson)
  @ApiQuery({ name: 'dryRun', required: false, schema: { type: 'boolean' } })
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiResponse({ status: 200, type: DirectoryImportBody, description: 'What came, or would come, of each item' })
  @Refuses(...refusesAlways, ...refusesBodies, 403)
  async import(
    @Req() request: FastifyRequest,
    @Query() { dryRun = false }: DirectoryImportQuery,
  ): Promise<DirectoryImportBody> {
    const { actor: by } = callerOf(request);
    this.door.enter(by);
    mayTakeLong(request);
    const items =
      request.body instanceof Readable ? await readLines(request.body as IncomingMessage) : read(request.body);
    if (items.length > mostItems) throw tooMany();
    const changer = await this.door.changer({ by, correlationId: request.id });
    if (dryRun) return { results: await tryItems(this.database, changer, items) };
    const results: ItemTold[] = [];
    for await (const result of applyItems(this.database, changer, items)) results.push(result);
    return { results };
  }
}

const tooMany = () => new Problem(413, 'body-too-large', `Send at most ${mostItems} items at once.`);

function read(body: unknown): unknown[] {
  try {
    return itemsOf(body);
  } catch (error) {
    if (!(error instanceof DirectoryRefusal) || !error.field) throw error;
    throw invalid({ field: error.field.name, code: error.field.code, message: error.message });
  }
}

async function readLines(body: IncomingMessage): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const line of linesOf(body, bodyLimit)) {
    if (items.length === mostItems) throw tooMany();
    items.push(line === null ? null : parsed(line));
  }
  return items;
}

/** What is no JSON is no item, and is told so in its place. */
function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
}
