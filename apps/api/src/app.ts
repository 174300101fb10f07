// Puts the API together on the parts of its process. Tests start it the same way.
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { CURSOR_SECRET, DATABASE, queryHandlers } from '#read-side';
import { PolicyBook } from '#write-side';
import { AuditDoor } from './audit/audit-door.js';
import { auditRoutes } from './audit/index.js';
import { AuditJournal } from './audit/journal.js';
import { LEDGER } from './audit/ledger.js';
import { DevTokens, FIND_BY_LOGIN, type FindByLogin } from './auth/dev-tokens.js';
import { EmbeddedIssuer } from './auth/embedded-issuer.js';
import { guardWith } from './auth/gate.js';
import { People, tenantsOf } from './auth/people.js';
import { embeddedVerifier, oidcVerifier } from './auth/token-verifier.js';
import { catalogueRoutes } from './catalogues/index.js';
import { commandHandlers } from './command-handlers.js';
import { serveDashboard } from './dashboard/serve.js';
import { Freshness } from './http/freshness.js';
import { acceptJsonOnly } from './http/json-body.js';
import { acceptNdjson, ImportRoute } from './import/import-route.js';
import { ProblemFilter } from './http/problem-filter.js';
import { correlationHeader, httpAdapter, securityHeaders } from './http/server.js';
import { RequestValidation } from './http/validation.js';
import { Features } from './limits/features.js';
import { serveOpenApi } from './openapi.js';
import { Health } from './operations/health.js';
import { logRequests, nestLog } from './operations/log.js';
import { MetricsPage } from './operations/metrics-page.js';
import { Metrics } from './operations/metrics.js';
import { ProjectionsRoute } from './operations/projections-route.js';
import { Readiness } from './operations/readiness.js';
import type { Parts } from './parts.js';
import type { Settings } from './settings.js';
import { actionRoutes } from './tickets/actions/index.js';
import { BulkRoute } from './tickets/bulk.js';
import { LiveTickets } from './stream/live-tickets.js';
import { StreamRoute } from './stream/stream-route.js';
import { CommandDoor } from './tickets/command-door.js';
import { References } from './tickets/references.js';
import { questionRoutes } from './tickets/questions/index.js';
import { TicketIds } from './tickets/ticket-ids.js';
import { TicketReader } from './tickets/ticket-reader.js';

class Api {}

/** The API, ready to listen. It closes itself only: the parts belong to the caller. */
export async function createApi(parts: Parts): Promise<NestFastifyApplication> {
  const { settings, log, metrics } = parts;
  const { trustedProxies } = settings;
  const { issuer, verifier } = await identityOf(settings);
  const people = new People(parts.database, parts.policies);

  const app = await NestFactory.create<NestFastifyApplication>(
    moduleOf(parts, people, issuer),
    httpAdapter(log, trustedProxies),
    { logger: nestLog(log), bodyParser: false, abortOnError: false },
  );
  app.useSecurityHeaders(securityHeaders);
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(new RequestValidation());
  const server = app.getHttpAdapter().getInstance();
  acceptJsonOnly(server);
  acceptNdjson(server);
  nameRequests(server);
  logRequests(server, log);
  metrics.measureRequests(server);
  guardWith(server, {
    verifier,
    findCaller: (bearer) => people.find(bearer),
    counters: parts.counters,
  });
  await serveDashboard(server);
  serveOpenApi(app);
  await app.init();
  await server.ready();
  return app;
}

/** Whose tokens count; `issuer` makes them where no other provider does. */
async function identityOf({ identity, dataDir }: Settings) {
  if (identity.kind === 'oidc') return { issuer: null, verifier: oidcVerifier(identity) };
  const issuer = await EmbeddedIssuer.open(dataDir);
  return { issuer, verifier: embeddedVerifier(issuer.publicKey) };
}

function nameRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(correlationHeader, request.id).header('Cache-Control', 'no-store');
    done();
  });
}

/** Every route there is; `development`: also those of the embedded mode. */
export function routesOf({ development }: { readonly development: boolean }): Type[] {
  return [
    ...actionRoutes,
    BulkRoute,
    ...questionRoutes,
    ...catalogueRoutes,
    ...auditRoutes,
    ImportRoute,
    StreamRoute,
    Health,
    MetricsPage,
    ProjectionsRoute,
    ...(development ? [DevTokens] : []),
  ];
}

function moduleOf(parts: Parts, people: People, issuer: EmbeddedIssuer | null): DynamicModule {
  const { ledger, database, clock, metrics, policies, cursorSecret } = parts;
  const freshness = new Freshness(clock, ledger);
  const live = new LiveTickets({
    ledger,
    database,
    clock,
    log: parts.log,
    findActors: people.findActors,
    limits: parts.settings.streams,
  });
  const findByLogin: FindByLogin = async (login) =>
    people.findByLogin(login, await tenantsOf(parts.settings.databaseUrl));
  const provide = <T>(token: unknown, value: T) => ({ provide: token as symbol, useFactory: () => value });
  return {
    module: Api,
    imports: [CqrsModule.forRoot()],
    controllers: routesOf({ development: issuer !== null }),
    providers: [
      ...commandHandlers(parts),
      provide(DATABASE, database),
      provide(CURSOR_SECRET, cursorSecret),
      ...queryHandlers,
      provide(Metrics, metrics),
      provide(Readiness, new Readiness(ledger, database, metrics)),
      provide(Features, new Features(database, policies)),
      provide(References, new References(database)),
      provide(PolicyBook, policies),
      provide(Freshness, freshness),
      provide(LiveTickets, live),
      provide(TicketIds, new TicketIds(database, freshness)),
      provide(LEDGER, ledger),
      provide(AuditDoor, new AuditDoor(database, freshness, new AuditJournal(ledger, policies))),
      CommandDoor,
      TicketReader,
      ...(issuer ? [provide(EmbeddedIssuer, issuer), provide(FIND_BY_LOGIN, findByLogin)] : []),
    ],
  };
}
