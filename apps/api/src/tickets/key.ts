import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { flawOf } from '../http/hygiene.js';
import { ticketNotFound } from '../http/problem.js';

/** The path's ticket, UUID or number. What PostgreSQL cannot even be asked about is no ticket. */
export const Key = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
  if (flawOf(id)) throw ticketNotFound();
  return id;
});
