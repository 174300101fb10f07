// How a refusal looks on surfaces whose programs know another form than problem+json: also one that meets no route, no
// token and no body.
import type { Problem } from '../http/problem.js';

export interface RefusalForm {
  readonly type: string;
  readonly body: (problem: Problem) => object;
}

const native: RefusalForm = { type: 'application/problem+json', body: ({ body }) => body };

const social: RefusalForm = {
  type: 'application/json; charset=utf-8',
  body: ({ code, message }) => ({ success: false, error: { code, message } }),
};

/** Everything below `/api` but the portal's part of it. */
const socialPath = /^\/api(?!\/(?:support|shell)(?:[/?]|$))(?:[/?]|$)/;

/** `path`: a route's template, or a request's path where it met no route. */
export const refusalForm = (path: string): RefusalForm => (socialPath.test(path) ? social : native);
