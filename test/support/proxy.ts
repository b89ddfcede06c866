/** A TCP proxy before a database, which can take it away: connections are cut and new ones refused until it is back. */
import { connect, createServer, type Server, type Socket } from 'node:net';

export type Proxy = {
  readonly port: number;
  /** Cuts every connection and refuses new ones. */
  down(): Promise<void>;
  /** The same address answers again. */
  up(): Promise<void>;
  close(): Promise<void>;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the proxy has no port'));
      else resolve(address.port);
    });
  });

/** Stands before `host:port` on a port of its own. */
export const startProxy = async (host: string, port: number): Promise<Proxy> => {
  const sockets = new Set<Socket>();
  const track = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const open = async (at: number): Promise<{ server: Server; port: number }> => {
    const server = createServer((incoming) => {
      const outgoing = track(connect(port, host));
      track(incoming).pipe(outgoing).pipe(incoming);
      incoming.on('close', () => outgoing.destroy());
      outgoing.on('close', () => incoming.destroy());
    });
    return { server, port: await listen(server, at) };
  };
  let running: { server: Server; port: number } | null = await open(0);
  const own = running.port;
  const down = async (): Promise<void> => {
    const closing = running;
    running = null;
    if (closing === null) return;
    const closed = new Promise<void>((resolve) => closing.server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port: own,
    down,
    up: async () => {
      running ??= await open(own);
    },
    close: down,
  };
};
