import { applyDecorators, HttpCode, RequestMapping, RequestMethod, type Type } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import type { SecretKind } from '#ticket';
import { Refuses, refusesAlways, refusesBodies } from '../http/problem-answers.js';
import { RouteOptions } from '../http/route-options.js';

export class SecretWarningBody {
  field!: 'subject' | 'description' | 'body' | 'comment';
  kind!: SecretKind;
}

export class ReceiptBody {
  /** @example 0198f6c2-3b1e-7c11-9a53-5e9a5f1f5a10 */
  id!: string;
  /** @example TICK-1001 */
  number!: string;
  /** the tenant's status */
  status!: string;
  /** what the status stands for */
  state!: 'new' | 'open' | 'in_progress' | 'waiting' | 'resolved' | 'closed';
  /** of the ticket after the command; opaque */
  revision!: string;
  /** for `?after=`; opaque */
  position!: string;
  /** of texts that look as if they held a secret; absent: of none */
  warnings?: SecretWarningBody[];
}

export class ReplyReceiptBody extends ReceiptBody {
  replyId!: string;
}

const params: Readonly<Record<string, string>> = {
  id: "The ticket's UUID or number, in any letter case",
};

interface Options {
  readonly does: string;
  readonly answers?: 200 | 201;
  readonly with?: Type;
  /** the route takes query parameters */
  readonly query?: boolean;
}

/** A command's place, and everything it can answer. `path` begins below `/v1/tickets`. */
export function CommandRoute(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { does, answers = 200, with: type = ReceiptBody, query = false }: Options,
) {
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) =>
    ApiParam({ name, type: String, description: params[name] }),
  );
  return applyDecorators(
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(answers),
    RouteOptions({ query }),
    ApiOperation({ summary: does }),
    ApiSecurity('bearer'),
    ...named,
    ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 } }),
    ApiHeader({ name: 'If-Match', required: false, schema: { type: 'string', pattern: '^"\\d+"$' } }),
    ApiResponse({
      status: answers,
      type,
      description: 'The receipt',
      headers: {
        ETag: { schema: { type: 'string' }, description: 'The revision, in quotes' },
        'Idempotency-Replayed': { schema: { type: 'string' }, description: '`true` on the repetition of a command' },
        ...(path === '' ? { Location: { schema: { type: 'string' } } } : {}),
      },
    }),
    Refuses(...refusesAlways, ...refusesBodies, 403, 404, 409, 412, 422),
  );
}
