import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { httpAdapter, mayTakeLong } from './server.js';

it('ends a request that does not arrive in time, unless it is one that may take long', async () => {
  const adapter = httpAdapter(pino({ level: 'silent' }), []);
  const server = adapter.getInstance();
  // As Node's timer does it, after half a minute.
  const runOutOfTime = (socket: Socket): void => {
    server.server.emit('clientError', Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  };
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (request.url === '/long') mayTakeLong(request);
    runOutOfTime(request.raw.socket);
    await new Promise(setImmediate);
    if (!request.raw.destroyed) await reply.send('in the end');
  };
  server.get('/long', answer);
  server.get('/short', answer);
  try {
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    expect(await (await fetch(`${url}/long`)).text()).toBe('in the end');
    const refused = await fetch(`${url}/short`);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([408, 'request-timeout']);
  } finally {
    await server.close();
  }
});
