import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ConsoleDeps } from './deps.js';
import { ConsoleError, fail } from './fault.js';
import type { Feed } from './feed.js';
import { localHostOnly, safeHeaders, sameOriginWrites } from './guard.js';
import { healthRoutes } from './routes/health.js';
import { metricsRoute } from './routes/metrics.js';
import { playgroundRoutes } from './routes/playground.js';
import { streamRoute } from './routes/stream.js';
import { viewRoutes } from './routes/views.js';
import { MAX_BODY } from './schema.js';

/** Everything the console answers, as a hono app; `pages` serves what no other route took. No socket is opened here. */
export function createApp(deps: ConsoleDeps, feed: Feed, pages: Hono): Hono {
  const app = new Hono();
  app.use(safeHeaders());
  app.use(localHostOnly(deps.host));
  app.use(sameOriginWrites());
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MAX_BODY,
      onError: (c) =>
        fail(c, 413, {
          code: 'text-too-long',
          field: 'text',
          message: `请求正文最大 ${MAX_BODY / 1024} KB，请分几条发。`,
        }),
    }),
  );
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.route('/', healthRoutes(deps));
  app.route('/', metricsRoute(deps));
  app.route('/', playgroundRoutes(deps, feed));
  app.route('/', streamRoute(feed, deps.logger));
  app.route('/', viewRoutes(deps));
  app.route('/', pages);

  app.notFound((c) => fail(c, 404, { code: 'not-found', message: '没有这个地址；页面在 /，接口见 README。' }));
  app.onError((error, c) => {
    if (error instanceof ConsoleError) return fail(c, error.status, error.fault);
    deps.logger.error({ error: error.name, path: c.req.path }, 'a request failed');
    return fail(c, 500, { code: 'failed', message: '系统出错了，没有办成；请稍后再试，原因见日志和 /readyz。' });
  });
  return app;
}
