// What a command's request says beside its body: whose ticket, by whom, under which key and expectation.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { callerOf } from '../auth/caller.js';
import { flawOf } from '../http/hygiene.js';
import { invalid, ticketNotFound } from '../http/problem.js';
import { idempotencyKey, ifMatch, refuseQuery } from '../http/request-head.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    query?: boolean;
  }
}

export interface Asked {
  readonly by: Actor;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly key: string | undefined;
  readonly ifMatch: bigint | undefined;
  readonly correlationId: string;
  readonly reply: FastifyReply;
}

export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
  if (!request.routeOptions.config.query) refuseQuery(request);
  const { id, ...rest } = request.params;
  if (flawOf(id)) throw ticketNotFound();
  const flaw = flawOf(rest);
  if (flaw) throw invalid(flaw);
  return {
    by: callerOf(request).actor,
    method: request.method,
    params: request.params,
    key: idempotencyKey(request),
    ifMatch: ifMatch(request),
    correlationId: request.id,
    reply: context.switchToHttp().getResponse<FastifyReply>(),
  };
});
