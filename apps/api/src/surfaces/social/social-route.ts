// A route of the social application's own form: `{success: true, data}`, or `{success: false, error: {code, message}}`.
import { applyDecorators, HttpCode, RequestMapping, RequestMethod, type Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProperty,
  ApiResponse,
  ApiSecurity,
  getSchemaPath,
} from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { refusesAlways, refusesBodies } from '../../http/problem-answers.js';

export interface Success<T> {
  readonly success: true;
  readonly data: T;
}
export const succeeded = <T>(data: T): Success<T> => ({ success: true, data });

class SocialErrorBody {
  /** for programs; the codes are those of `/v1` */
  code!: string;
  /** for people; names the fields at fault */
  message!: string;
}

class SocialRefusalBody {
  @ApiProperty({ type: 'boolean', enum: [false] })
  success!: false;
  error!: SocialErrorBody;
}

interface Options {
  readonly does: string;
  readonly as: Type;
  readonly answers?: 200 | 201;
}

export function SocialRoute(method: 'GET' | 'POST' | 'PUT', path: string, { does, as, answers = 200 }: Options) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const writes = method !== 'GET';
  const refuses = [...refusesAlways, 400, ...(names.length > 0 ? [404] : [])];
  if (writes) refuses.push(...refusesBodies, 403, 409, 412, 422);
  const header = (name: string, schema: object) => ApiHeader({ name, required: false, schema });
  return applyDecorators(
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(answers),
    ApiOperation({ summary: does }),
    ApiSecurity('bearer'),
    ...names.map((name) => ApiParam({ name, type: String })),
    ...(writes ? [header('Idempotency-Key', { type: 'string', minLength: 1, maxLength: 200 })] : []),
    ...(writes ? [header('If-Match', { type: 'string', pattern: '^"\\d+"$' })] : []),
    ApiExtraModels(as, SocialRefusalBody),
    ApiResponse({
      status: answers,
      description: 'The answer',
      schema: {
        type: 'object',
        required: ['success', 'data'],
        properties: { success: { type: 'boolean', enum: [true] }, data: { $ref: getSchemaPath(as) } },
      },
    }),
    ...[...new Set(refuses)].map((status) =>
      ApiResponse({
        status,
        description: STATUS_CODES[status] ?? '',
        content: { 'application/json': { schema: { $ref: getSchemaPath(SocialRefusalBody) } } },
      }),
    ),
  );
}
