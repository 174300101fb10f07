// Background jobs as administrators see them. The worker carries them out; here they are looked at, and tried again.
import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { can, type Actor } from '#access';
import { timers } from '#jobs';
import type { TenantJournal } from '#write-side';
import { DIRECTORY_JOURNAL } from '../auth/api-key-routes.js';
import { By } from '../auth/caller.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { notAllowed } from '../http/problem.js';
import { refuseQuery } from '../http/request-head.js';
import { NothingBody } from '../tickets/nothing-body.js';
import { Question, type Told } from '../tickets/question.js';
import { Jobs } from './jobs.js';

export class QueueBody {
  name!: string;
  /** by state, of the whole installation: `waiting`, `delayed`, `active`, `failed` (parked) */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  counts!: Record<string, number>;
}

export class FailedJobBody {
  id!: string;
  /** `auto-close`: a resolved ticket would have been closed; `wake`: a snoozed one would have woken */
  kind!: string;
  ticketId!: string;
  /** why its last attempt failed */
  error!: string;
  attempts!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  failedAt!: string | null;
}

export class JobsBody {
  queues!: QueueBody[];
  /** the tenant's parked jobs, the newest first */
  failed!: FailedJobBody[];
}

@ApiTags('administration')
@Controller('v1/admin/jobs')
export class JobsRoute {
  constructor(
    private readonly jobs: Jobs,
    @Inject(DIRECTORY_JOURNAL) private readonly journal: TenantJournal,
  ) {}

  @Question('', { tells: 'Queues, and the jobs of the tenant that failed for good', as: JobsBody, refuses: [403] })
  async list(@By() by: Actor, @Req() request: FastifyRequest): Promise<Told<JobsBody>> {
    allow(by, request);
    const [counts, failed] = await Promise.all([this.jobs.counts(), this.jobs.failed(by.tenant)]);
    return { queues: [{ name: timers, counts }], failed };
  }

  @Post(':jobId/retry')
  @HttpCode(202)
  @ApiOperation({ summary: 'Try a failed job again', description: 'History tells who did.' })
  @ApiSecurity('bearer')
  @ApiParam({ name: 'jobId', type: String })
  @ApiResponse({ status: 202, description: 'It waits for its turn' })
  @Refuses(...refusesAlways, ...refusesBodies, 403, 404, 409)
  async retry(
    @By() by: Actor,
    @Param('jobId') jobId: string,
    @Body() _body: NothingBody,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    allow(by, request);
    const fields = { state: { from: 'failed', to: 'waiting' } };
    const data = { entity: 'job', id: jobId, change: 'changed', fields } as const;
    await this.jobs.retry(by.tenant, jobId, () =>
      this.journal.record({
        tenant: by.tenant,
        by,
        correlationId: request.id,
        events: [{ type: 'DirectoryChanged', data }],
      }),
    );
  }
}

function allow(by: Actor, request: FastifyRequest): void {
  refuseQuery(request);
  if (!can(by, 'administer')) throw notAllowed();
}
