// Puts the API together on the parts of its process. Tests start it the same way.
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { CURSOR_SECRET, DATABASE, queryHandlers } from '#read-side';
import { PolicyBook } from '#write-side';
import { AuditDoor } from './audit/audit-door.js';
import { auditRoutes } from './audit/index.js';
import { AuditJournal } from './audit/journal.js';
import { EXPORT_PATIENCE, LEDGER } from './audit/ledger.js';
import { RefusedCommands } from './audit/refused-commands.js';
import { DevTokens, FIND_BY_LOGIN, type FindByLogin } from './auth/dev-tokens.js';
import { ApiKeyRoutes, DIRECTORY_JOURNAL } from './auth/api-key-routes.js';
import { Browsers } from './auth/browsers.js';
import { EmbeddedIssuer } from './auth/embedded-issuer.js';
import { serveProvider } from './auth/embedded-provider.js';
import { guardWith } from './auth/gate.js';
import { identityOf, type IdentityParts } from './auth/identity.js';
import { tenantsOf } from './auth/people.js';
import { SessionRoutes, WELCOME } from './auth/session-routes.js';
import { Sessions } from './auth/sessions.js';
import { SignIn } from './auth/sign-in.js';
import { catalogueRoutes } from './catalogues/index.js';
import { commandHandlers } from './command-handlers.js';
import { serveDashboard } from './dashboard/serve.js';
import { DevGuestLinks } from './guest/dev-guest-links.js';
import { guestParts } from './guest/guest-parts.js';
import { guestRoutes } from './guest/index.js';
import { DirectoryDoor } from './directory/directory-door.js';
import { directoryRoutes } from './directory/index.js';
import { Freshness } from './http/freshness.js';
import { acceptJsonOnly } from './http/json-body.js';
import { acceptNdjson, ImportRoute } from './import/import-route.js';
import { ProblemFilter } from './http/problem-filter.js';
import { correlationHeader, httpAdapter, securityHeaders } from './http/server.js';
import { RequestValidation } from './http/validation.js';
import { Features } from './limits/features.js';
import { serveOpenApi } from './openapi.js';
import { Health } from './operations/health.js';
import { Jobs } from './operations/jobs.js';
import { JobsRoute } from './operations/jobs-route.js';
import { logRequests, nestLog } from './operations/log.js';
import { MetricsPage } from './operations/metrics-page.js';
import { Metrics } from './operations/metrics.js';
import { ProjectionsRoute } from './operations/projections-route.js';
import { Readiness } from './operations/readiness.js';
import type { Parts } from './parts.js';
import { actionRoutes } from './tickets/actions/index.js';
import { BulkRoute } from './tickets/bulk.js';
import { LiveTickets } from './stream/live-tickets.js';
import { StreamRoute } from './stream/stream-route.js';
import { surfaceParts, surfaceRoutes } from './surfaces/index.js';
import { CommandDoor } from './tickets/command-door.js';
import { ReferenceKinds } from './references/kinds.js';
import { References } from './tickets/references.js';
import { questionRoutes } from './tickets/questions/index.js';
import { TicketIds } from './tickets/ticket-ids.js';
import { TicketReader } from './tickets/ticket-reader.js';

class Api {}

/** The API, ready to listen. It closes itself only: the parts belong to the caller. */
export async function createApi(parts: Parts): Promise<NestFastifyApplication> {
  const { settings, log, metrics } = parts;
  const { trustedProxies } = settings;
  const identity = await identityOf(parts);

  const { database, digestSecret } = parts;
  const refused = new RefusedCommands({ database, digestSecret, log, onLost: metrics.onRefusalsLost });
  const guests = guestParts(parts);
  const app = await NestFactory.create<NestFastifyApplication>(
    moduleOf(parts, identity, refused, guests.providers),
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
  refused.watch(server);
  guardWith(server, {
    verifier: identity.verifier,
    people: identity.people,
    browsers: identity.browsers?.browsers ?? null,
    counters: parts.counters,
  });
  guests.guard(server);
  if (identity.embedded && identity.browsers) {
    await serveProvider(server, identity.embedded.provider, identity.browsers.browsers);
  }
  await serveDashboard(server);
  serveOpenApi(app);
  await app.init();
  await server.ready();
  return app;
}

function nameRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(correlationHeader, request.id).header('Cache-Control', 'no-store');
    done();
  });
}

/** Every route there is; `development`: also those of the embedded mode; `browsers`: those that sessions need. */
export function routesOf({
  development,
  browsers = true,
}: {
  readonly development: boolean;
  readonly browsers?: boolean;
}): Type[] {
  return [
    ...actionRoutes,
    BulkRoute,
    ...questionRoutes,
    ...surfaceRoutes,
    ...guestRoutes,
    ...catalogueRoutes,
    ...auditRoutes,
    ImportRoute,
    StreamRoute,
    Health,
    MetricsPage,
    ProjectionsRoute,
    JobsRoute,
    ...directoryRoutes,
    ApiKeyRoutes,
    ...(browsers ? [SessionRoutes] : []),
    ...(development ? [DevTokens, DevGuestLinks] : []),
  ];
}

function moduleOf(
  parts: Parts,
  { people, sessions, browsers, embedded }: IdentityParts,
  refused: RefusedCommands,
  forGuests: Provider[],
): DynamicModule {
  const { ledger, database, clock, metrics, policies, cursorSecret } = parts;
  const freshness = new Freshness(clock, ledger);
  const live = new LiveTickets({
    ledger,
    database,
    clock,
    log: parts.log,
    findActors: people.findActors,
    limits: parts.settings.streams,
    onOpen: metrics.onStreams,
  });
  const findByLogin: FindByLogin = async (login) =>
    people.findByLogin(login, await tenantsOf(parts.settings.databaseUrl));
  const provide = <T>(token: unknown, value: T) => ({ provide: token as symbol, useFactory: () => value });
  return {
    module: Api,
    imports: [CqrsModule.forRoot()],
    controllers: routesOf({ development: embedded !== null, browsers: browsers !== null }),
    providers: [
      ...commandHandlers(parts),
      ...forGuests,
      provide(DATABASE, database),
      provide(CURSOR_SECRET, cursorSecret),
      provide(DIRECTORY_JOURNAL, parts.directoryJournal),
      ...queryHandlers,
      provide(Metrics, metrics),
      provide(Jobs, parts.jobs),
      provide(Readiness, new Readiness(ledger, database, metrics)),
      provide(RefusedCommands, refused),
      provide(Features, new Features(database, policies)),
      provide(ReferenceKinds, parts.referenceKinds),
      provide(References, new References(database)),
      provide(PolicyBook, policies),
      provide(Freshness, freshness),
      provide(LiveTickets, live),
      provide(TicketIds, new TicketIds(database, freshness)),
      provide(LEDGER, ledger),
      provide(EXPORT_PATIENCE, parts.settings.exportPatienceMs),
      provide(AuditDoor, new AuditDoor(database, freshness, new AuditJournal(ledger, policies))),
      provide(
        DirectoryDoor,
        new DirectoryDoor({ database, journal: parts.directoryJournal, policies, freshness, cursorSecret }),
      ),
      CommandDoor,
      TicketReader,
      ...surfaceParts,
      ...(browsers
        ? [
            provide(Browsers, browsers.browsers),
            provide(SignIn, browsers.signIn),
            provide(Sessions, sessions),
            provide(WELCOME, people.welcome),
          ]
        : []),
      ...(embedded ? [provide(EmbeddedIssuer, embedded.issuer), provide(FIND_BY_LOGIN, findByLogin)] : []),
    ],
  };
}
