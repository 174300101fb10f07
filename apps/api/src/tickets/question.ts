import { applyDecorators, Get, type Type } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { Refuses, refusesAlways, type Refusal } from '../http/problem-answers.js';

interface Options {
  readonly tells: string;
  readonly as: Type;
  readonly refuses?: readonly Refusal[];
}

/** A question's place, and everything it can answer. */
export function Question(path: string, { tells, as: type, refuses = [] }: Options) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return applyDecorators(
    Get(path),
    ApiOperation({ summary: tells }),
    ApiSecurity('bearer'),
    ...names.map((name) =>
      ApiParam({
        name,
        type: String,
        ...(name === 'id' && { description: "The ticket's UUID or number, in any letter case" }),
      }),
    ),
    ApiResponse({ status: 200, type, description: 'The answer' }),
    Refuses(...refusesAlways, 400, ...(names.includes('id') ? ([404] as const) : []), ...refuses),
  );
}

/** An answer's class as the read side gives it: nobody changes it on the way out. */
export type Told<T> = T extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]: Told<T[Field]> }
    : T;
