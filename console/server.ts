import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.js';
import { Connections } from './connections.js';
import type { ConsoleDeps } from './deps.js';
import { Feed } from './feed.js';
import { pageRoutes } from './routes/pages.js';

const WEB = fileURLToPath(new URL('./web/', import.meta.url));
/** How often the board is looked at while somebody watches, and how often the clock is told, in ms. */
const BOARD_MS = 1000;
const CLOCK_MS = 15_000;
/** Requests under way get this long at the end, in ms. */
const GRACE_MS = 2000;

export type RunningConsole = { readonly url: string; close(): Promise<void> };

/**
 * Starts the console on deps.host and deps.port (0: any free one); resolves when it listens, with its address. Rejects with Node's
 * code where it cannot (EADDRINUSE: another program has the port). `close` ends the streams, lets requests finish, then lets go.
 */
export async function startConsole(deps: ConsoleDeps): Promise<RunningConsole> {
  const pages = await pageRoutes(WEB);
  const feed = new Feed(deps, randomBytes(4).toString('hex'));
  const app = createApp(deps, feed, pages);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const connections = new Connections(server);
  try {
    server.listen(deps.port, deps.host);
    await once(server, 'listening');
  } catch (error) {
    feed.close();
    throw error;
  }
  const watch = setInterval(() => {
    if (feed.watched) void feed.refreshBoard();
  }, BOARD_MS);
  const tick = setInterval(() => feed.tellClock(), CLOCK_MS);
  const url = addressOf(server);
  deps.logger.info({ url }, 'console listens');

  const stop = async (): Promise<void> => {
    clearInterval(watch);
    clearInterval(tick);
    feed.close();
    await connections.close(GRACE_MS);
    deps.logger.info({ url }, 'console closed');
  };
  let closing: Promise<void> | null = null;
  return { url, close: () => (closing ??= stop()) };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  // "All addresses" is nothing to click on.
  return `http://${host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host}:${address.port}`;
}
