import { applyDecorators, HttpCode, RequestMapping, RequestMethod, type Type } from '@nestjs/common';
import { ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { mergePatch } from '../http/json-body.js';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { RouteOptions } from '../http/route-options.js';

interface Options {
  readonly does: string;
  readonly tells?: string;
  /** absent: it answers with nothing (204) */
  readonly with?: Type;
  readonly creates?: boolean;
  /** the route takes query parameters */
  readonly query?: boolean;
}

/** A change's place, and everything it can answer. */
export function DirectoryRoute(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { does, tells, with: type, creates = false, query = false }: Options,
) {
  const status = creates ? 201 : type ? 200 : 204;
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ApiParam({ name, type: String }));
  const expects = ApiHeader({ name: 'If-Match', required: false, schema: { type: 'string', pattern: '^"\\d+"$' } });
  const key = { type: 'string', minLength: 1, maxLength: 200 } as const;
  return applyDecorators(
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(status),
    RouteOptions({ query, mergePatch: method === 'PATCH' }),
    ApiOperation({ summary: does, description: tells }),
    ApiSecurity('bearer'),
    ...names,
    ...(creates ? [ApiHeader({ name: 'Idempotency-Key', required: false, schema: key })] : []),
    ...(creates ? [] : [expects]),
    ...(method === 'PATCH' ? [ApiConsumes(mergePatch, 'application/json')] : []),
    ApiResponse({
      status,
      ...(type && { type }),
      description: type ? 'As it is now' : 'It is gone',
      ...(type && {
        headers: {
          ETag: { schema: { type: 'string' }, description: 'The version, in quotes' },
          ...(creates && {
            Location: { schema: { type: 'string' } },
            'Idempotency-Replayed': { schema: { type: 'string' }, description: '`true` on a repetition' },
          }),
        },
      }),
    }),
    Refuses(...refusesAlways, ...refusesBodies, 403, 404, 409, 412, 422),
  );
}
