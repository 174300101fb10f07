import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import type { Ledger } from '#ledger';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { invalid } from '../http/problem.js';
import { RouteOptions } from '../http/route-options.js';
import { AuditDoor, Auditing, type Auditor } from './audit-door.js';
import { LEDGER } from './ledger.js';
import { VerificationBody, verifyTenant, verifyTicket } from './verification.js';

export class VerifyBody {
  /** one ticket, by UUID or number; absent: everything of the tenant */
  @IsOptional()
  @Length(1, 100)
  @IsString()
  id?: string;
}

@ApiTags('audit')
@Controller('v1/audit/verify')
export class VerifyRoute {
  constructor(
    private readonly door: AuditDoor,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  @Post()
  @HttpCode(200)
  @RouteOptions({ asks: true })
  @ApiOperation({
    summary: 'Compute the hashes of history anew',
    description: 'Proves what docs/audit.md says: nothing was changed, left out or put in between.',
  })
  @ApiSecurity('bearer')
  @ApiResponse({ status: 200, type: VerificationBody, description: 'The answer' })
  @Refuses(...refusesAlways, ...refusesBodies, 403)
  async verify(@Auditing() auditor: Auditor, @Body() { id }: VerifyBody): Promise<VerificationBody> {
    this.door.enter(auditor);
    const { tenant } = auditor.by;
    if (id == null) {
      await this.door.record(auditor, { what: 'verification', ticketId: null });
      return verifyTenant(this.ledger, tenant);
    }
    const ticketId = await this.door.find(auditor, id);
    const verdict = ticketId === null ? null : await verifyTicket(this.ledger, tenant, ticketId);
    if (!verdict || (verdict.ok && verdict.checked === 0)) {
      throw invalid({ field: 'id', code: 'not-found', message: 'is not known' });
    }
    await this.door.record(auditor, { what: 'verification', ticketId });
    return verdict;
  }
}
