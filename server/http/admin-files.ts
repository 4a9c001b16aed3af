import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors';
import { errorBody } from './error-body';

/** The built client: the admin at / and the playground at /playground. A page of the admin is its index.html. */
export async function serveAdmin(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(folder);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (response, path) => {
        // The build puts a hash into the names of assets: they never change. The pages that name them do.
        const isAsset = path.includes('/assets/');
        response.setHeader('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get('/playground', (_request, reply) => reply.sendFile('playground.html'));
  }
  app.setNotFoundHandler((request, reply) => {
    const isNavigation = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (isBuilt && isNavigation) return reply.sendFile('index.html');
    const path = request.url.split('?', 1)[0] ?? '/';
    return reply
      .code(404)
      .type('application/json; charset=utf-8')
      .send(errorBody(request, [new AppError('NOT_FOUND', { resource: 'page', key: path })]));
  });
}
