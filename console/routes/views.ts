import { Hono } from 'hono';
import type { ConsoleDeps } from '../deps.js';
import { toWireTicket } from '../wire.js';

/** What can be read: the open tickets, who can be spoken as, ready-made sentences. */
export function viewRoutes(deps: Pick<ConsoleDeps, 'board' | 'people' | 'samples'>): Hono {
  const app = new Hono();
  app.get('/api/board', async (c) => c.json({ tickets: (await deps.board()).map(toWireTicket) }));
  app.get('/api/people', async (c) => c.json({ people: await deps.people() }));
  app.get('/api/samples', async (c) => c.json({ samples: await deps.samples() }));
  return app;
}
