import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import type { Commands } from './commands.js';
import type { Script } from './faults.js';
import type { Fault } from './types.js';
import type { World } from './world.js';

/** The WebSocket side of the fake: subscription, kick, heartbeat, acknowledgements, and what can go wrong with them (F.1). */

/** How the next connections are met. `refuse`: an errcode on the subscription; `drop`: closed instead of an answer. */
export type Meeting =
  | { readonly kind: 'well' }
  | { readonly kind: 'no-upgrade' }
  | { readonly kind: 'bad-gateway' }
  | { readonly kind: 'never-answer' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'refuse'; readonly errcode: number };

export type SocketServer = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends a frame over the active connection; false where there is none, or callbacks are withheld. */
  deliver(frame: unknown): boolean;
  /** The number of the active connection, or null. */
  active(): number | null;
  /** How many sockets are open, subscribed or not. */
  open(): number;
  meet(meeting: Meeting, times: number): void;
  /** Begins (true): every connection breaks, and none is taken until it ends. */
  outage(away: boolean): void;
  /** Ends the active connection without a word: as a network does, or by a close frame. */
  drop(how: 'terminate' | 'close'): void;
  /** As if another process had subscribed (A.9). */
  kick(closeToo: boolean): void;
  /** Open, but nothing is read or answered; `callbacks`: heartbeats are answered, callbacks are not sent. */
  deafen(what: 'all' | 'callbacks' | 'nothing'): void;
  /** Acknowledgements are kept, then given in the order they came or the reverse. */
  hold(): void;
  release(order: 'as-came' | 'reverse'): void;
  close(): void;
};

type Peer = { readonly socket: WebSocket; readonly n: number; subscribed: boolean; readonly meeting: Meeting };

const command = z.object({
  cmd: z.string(),
  headers: z.object({ req_id: z.string() }),
  body: z.record(z.string(), z.unknown()).optional(),
});

