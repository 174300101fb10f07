import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ticketNotFound } from '../http/problem.js';

/** The path's ticket, UUID or number. What PostgreSQL cannot even be asked about is no ticket. */
export const Key = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
  if (/[\0\p{Surrogate}]/u.test(id)) throw ticketNotFound();
  return id;
});
