import { Hono } from 'hono';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { ConsoleDeps, ConsoleFigures } from '../deps.js';

/**
 * /metrics in Prometheus' text format: the figures of the system, read anew for each scrape, and the process's own. Where the
 * figures cannot be read `dispatch_figures_ok` is 0 and the process's own are still told.
 */
export function metricsRoute(deps: Pick<ConsoleDeps, 'figures' | 'now' | 'logger'>): Hono {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const set = gauges(registry);
  // One scrape at a time: the gauges are shared.
  let turn: Promise<unknown> = Promise.resolve();
  const scrape = async (): Promise<string> => {
    try {
      set(await deps.figures(), deps.now());
    } catch (error) {
      deps.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'figures could not be read');
      set(null, deps.now());
    }
    return registry.metrics();
  };
  const app = new Hono();
  app.get('/metrics', async (c) => {
    const mine = turn.then(scrape);
    turn = mine.catch(() => undefined);
    return c.body(await mine, 200, { 'Content-Type': registry.contentType });
  });
  return app;
}

function gauges(registry: Registry): (figures: ConsoleFigures | null, now: number) => void {
  const make = <L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
    new Gauge({ name: `dispatch_${name}`, help, labelNames, registers: [registry] });
  const ok = make('figures_ok', '1 if the figures of this scrape could be read, else 0');
  const messages = make('messages', 'Raw messages by state; kept is the sum', 'state');
  const tickets = make('tickets', 'Tickets by level and state', 'level', 'state');
  const outbox = make('outbox_messages', 'Messages to be sent: waiting, of unknown outcome, dead', 'state');
  const oldest = make('outbox_oldest_waiting_seconds', 'Age of the oldest message that waits to be sent; 0 if none');
  const due = make('timers_due', 'Timers whose time has come and that have not spoken');
  const late = make('timers_lateness_seconds', 'How late the latest of the due timers is');
  const queue = make('queue_jobs', 'Jobs by queue and state', 'queue', 'state');

  return (figures, now) => {
    for (const gauge of [messages, tickets, outbox, queue]) gauge.reset();
    ok.set(figures === null ? 0 : 1);
    if (figures === null) return;
    for (const [state, count] of Object.entries(figures.messages)) messages.set({ state }, count);
    for (const { level, state, count } of figures.tickets) tickets.set({ level, state }, count);
    const { waiting, unknown, dead, oldestWaiting } = figures.outbox;
    for (const [state, count] of Object.entries({ waiting, unknown, dead })) outbox.set({ state }, count);
    oldest.set(oldestWaiting === null ? 0 : Math.max(0, now - oldestWaiting) / 1000);
    due.set(figures.timers.due);
    late.set(figures.timers.latest / 1000);
    for (const [name, states] of Object.entries(figures.queues)) {
      for (const [state, count] of Object.entries(states)) queue.set({ queue: name, state }, count);
    }
  };
}