/** Takes the world, the credentials and the scripted faults; gives the server's WebSocket side, to be hung into an HTTP server. */
export function createSocketServer(
  world: World,
  credentials: { readonly botId: string; readonly secret: string },
  commands: Commands,
  faults: Script<Fault>,
  onSubscribed: () => void,
): SocketServer {
  const server = new WebSocketServer({ noServer: true });
  const meetings: Meeting[] = [];
  const waiting = new Set<Duplex>();
  let connections = 0;
  let active: Peer | null = null;
  let deaf: 'all' | 'callbacks' | 'nothing' = 'nothing';
  let away = false;
  let held: (() => void)[] | null = null;

  const send = (peer: Peer, frame: unknown): void => {
    if (peer.socket.readyState === peer.socket.OPEN) peer.socket.send(JSON.stringify(frame));
  };
  const answer = (peer: Peer, reqId: string, errcode: number): void => {
    const errmsg =
      errcode === 0
        ? 'ok'
        : `refused, hint: [1], from ip: 192.0.2.7, more info at https://example.invalid/e=${errcode}`;
    send(peer, { headers: { req_id: reqId }, errcode, errmsg });
  };
  const kickFrame = {
    cmd: 'aibot_event_callback',
    headers: { req_id: 'kick_1' },
    body: {
      msgid: 'kick',
      create_time: 1,
      aibotid: credentials.botId,
      msgtype: 'event',
      event: { eventtype: 'disconnected_event' },
    },
  };

  const subscribe = (peer: Peer, reqId: string, body: Readonly<Record<string, unknown>>): void => {
    const known = body['bot_id'] === credentials.botId && body['secret'] === credentials.secret;
    const errcode = peer.meeting.kind === 'refuse' ? peer.meeting.errcode : known ? 0 : 853000;
    const verdict = errcode === 0 ? 'accepted' : 'refused';
    world.note({
      cmd: 'aibot_subscribe',
      reqId,
      connection: peer.n,
      verdict,
      errcode,
      body: { bot_id: body['bot_id'] },
    });
    if (peer.meeting.kind === 'never-answer') return;
    if (peer.meeting.kind === 'drop') return peer.socket.terminate();
    if (errcode === 0) {
      if (active && active !== peer) {
        send(active, kickFrame);
        active.socket.close();
      }
      active = peer;
      peer.subscribed = true;
    }
    answer(peer, reqId, errcode);
    if (errcode === 0) onSubscribed();
  };

  const obey = (peer: Peer, cmd: string, reqId: string, body: Readonly<Record<string, unknown>>): void => {
    const fault = faults.next(cmd, body);
    const judged = commands.judge(cmd, reqId, body, peer.n) ?? { errcode: 40058, carryOut: () => undefined };
    const errcode = fault?.kind === 'errcode' ? fault.errcode : judged.errcode;
    const left = fault !== null && 'carriedOut' in fault && !fault.carriedOut;
    const accepted = errcode === 0 && !left;
    if (accepted) judged.carryOut();
    world.note({ cmd, reqId, connection: peer.n, verdict: accepted ? 'accepted' : 'refused', errcode, body });
    const ack = (): void => answer(peer, reqId, errcode);
    switch (fault?.kind) {
      case undefined:
      case 'errcode':
        return held ? void held.push(ack) : ack();
      case 'ack-without-code':
        return send(peer, { headers: { req_id: reqId }, errmsg: 'ok' });
      case 'ack-wrong-req-id':
        return send(peer, { headers: { req_id: `${reqId}x` }, errcode: 0, errmsg: 'ok' });
      case 'no-ack':
        return;
      case 'late-ack':
        return void setTimeout(ack, fault.ms).unref();
      case 'drop':
        return peer.socket.terminate();
      default:
        fault satisfies never;
    }
  };

  const receive = (peer: Peer, text: string): void => {
    if (deaf === 'all') return;
    const parsed = command.safeParse(JSON.parse(text));
    if (!parsed.success) return peer.socket.close();
    const { cmd, headers, body = {} } = parsed.data;
    if (cmd === 'aibot_subscribe') return subscribe(peer, headers.req_id, body);
    if (cmd === 'ping') return answer(peer, headers.req_id, 0);
    if (peer.subscribed && peer === active) return obey(peer, cmd, headers.req_id, body);
    world.note({ cmd, reqId: headers.req_id, connection: peer.n, verdict: 'refused', errcode: 846609, body });
    answer(peer, headers.req_id, 846609);
    if (!peer.subscribed) peer.socket.close();
  };

  return {
    upgrade(request, socket, head) {
      const meeting: Meeting = away ? { kind: 'bad-gateway' } : (meetings.shift() ?? { kind: 'well' });
      waiting.add(socket);
      socket.on('close', () => waiting.delete(socket));
      socket.on('error', () => undefined);
      if (meeting.kind === 'no-upgrade') return void socket.on('end', () => socket.destroy()).resume();
      if (meeting.kind === 'bad-gateway')
        return void socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
      server.handleUpgrade(request, socket, head, (ws) => {
        const peer: Peer = { socket: ws, n: (connections += 1), subscribed: false, meeting };
        ws.on('error', () => undefined);
        ws.on('message', (data) => receive(peer, String(data)));
        ws.on('close', () => {
          if (active === peer) active = null;
        });
      });
    },
    deliver(frame) {
      if (!active || deaf !== 'nothing') return false;
      if (typeof frame === 'string' || Buffer.isBuffer(frame)) active.socket.send(frame);
      else send(active, frame);
      return true;
    },
    active: () => active?.n ?? null,
    open: () => waiting.size,
    meet: (meeting, times) => void meetings.push(...Array.from({ length: times }, () => meeting)),
    outage(begins) {
      away = begins;
      if (begins) for (const client of server.clients) client.terminate();
    },
    drop(how) {
      if (how === 'terminate') active?.socket.terminate();
      else active?.socket.close(1001);
      active = null;
    },
    kick(closeToo) {
      const peer = active;
      active = null;
      if (!peer) return;
      peer.subscribed = false;
      send(peer, kickFrame);
      if (closeToo) peer.socket.close();
    },
    deafen: (what) => void (deaf = what),
    hold: () => void (held ??= []),
    release(order) {
      const acks = held ?? [];
      held = null;
      for (const ack of order === 'reverse' ? acks.reverse() : acks) ack();
    },
    close() {
      for (const client of server.clients) client.terminate();
      for (const socket of waiting) socket.destroy();
      server.close();
    },
  };
}
