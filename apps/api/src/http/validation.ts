// Bodies and queries are classes; what does not fit is refused with the path of every field at fault.
import { ValidationPipe, type ArgumentMetadata, type PipeTransform, type ValidationError } from '@nestjs/common';
import type { FieldError } from '#write-side';
import { flawOf } from './hygiene.js';
import { invalid } from './problem.js';

const codes: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  isNotEmpty: 'required',
  isDefined: 'required',
  isIn: 'unknown-value',
  isEnum: 'unknown-value',
};

const pathOf = (parent: string, property: string): string =>
  /^\d+$/.test(property) ? `${parent}[${property}]` : parent === '' ? property : `${parent}.${property}`;

export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const field = pathOf(parent, property);
    const [broken] = Object.entries(constraints);
    const own = broken ? [{ field, ...story(broken[0], broken[1], property, value) }] : [];
    return [...own, ...fieldErrors(children, field)];
  });
}

function story(constraint: string, text: string, property: string, value: unknown): { code: string; message: string } {
  if (constraint === 'whitelistValidation') return { code: 'unknown-field', message: 'is not a field here' };
  if (value === undefined) return { code: 'required', message: 'is required' };
  // class-validator begins its sentences with the property's name; the field's path stands beside it already.
  const message = text.startsWith(`${property} `) ? text.slice(property.length + 1) : text;
  return { code: codes[constraint] ?? 'invalid', message };
}

/** Whoever has more to correct than this will ask again. */
const mostErrors = 50;

const byClass = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => invalid(...fieldErrors(errors).slice(0, mostErrors)),
});

/** The body has passed its parser; the texts of queries and paths are looked at here. */
export class RequestValidation implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'query' || metadata.type === 'param') {
      const flaw = flawOf(value, metadata.data);
      if (flaw) throw invalid(flaw);
    }
    if (metadata.type !== 'body' && metadata.type !== 'query') return value;
    return byClass.transform(value ?? {}, metadata);
  }
}
