import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Logger } from '../../dispatcher/ports.js';
import { fail } from '../fault.js';
import type { Feed } from '../feed.js';

/** How soon a page whose connection broke comes back, in ms. */
const RETRY_MS = 1500;

/**
 * GET /api/playground/stream: events `snapshot`, `message`, `board`, `clock`. A page that comes back says what it saw last by the
 * header Last-Event-ID, or by `?last=` where it had to make a new EventSource.
 */
export function streamRoute(feed: Feed, logger: Logger): Hono {
  const app = new Hono();
  app.get('/api/playground/stream', async (c) => {
    const last = c.req.header('last-event-id') ?? c.req.query('last') ?? null;
    let client;
    try {
      client = await feed.open(last);
    } catch (error) {
      logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a stream could not be opened');
      return fail(c, 503, { code: 'not-ready', message: '系统还没准备好，页面会自动重连；原因见 /readyz。' });
    }
    const opened = client;
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      stream.onAbort(() => opened.end());
      await stream.writeSSE({ event: 'hello', data: '{}', retry: RETRY_MS });
      for (let event = await opened.next(); event !== null; event = await opened.next()) {
        await stream.writeSSE({
          event: event.event,
          data: event.data,
          ...(event.id === undefined ? {} : { id: event.id }),
        });
      }
      opened.end();
    });
  });
  return app;
}
