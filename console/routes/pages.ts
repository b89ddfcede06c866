import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Hono } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the pages of `folder`. What may be asked for is listed once at the start, so no path can lead out of it; files of other
 * kinds are not served. Contents are read at each request, so that a page can be worked on without a restart.
 */
export async function pageRoutes(folder: string): Promise<Hono> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && extname(path) in TYPES) files.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  const app = new Hono();
  app.get('*', async (c, next) => {
    const path = files.get(c.req.path === '/' ? '/index.html' : c.req.path);
    const type = path === undefined ? undefined : TYPES[extname(path)];
    if (path === undefined || type === undefined) return next();
    const body = await readFile(path);
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = { ETag: tag, 'Cache-Control': 'no-cache' };
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, 'Content-Type': type });
  });
  return app;
}
