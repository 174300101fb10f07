import { Problem } from '../http/problem.js';
import { refusalForm } from './refusal-form.js';

const tooMany = new Problem(429, 'too-many-requests', 'Too many requests in a minute.');

it.each(['/api', '/api/', '/api?page=1', '/api/tickets', '/api/nothing', '/api/supporters', '/api/shells?x'])(
  'of the social application at %s [APIC-07]',
  (path) => {
    const { type, body } = refusalForm(path);
    expect(type).toMatch(/^application\/json/);
    expect(body(tooMany)).toEqual({ success: false, error: { code: tooMany.code, message: tooMany.message } });
  },
);

it.each(['/api/support', '/api/support/tickets/:id', '/api/shell?x', '/apis', '/v1/api/tickets', '/', ''])(
  'of everybody else at %s',
  (path) => {
    const { type, body } = refusalForm(path);
    expect(type).toBe('application/problem+json');
    expect(body(tooMany)).toEqual(tooMany.body);
  },
);
