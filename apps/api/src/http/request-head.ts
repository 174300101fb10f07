import type { FastifyRequest } from 'fastify';
import { invalid } from './problem.js';

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(',') : value;
};

/** `Idempotency-Key`: 1 to 200 printable ASCII characters. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = header(request, 'Idempotency-Key');
  if (key === undefined || /^[\x20-\x7e]{1,200}$/.test(key)) return key;
  throw invalid({ field: 'Idempotency-Key', code: 'invalid', message: 'must be 1 to 200 printable characters' });
}

/** `If-Match: "<revision>"`; a weak or listed tag never names the one revision that is meant. */
export function ifMatch(request: FastifyRequest): bigint | undefined {
  const tag = header(request, 'If-Match');
  if (tag === undefined) return undefined;
  const revision = /^"(\d{1,19})"$/.exec(tag)?.[1];
  if (revision !== undefined) return BigInt(revision);
  throw invalid({ field: 'If-Match', code: 'invalid', message: 'must be one revision in quotes' });
}

/** For routes that take no query parameters. */
export function refuseQuery({ query }: FastifyRequest): void {
  const names = Object.keys(query as object);
  if (names.length === 0) return;
  throw invalid(...names.map((field) => ({ field, code: 'unknown-field', message: 'is not a parameter here' })));
}
