// The web application's files, as its build left them beside this one's. Without a build there are no pages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const built = fileURLToPath(new URL('../../../../dashboard', import.meta.url));
/** Where the application's own router takes over; anything else that is unknown stays a problem. */
const pages = ['/', '/sign-in', '/tickets', '/dashboard', '/audit', '/admin', '/account'];
/** Pages are open: they hold nothing of anybody, and what they ask for is judged where it is asked. */
const config = { open: true, unlimited: true };

export async function serveDashboard(server: FastifyInstance, root = built): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  await server.register(async (scope) => {
    await scope.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
    const page = (request: FastifyRequest, reply: FastifyReply) =>
      wantsPage(request) ? file(reply, 'index.html', 'no-cache') : reply.callNotFound();
    for (const path of pages) {
      scope.get(path, { config }, page);
      if (path !== '/') scope.get(`${path}/*`, { config }, page);
    }
    // Their names carry a hash of what is in them.
    scope.get<{ Params: { '*': string } }>('/assets/*', { config }, ({ params }, reply) =>
      file(reply, `assets/${params['*']}`, 'public, max-age=31536000, immutable'),
    );
    for (const name of ['theme.js', 'favicon.svg']) {
      scope.get(`/${name}`, { config }, (_, reply) => file(reply, name, 'no-cache'));
    }
  });
}

const file = (reply: FastifyReply, path: string, caching: string) =>
  reply.header('Cache-Control', caching).sendFile(path);

/** Somebody who goes there with a browser, not a program that mistook the address; the start is there for everybody. */
const wantsPage = ({ headers: { accept }, url }: FastifyRequest) =>
  accept?.includes('text/html') || (url === '/' && (accept ?? '*/*').includes('*/*'));
