// The one place where errors become answers.
import { HttpException, Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Problem, plainProblem } from './problem.js';
import { refusalForm } from '../surfaces/refusal-form.js';
import { refusalOf } from './refusals.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    const told = { correlationId: request.id, code: problem.code, err: error };
    if (problem.status === 500) this.log.error(told, 'request failed');
    else if (problem.status > 500) this.log.warn(told, 'request could not be served');
    send(reply, problem);
  }
}

export function send(reply: FastifyReply, problem: Problem): void {
  const { routeOptions, url } = reply.request;
  reply.request.refused = problem.code;
  const form = refusalForm(routeOptions?.url ?? url);
  void reply
    .code(problem.status)
    .headers(problem.extra.headers ?? {})
    .type(form.type)
    .send(JSON.stringify(form.body(problem)));
}

function problemOf(error: unknown): Problem {
  const refusal = refusalOf(error);
  if (refusal) return refusal;
  if (error instanceof HttpException) return ofFramework(error.getStatus());
  // Fastify's own errors, where Nest has not wrapped them.
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return ofFramework(status);
  return new Problem(500, 'internal-error', 'Something went wrong here. The correlation id names this request.');
}

function ofFramework(status: number): Problem {
  switch (status) {
    case 404:
      return new Problem(404, 'not-found', 'There is no such route.');
    case 413:
      return new Problem(413, 'body-too-large', 'The body is larger than 1 MiB.');
    case 415:
      return new Problem(415, 'unsupported-media-type', 'The body must be application/json.');
    default:
      return plainProblem(status);
  }
}
