import type { FastifyBodyParser, FastifyInstance } from 'fastify';
import { flawOf } from './hygiene.js';
import { invalid, Problem } from './problem.js';

export const bodyLimit = 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** An empty body is the empty object, so that actions whose fields are all optional can be asked for without one. */
export function parseJsonBody(bytes: Buffer): unknown {
  let body: unknown;
  try {
    const text = utf8.decode(bytes);
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not JSON in UTF-8.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem(400, 'validation-failed', 'The body must be a JSON object.');
  }
  const flaw = flawOf(body);
  if (flaw) throw invalid(flaw);
  return body;
}

/** RFC 7396; the only routes that take it say so. */
export const mergePatch = 'application/merge-patch+json';

const parser: FastifyBodyParser<Buffer> = (request, bytes, done) => {
  try {
    if (request.headers['content-type']?.startsWith(mergePatch) && !request.routeOptions.config.mergePatch) {
      throw new Problem(415, 'unsupported-media-type', 'The body must be application/json.');
    }
    done(null, parseJsonBody(bytes));
  } catch (error) {
    done(error as Error);
  }
};

declare module 'fastify' {
  interface FastifyContextConfig {
    mergePatch?: boolean;
  }
}

/** JSON is the only content type; Fastify answers others with 415 and longer bodies with 413 before they are read. */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(['application/json', mergePatch], { parseAs: 'buffer', bodyLimit }, parser);
}
