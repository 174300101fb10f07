// A process with the API and, on a server set up the same way, a POST that is authenticated and validated like a new
// ticket and then does nothing: what HTTP alone costs here.
import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { announceReady, exitWithParent } from '#embedded';
import { createApi } from '../../apps/api/src/app.js';
import { guardWith } from '../../apps/api/src/auth/gate.js';
import { identityOf } from '../../apps/api/src/auth/identity.js';
import { acceptJsonOnly } from '../../apps/api/src/http/json-body.js';
import { ProblemFilter } from '../../apps/api/src/http/problem-filter.js';
import { httpAdapter, securityHeaders } from '../../apps/api/src/http/server.js';
import { RequestValidation } from '../../apps/api/src/http/validation.js';
import { createLog, logRequests, nestLog } from '../../apps/api/src/operations/log.js';
import { openParts } from '../../apps/api/src/parts.js';
import { readSettings } from '../../apps/api/src/settings.js';
import { OpenTicketBody } from '../../apps/api/src/tickets/actions/open-ticket.js';

@Controller('no-op')
class NoOp {
  @Post()
  @HttpCode(201)
  handle(@Body() { subject }: OpenTicketBody) {
    return { subject };
  }
}

@Module({ controllers: [NoOp] })
class NoOps {}

const opened: (() => Promise<unknown>)[] = [];
exitWithParent(async () => {
  for (const close of opened.toReversed()) await close();
});

const log = createLog(process.env.LOG_LEVEL);
const parts = await openParts(readSettings(process.env), log);
opened.push(parts.close);
const api = await createApi(parts);
opened.push(() => api.close());
await api.listen(0, '127.0.0.1');

const { trustedProxies } = parts.settings;
const app = await NestFactory.create<NestFastifyApplication>(NoOps, httpAdapter(log, trustedProxies), {
  logger: nestLog(log),
  bodyParser: false,
});
app.useSecurityHeaders(securityHeaders);
app.useGlobalFilters(new ProblemFilter(log));
app.useGlobalPipes(new RequestValidation());
const server = app.getHttpAdapter().getInstance();
acceptJsonOnly(server);
logRequests(server, log);
parts.metrics.measureRequests(server);
const { verifier, people } = await identityOf(parts);
guardWith(server, { verifier, people, browsers: null, counters: parts.counters });
opened.push(() => app.close());
await app.listen(0, '127.0.0.1');
announceReady({ url: JSON.stringify({ api: await api.getUrl(), noOp: await app.getUrl() }) });
