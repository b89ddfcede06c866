import { Hono } from 'hono';
import type { ConsoleDeps, PlaygroundPort } from '../deps.js';
import { ConsoleError } from '../fault.js';
import type { Feed } from '../feed.js';
import { refusable } from '../playground-refusal.js';
import { afterSchema, check, clockSchema, postSchema, pressSchema, readJson } from '../schema.js';
import { iso, toWireMessage } from '../wire.js';

/** The playground's API as design.md 5 fixes it: messages in, messages out, presses, and the clock. */
export function playgroundRoutes(deps: ConsoleDeps, feed: Feed): Hono {
  const app = new Hono();

  app.post('/api/playground/messages', async (c) => {
    const { from, text, chat, replyTo, id } = check(postSchema, await readJson(c));
    const playground = opened(deps.playground);
    const post = { from, text, chat, ...(replyTo ? { replyTo } : {}), ...(id ? { id } : {}) };
    return c.json({ id: (await refusable(playground.post(post))).id }, 202);
  });

  app.get('/api/playground/messages', async (c) => {
    const { after } = check(afterSchema, c.req.query());
    const messages = await opened(deps.playground).list(after);
    return c.json({ messages: messages.map(toWireMessage) });
  });

  app.post('/api/playground/presses', async (c) => {
    const { from, message, button } = check(pressSchema, await readJson(c));
    const { toast } = await refusable(opened(deps.playground).press({ from, message, button }));
    return c.json({ toast }, 202);
  });

  app.post('/api/playground/clock', async (c) => {
    const { advanceMs } = check(clockSchema, await readJson(c));
    if (deps.advance === null) {
      throw new ConsoleError(409, {
        code: 'clock-is-real',
        message:
          '时钟只有在演练群是唯一渠道时才能快进；现在接着真实的群，请另起一个不带 WECOM_* 和 TELEGRAM_* 设置的实例来试。',
      });
    }
    const now = await deps.advance(advanceMs);
    feed.tellClock();
    return c.json({ now: iso(now) });
  });

  return app;
}

function opened(playground: PlaygroundPort | null): PlaygroundPort {
  if (playground !== null) return playground;
  throw new ConsoleError(404, {
    code: 'no-playground',
    message: '这个实例没有开演练群；请到接入的群里说话，或看 /api/board。',
  });
}
