// Fastify as this service runs it: limits, correlation, security headers, and problems even where no route was reached.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import type { SecurityHeadersOptions } from '@nestjs/common';
import type { Logger } from 'pino';
import { bodyLimit } from './json-body.js';
import { send } from './problem-filter.js';
import { Problem, plainProblem } from './problem.js';

export const correlationHeader = 'X-Correlation-Id';
const safeCorrelation = /^[\w.:@+/=-]{1,200}$/;

type SecurityHook = Parameters<FastifyAdapter['registerSecurityHook']>[0];

class Adapter extends FastifyAdapter {
  setSecurityHeaders: SecurityHook | undefined;

  override registerSecurityHook(hook: SecurityHook): void {
    this.setSecurityHeaders = hook;
    super.registerSecurityHook(hook);
  }
}

export function httpAdapter(log: Logger, trustedProxies: readonly string[]): FastifyAdapter {
  const adapter: Adapter = new Adapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: 30_000,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestIdHeader: false,
    genReqId: ({ headers }: IncomingMessage) => {
      const given = headers[correlationHeader.toLowerCase()];
      return typeof given === 'string' && safeCorrelation.test(given) ? given : randomUUID();
    },
    // An id of any length is an unknown id, not an error of its own.
    routerOptions: { maxParamLength: 16_384 },
    // A path that cannot be decoded reaches no hook and no filter.
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      adapter.setSecurityHeaders?.(request, reply.raw);
      void reply.header(correlationHeader, request.id);
      send(reply, new Problem(400, 'bad-path', 'The path is not valid percent-encoding.'));
    },
    clientErrorHandler,
  });
  return adapter;
}

/** Connections whose request is read no faster than it is worked on, and so may take any time to arrive. */
const unhurried = new WeakSet<Socket>();

export function mayTakeLong({ raw }: FastifyRequest): void {
  const { socket } = raw;
  unhurried.add(socket);
  raw.once('close', () => unhurried.delete(socket));
}

/** What is not HTTP at all, or never comes to its end: answered in the service's form, then the connection ends. */
function clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && unhurried.has(socket)) return;
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const { title, ...problem } = plainProblem(status).body;
  const body = JSON.stringify({ title, ...problem });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `${correlationHeader}: ${randomUUID()}`,
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Frame-Options: DENY',
    'Referrer-Policy: no-referrer',
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Answers are data; the pages at `/docs` and the dashboard bring their own scripts and inline styles. */
export const securityHeaders: SecurityHeadersOptions = {
  // Plain HTTP on an inner network must keep working: no upgrade of the pages' own requests.
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null, frameAncestors: "'none'" } },
  xFrameOptions: { action: 'deny' },
};
