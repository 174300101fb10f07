import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZipFile } from 'yazl';
import type { Ledger } from '#ledger';
import { UserNames } from '#read-side';
import { Refuses, refusesAlways } from '../http/problem-answers.js';
import { ticketNotFound } from '../http/problem.js';
import { refuseQuery } from '../http/request-head.js';
import { Key } from '../tickets/key.js';
import { AuditDoor, Auditing, type Auditor } from './audit-door.js';
import { evidenceOf } from './evidence.js';
import { stepsOf, type Step } from './history.js';
import { LEDGER } from './ledger.js';

@ApiTags('audit')
@Controller('v1/audit/tickets')
export class EvidenceRoute {
  constructor(
    private readonly door: AuditDoor,
    private readonly queries: QueryBus,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  @Get(':id/evidence')
  @ApiOperation({ summary: 'Everything about a ticket, to be kept and checked elsewhere' })
  @ApiSecurity('bearer')
  @ApiParam({ name: 'id', type: String, description: "The ticket's UUID or number, in any letter case" })
  @ApiResponse({
    status: 200,
    description: 'An archive; its README says what is in it',
    content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
  })
  @Refuses(...refusesAlways, 400, 403, 404)
  async evidence(
    @Auditing() auditor: Auditor,
    @Key() key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseQuery(request);
    const ticketId = await this.door.ticket(auditor, key);
    const { tenant } = auditor.by;
    const steps: Step[] = [];
    for await (const step of stepsOf(this.ledger, tenant, ticketId)) steps.push(step);
    const [first, ...rest] = steps;
    if (!first) throw ticketNotFound();
    const actors = steps.map(({ event }) => event.metadata.actor.id);
    const names = await this.queries.execute(new UserNames(tenant, actors));
    const now = new Date();
    const { files } = await evidenceOf(this.ledger, auditor, [first, ...rest], names, now.toISOString());
    await this.door.record(auditor, { what: 'evidence', ticketId });
    const name = `${first.after.number.replaceAll(/[^\w.-]/g, '_')}-evidence.zip`;
    void reply
      .type('application/zip')
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .send(zipOf(files, now));
  }
}

function zipOf(files: ReadonlyMap<string, string>, mtime: Date): Readable {
  const zip = new ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name, { mtime });
  zip.end();
  return zip.outputStream as Readable;
}
