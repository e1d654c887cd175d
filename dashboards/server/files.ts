/** The page's files: a fixed list, read once, so that no request can name another one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { messageOf, WijkError } from '../../errors.js';

const FILES: readonly { readonly url: string; readonly file: string; readonly type: string }[] = [
  { url: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { url: '/main.js', file: 'main.js', type: 'text/javascript; charset=utf-8' },
  { url: '/main.js.map', file: 'main.js.map', type: 'application/json; charset=utf-8' },
  { url: '/main.css', file: 'main.css', type: 'text/css; charset=utf-8' },
  { url: '/main.css.map', file: 'main.css.map', type: 'application/json; charset=utf-8' },
  { url: '/favicon.svg', file: 'favicon.svg', type: 'image/svg+xml' },
];

/** Adds a route per file of `folder`. Throws COMPONENT_MISSING if the page is not built. */
export function addFiles(server: FastifyInstance, folder: string): void {
  for (const { url, file, type } of FILES) {
    const body = read(join(folder, file));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    server.get(url, (request, reply) => {
      reply.headers({ etag, 'cache-control': 'no-cache' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type(type).send(body);
    });
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new WijkError(
      'COMPONENT_MISSING',
      `the cockpit's page is not built (${messageOf(error)}): run npm run build`,
    );
  }
}
