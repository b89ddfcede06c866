import { createServer } from 'node:http';
import { createCommands } from './commands.js';
import { createScript } from './faults.js';
import { createMedia } from './media.js';
import { createPeople, type People } from './people.js';
import { createSocketServer, type SocketServer } from './socket-server.js';
import {
  defaultSwitches,
  type Clock,
  type Entry,
  type Fault,
  type Seen,
  type SeenCard,
  type Switches,
  type WebhookFault,
  type Where,
} from './types.js';
import { createWebhookServer } from './webhook-server.js';
import { cardSeen, chatKey, createWorld, type Group } from './world.js';

/**
 * A WeCom of one's own on loopback: the bot channel (WebSocket), the group's webhook robot and the media store, after
 * channels.md F.1 and F.2. Left out: uploads and the refresh window of streams, which the bot under test does not use.
 */

export type FakeOptions = {
  /** Stamps and windows (24 h, 5 s, quotas). Delays run on real timers. */
  readonly now: Clock;
  /** The first is the one the webhook robot stands in. Default: G1 with a few people. */
  readonly groups?: readonly Group[];
  readonly switches?: Partial<Switches>;
  /** People who have written to the bot alone before, so that it may write to them. */
  readonly acquainted?: readonly string[];
  /** Groups in which somebody has @mentioned the bot before, so that it may push there. */
  readonly spokenGroups?: readonly string[];
};

export type FakeWecom = Pick<People, 'say' | 'press' | 'enter'> &
  Pick<SocketServer, 'meet' | 'outage' | 'drop' | 'kick' | 'deafen' | 'hold' | 'release'> & {
    readonly wsUrl: string;
    readonly webhookUrl: string;
    readonly origin: string;
    readonly botId: string;
    readonly secret: string;
    /** What a chat saw, oldest first: of one group, of one person alone, or everything. */
    seen(chat?: Place): readonly Seen[];
    /** A card as people see it now, or as one of them does. */
    card(taskId: string, user?: string): SeenCard | null;
    /** What the bot asked for, and what became of it, oldest first. */
    record(cmd?: string): readonly Entry[];
    fault(where: Where<Readonly<Record<string, unknown>>>, fault: Fault): void;
    webhookFault(where: Where<Readonly<Record<string, unknown>>>, fault: WebhookFault): void;
    /** Any frame or raw text, as the service might send it. */
    inject(frame: unknown): boolean;
    removeWebhook(): void;
    /** The bot is put out of a group, or asked in. */
    setInGroup(groupId: string, hasBot: boolean): void;
    /** The number of the active connection, counted from 1; null while nobody is subscribed. */
    connection(): number | null;
    /** Sockets that are open, subscribed or not. */
    openSockets(): number;
    close(): Promise<void>;
  };

type Place = { readonly group: string } | { readonly direct: string };

const placeKey = (place: Place): string =>
  chatKey('group' in place ? { kind: 'group', id: place.group } : { kind: 'direct', id: place.direct });

export const defaultGroup: Group = {
  id: 'G1',
  members: ['laoshi', 'zhaogaobin', 'zhangbingbing', 'suzhe'],
  hasBot: true,
};

/** Starts the fake on a free port of 127.0.0.1. */
export async function startFakeWecom(options: FakeOptions): Promise<FakeWecom> {
  const botId = 'BOT';
  const secret = 'SECRET-of-the-bot';
  const key = 'KEY-of-the-robot';
  const groups = options.groups ?? [defaultGroup];
  const world = createWorld(options.now, { ...defaultSwitches, ...options.switches }, groups);
  for (const user of options.acquainted ?? []) world.spoken.add(`direct:${user}`);
  for (const id of options.spokenGroups ?? []) world.spoken.add(`group:${id}`);
  const faults = createScript<Fault>();
  const webhookFaults = createScript<WebhookFault>();
  const media = createMedia(options.now);
  const webhook = createWebhookServer(world, key, groups[0]?.id ?? 'none', webhookFaults);
  const socket = createSocketServer(world, { botId, secret }, createCommands(world), faults, () => people.replay());
  let origin = '';
  const people = createPeople({ world, socket, media, origin: () => origin, bot: { id: botId, name: '小通' } });

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST' && url.pathname === '/cgi-bin/webhook/send')
      return webhook.handle(request, response, url);
    return media.handle(response, url.pathname);
  });
  server.on('upgrade', (request, stream, head) => socket.upgrade(request, stream, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  origin = `http://127.0.0.1:${address.port}`;

  return {
    wsUrl: `ws://127.0.0.1:${address.port}`,
    webhookUrl: `${origin}/cgi-bin/webhook/send?key=${key}`,
    origin,
    botId,
    secret,
    say: people.say,
    press: people.press,
    enter: people.enter,
    meet: socket.meet,
    outage: socket.outage,
    drop: socket.drop,
    kick: socket.kick,
    deafen: socket.deafen,
    hold: socket.hold,
    release: socket.release,
    seen: (chat) => world.seen.filter((one) => !chat || chatKey(one.chat) === placeKey(chat)),
    card: (taskId, user) => cardSeen(world, taskId, user),
    record: (cmd) => world.record.filter((entry) => cmd === undefined || entry.cmd === cmd),
    fault: faults.add,
    webhookFault: webhookFaults.add,
    inject: socket.deliver,
    removeWebhook: webhook.remove,
    setInGroup(groupId, hasBot) {
      const group = world.groups.get(groupId);
      if (group) world.groups.set(groupId, { ...group, hasBot });
    },
    connection: socket.active,
    openSockets: socket.open,
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
