import { Problem } from '../http/problem.js';

export const unauthenticated = (challenge: string): Problem =>
  new Problem(401, 'unauthenticated', 'A valid bearer token, API key or session is required.', {
    headers: { 'WWW-Authenticate': challenge },
  });
