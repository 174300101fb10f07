// How the OpenAPI document tells of refusals: one schema, the statuses a route can answer.
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';

export class FieldErrorBody {
  /** path of the field, query parameter or header at fault, like `references[0].id` */
  field!: string;
  code!: string;
  message!: string;
}

export class ProblemSchema {
  type!: string;
  title!: string;
  status!: number;
  /** for people */
  detail!: string;
  /** for programs */
  code!: string;
  errors?: FieldErrorBody[];
  /** of `feature-not-licensed` and `feature-switched-off`: which */
  feature?: string;
}

const meanings = {
  400: 'The request has not the right shape, or names what is not there',
  401: 'No valid token',
  403: 'The caller may not do this',
  404: 'There is no such thing for the caller',
  409: 'Not in the present state of things',
  412: 'What it changes has moved on',
  413: 'The body is larger than 1 MiB',
  415: 'The body is not JSON',
  422: 'The Idempotency-Key is bound to another request, or the policy is impossible',
  429: 'Too many requests',
  500: 'A fault of the service',
  503: 'A part of the service does not answer',
} as const;
export type Refusal = keyof typeof meanings;

export const Refuses = (...statuses: readonly Refusal[]) =>
  applyDecorators(
    ApiExtraModels(ProblemSchema, FieldErrorBody),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: meanings[status],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemSchema) } } },
      }),
    ),
  );

export const refusesAlways = [401, 403, 429, 500, 503] as const;
export const refusesBodies = [400, 413, 415] as const;
