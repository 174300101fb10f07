// One JSON line per fact. Never a body, a token, a query string or an error's parameters: they hold what people wrote.
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';

/** What may be told of an error: PostgreSQL puts values into `detail` and `where`, so those stay out. */
function err(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  return { name, message, stack, code: 'code' in error ? error.code : undefined };
}

export const createLog = (level = 'info'): Logger => pino({ level, name: 'api', serializers: { err } });

/** Nest's own messages: what it starts and what it could not. */
export const nestLog = (log: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: unknown) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
});

export function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { id: correlationId, method, caller } = request;
    log.info(
      {
        correlationId,
        method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        tenant: caller?.actor.tenant,
        user: caller?.actor.id,
      },
      'request',
    );
    done();
  });
}
