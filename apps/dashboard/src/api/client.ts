// The one way to the desk: typed by its OpenAPI document. What it refuses is thrown as a Problem.
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './contract';
import { Problem, type ProblemBody } from './problem';

export type Schemas = components['schemas'];
// A field that is always null is not among what openapi-fetch reads.
export type TicketItem = Omit<Schemas['TicketItemBody'], 'sla'>;
export type Ticket = Omit<Schemas['TicketBody'], 'sla'>;
export type ThreadEntry = Schemas['ThreadEntryBody'];
export type Me = Schemas['MeBody'];
export type Named = Schemas['NamedBody'];

let token: string | undefined;
let onSignedOut = () => {};

export const setCsrfToken = (given: string | undefined) => (token = given);
export const csrfToken = (): string => token ?? '';
/** Called whenever the desk says that nobody is signed in any more. */
export const whenSignedOut = (call: () => void) => (onSignedOut = call);

const headers: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return;
    if (token) request.headers.set('X-CSRF-Token', token);
    // One key for the act, however often it is sent.
    if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', crypto.randomUUID());
  },
};

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: sendTwiceAtMost,
  querySerializer: { array: { style: 'form', explode: true } },
});
api.use(headers);

/** A lost connection or a desk that is busy: once more, with the same key, is safe for every act. */
async function sendTwiceAtMost(request: Request): Promise<Response> {
  const again = request.clone();
  try {
    const response = await fetch(request);
    if (response.status !== 503 && response.status !== 502 && response.status !== 504) return response;
    await pause(Math.min(Number(response.headers.get('Retry-After') ?? 1), 2) * 1000, request.signal);
  } catch (error) {
    if (request.signal.aborted || !navigator.onLine) throw error;
    await pause(500, request.signal);
  }
  return fetch(again);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** What was answered. @throws Problem; TypeError when the desk cannot be reached */
export async function ask<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  const problem = new Problem(response.status, asProblem(error, response), retryAfter(response));
  if (response.status === 401) onSignedOut();
  throw problem;
}

function asProblem(error: unknown, { status, statusText }: Response): ProblemBody {
  if (typeof error === 'object' && error !== null && 'code' in error) return error as ProblemBody;
  return { title: statusText || 'The desk did not answer', code: status >= 500 ? 'unavailable' : 'unknown', status };
}

const retryAfter = ({ headers }: Response) => Number(headers.get('Retry-After') ?? Number.NaN) || undefined;
