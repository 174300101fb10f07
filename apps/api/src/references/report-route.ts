import { applyDecorators, Body, Controller, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { can, type Actor } from '#access';
import { DATABASE, rememberReference, type Database } from '#read-side';
import { limits } from '#ticket';
import { By } from '../auth/caller.js';
import { Slug } from '../http/fields.js';
import { invalid, notAllowed } from '../http/problem.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { Instant } from '../http/query-fields.js';
import { References } from '../tickets/references.js';
import { ReferenceKinds } from './kinds.js';

export class ReportedReferenceBody {
  /** whose it is; absent: everybody's in the tenant */
  @IsOptional()
  @Slug()
  clientId?: string;

  /** of that client; absent: of every project */
  @IsOptional()
  @Slug()
  projectId?: string;

  @Instant()
  occurredAt?: string;
}

export class KnownReferenceBody {
  kind!: string;
  id!: string;
  clientId!: string | null;
  projectId!: string | null;
  occurredAt!: string | null;
}

const Reports = () =>
  applyDecorators(
    Put(':kind/:refId'),
    HttpCode(200),
    ApiOperation({ summary: 'Say that something is there to be referred to, and whose it is' }),
    ApiSecurity('bearer'),
    ApiParam({ name: 'kind', type: String }),
    ApiParam({ name: 'refId', type: String }),
    ApiResponse({ status: 200, type: KnownReferenceBody, description: 'What is known of it now' }),
    Refuses(...refusesAlways, ...refusesBodies),
  );

/** For the systems that these things come from: kind, id and owner are all that is kept of them. */
@ApiTags('catalogues')
@Controller('v1/references')
export class ReportReferenceRoute {
  constructor(
    private readonly kinds: ReferenceKinds,
    private readonly references: References,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Reports()
  async report(
    @By() by: Actor,
    @Param('kind') kind: string,
    @Param('refId') refId: string,
    @Body() { clientId, projectId, occurredAt }: ReportedReferenceBody,
  ): Promise<KnownReferenceBody> {
    if (!can(by, 'administer') && !(by.kind === 'service' && can(by, 'references'))) throw notAllowed();
    const id = refId.trim();
    if (!this.kinds.isReported(kind)) {
      throw invalid({ field: 'kind', code: 'unknown-kind', message: 'is not reported here' });
    }
    if (id === '' || id.length > limits.referenceId) {
      throw invalid({ field: 'refId', code: 'invalid', message: `must be 1 to ${limits.referenceId} characters` });
    }
    if (projectId && !clientId) {
      throw invalid({ field: 'clientId', code: 'required', message: 'is whose the project is' });
    }
    await this.references.check(by, {
      clientId: clientId ? { client: clientId } : undefined,
      projectId: projectId && clientId ? { project: projectId, client: clientId } : undefined,
    });
    const known = {
      kind,
      id,
      clientId: clientId ?? null,
      projectId: projectId ?? null,
      occurredAt: occurredAt ?? null,
    };
    await this.database.inTenant(by.tenant, (tx) => rememberReference(tx, by.tenant, known));
    return known;
  }
}
