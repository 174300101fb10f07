import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '../auth/gate.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

@ApiTags('operations')
@Controller('metrics')
export class MetricsPage {
  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  @Open()
  @Get()
  @ApiOperation({ summary: 'Figures of this process for Prometheus' })
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async page(): Promise<string> {
    await this.readiness.projections().catch(() => undefined); // what is known without the database is still told
    return this.metrics.registry.metrics();
  }
}
