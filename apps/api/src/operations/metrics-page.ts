import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DATABASE, type Database } from '#read-side';
import { Open } from '../auth/gate.js';
import { Metrics } from './metrics.js';
import { Readiness, within } from './readiness.js';

@ApiTags('operations')
@Controller('metrics')
export class MetricsPage {
  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Open()
  @Get()
  @ApiOperation({ summary: 'Figures of this process for Prometheus' })
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async page(): Promise<string> {
    // What is known without the database is still told.
    await within(Promise.all([this.readiness.projections(), this.#figures()]));
    return this.metrics.registry.metrics();
  }

  async #figures(): Promise<void> {
    this.metrics.tellFigures(await this.database.db.selectFrom('worker.figures').selectAll().execute(), Date.now());
  }
}
