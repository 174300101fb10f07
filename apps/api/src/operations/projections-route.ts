// Read models as their administrators see them; the projector carries out what is asked here.
import { Controller, Delete, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { can, type Actor } from '#access';
import { DATABASE, giveUpRebuild, ListProjections, orderRebuild, readModels, type Database } from '#read-side';
import { By } from '../auth/caller.js';
import { Refuses, refusesAlways } from '../http/problem-answers.js';
import { notAllowed, Problem } from '../http/problem.js';
import { refuseQuery } from '../http/request-head.js';
import { Question } from '../tickets/question.js';
import { withoutStreams } from './told.js';

export class ProjectionBody {
  name!: string;
  /** null: it has not run yet */
  @ApiProperty({ type: Number, nullable: true })
  version!: number | null;
  @ApiProperty({ type: String, nullable: true })
  position!: string | null;
  /** how old what it shows may be */
  @ApiProperty({ type: Number, nullable: true })
  lagMs!: number | null;
  @ApiProperty({ enum: ['live', 'rebuilding', 'halted'] })
  state!: 'live' | 'rebuilding' | 'halted';
  /** of the rebuild, 0 to 1 */
  @ApiProperty({ type: Number, nullable: true })
  progress!: number | null;
  /** why it stands still, or why its last rebuild failed */
  @ApiProperty({ type: String, nullable: true })
  error!: string | null;
  /** when its rows were last built anew */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  rebuiltAt!: string | null;
}

export class ProjectionsBody {
  items!: ProjectionBody[];
}

@ApiTags('administration')
@Controller('v1/admin/projections')
export class ProjectionsRoute {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Question('', { tells: 'Every read model: how far it is, and its rebuild', as: ProjectionsBody, refuses: [403] })
  async list(@By() by: Actor, @Req() request: FastifyRequest): Promise<ProjectionsBody> {
    allow(by, request);
    const projections = await this.queries.execute(new ListProjections());
    return {
      items: projections.map(({ name, version, position, lagMs, state, progress, halted, rebuildError, rebuiltAt }) => {
        const error = halted ?? rebuildError;
        return { name, version, position, lagMs, state, progress, error: error && withoutStreams(error), rebuiltAt };
      }),
    };
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  @ApiOperation({ summary: 'Build a read model anew from the log, beside the one readers see' })
  @ApiSecurity('bearer')
  @ApiParam({ name: 'name', type: String })
  @ApiResponse({
    status: 202,
    type: ProjectionBody,
    description: 'Ordered; the list of projections tells how far it is',
  })
  @Refuses(...refusesAlways, 400, 403, 404, 409)
  async rebuild(@By() by: Actor, @Param('name') name: string, @Req() request: FastifyRequest): Promise<ProjectionBody> {
    allow(by, request);
    known(name);
    if (!(await orderRebuild(this.database, name))) {
      throw new Problem(409, 'rebuild-running', 'This read model is being rebuilt already.');
    }
    return this.#one(by, name, request);
  }

  @Delete(':name/rebuild')
  @HttpCode(202)
  @ApiOperation({ summary: 'Give up a rebuild, and throw away what it has built' })
  @ApiSecurity('bearer')
  @ApiParam({ name: 'name', type: String })
  @ApiResponse({ status: 202, type: ProjectionBody, description: 'Ordered' })
  @Refuses(...refusesAlways, 400, 403, 404, 409)
  async discard(@By() by: Actor, @Param('name') name: string, @Req() request: FastifyRequest): Promise<ProjectionBody> {
    allow(by, request);
    known(name);
    if (!(await giveUpRebuild(this.database, name))) {
      throw new Problem(409, 'no-rebuild', 'No rebuild of this read model is unfinished.');
    }
    return this.#one(by, name, request);
  }

  async #one(by: Actor, name: string, request: FastifyRequest): Promise<ProjectionBody> {
    const { items } = await this.list(by, request);
    const [item] = items.filter((one) => one.name === name);
    if (!item) throw missing();
    return item;
  }
}

function allow(by: Actor, request: FastifyRequest): void {
  refuseQuery(request);
  if (!can(by, 'administer')) throw notAllowed();
}

const missing = (): Problem => new Problem(404, 'projection-not-found', 'There is no such read model.');

function known(name: string): void {
  if (!readModels.some(({ model }) => model === name)) throw missing();
}
