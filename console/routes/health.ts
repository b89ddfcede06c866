import { Hono } from 'hono';
import type { ConsoleDeps, Health } from '../deps.js';

/** A check that takes longer than this, in ms, is itself the answer. */
const PATIENCE_MS = 5000;

/** /healthz: the process answers. /readyz: it can do its work; 503 with what is wrong, in words, where it cannot. */
export function healthRoutes(deps: Pick<ConsoleDeps, 'health' | 'logger'>, patienceMs = PATIENCE_MS): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const health = await within(patienceMs, deps.health()).catch((error: unknown): Health => {
      deps.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the health check failed');
      return { ready: false, problems: [SILENT], parts: {} };
    });
    return c.json(health, health.ready ? 200 : 503);
  });
  return app;
}

const SILENT = '健康检查没有按时回答：数据库或队列可能连不上，请运行 npm run doctor 查看原因。';

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
