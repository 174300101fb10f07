import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#access';

/** Who is on the line: the actor that decisions look at, and what screens show of them. */
export interface Caller {
  readonly actor: Actor;
  readonly name: string;
  readonly login: string;
  readonly expiresAt: Date;
  readonly via: 'token' | 'api-key' | 'session';
  /** the session (hexadecimal) or API key that must go on being there; null for tokens, which only expire */
  readonly proof: string | null;
}

export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error(`${request.routeOptions.url} asks who calls, and is open`);
  return request.caller;
}

/** The actor, for routes that only ask. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext) => callerOf(context.switchToHttp().getRequest<FastifyRequest>()).actor,
);
