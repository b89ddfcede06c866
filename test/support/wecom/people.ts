import type { Media } from './media.js';
import type { SocketServer } from './socket-server.js';
import type { ChatName } from './types.js';
import { cardSeen, chatKey, type OpenCallback, type World } from './world.js';

/** What people do: they write, quote, send pictures and press buttons. The service turns it into callbacks (A.4, A.5). */

export type Picture = { readonly bytes: Uint8Array; readonly name?: string };

export type Saying = {
  readonly user: string;
  /** A group's id; without one, the person writes to the bot alone. */
  readonly chat?: string;
  readonly text: string;
  /** In a group the bot is @mentioned unless this is false; then it hears nothing. */
  readonly mention?: boolean;
  readonly quote?: { readonly text: string } | { readonly picture: Picture };
  /** Sent as one `mixed` message with the text. */
  readonly mixed?: readonly Picture[];
  /** Speech, already turned into `text`; to the bot alone (A.4). */
  readonly voice?: boolean;
  /** A repeat of an earlier message has its msgid. */
  readonly msgid?: string;
  readonly reqId?: string;
};

/** `heard`: the callback went out over a connection. */
export type Said = { readonly msgid: string; readonly reqId: string; readonly heard: boolean };

export type People = {
  say(saying: Saying): Said;
  /** Throws where the person sees no such card or button: a test presses what is there. `force`: an old or foreign card. */
  press(user: string, taskId: string, key: string, how?: { readonly force?: boolean; readonly msgid?: string }): Said;
  enter(user: string): Said;
  /** Sends what was missed while nobody was connected, if the service does so. */
  replay(): void;
};

export type PeoplePorts = {
  readonly world: World;
  readonly socket: SocketServer;
  readonly media: Media;
  readonly origin: () => string;
  readonly bot: { readonly id: string; readonly name: string };
};

type Body = Readonly<Record<string, unknown>>;

/** Takes the world and the ways out of it; gives the people. */
export function createPeople({ world, socket, media, origin, bot }: PeoplePorts): People {
  const missed: { readonly frame: unknown; readonly callback: OpenCallback; readonly reqId: string }[] = [];
  let counted = 0;

  const call = (
    cmd: string,
    body: Body,
    open: Pick<OpenCallback, 'kind' | 'chat' | 'taskId'>,
    ids: { msgid?: string; reqId?: string },
  ): Said => {
    counted += 1;
    const msgid = ids.msgid ?? `MSG${counted}`;
    const reqId = ids.reqId ?? `callback_${counted}`;
    const frame = { cmd, headers: { req_id: reqId }, body: { msgid, aibotid: bot.id, ...body } };
    const callback = { ...open, msgid, at: world.now(), connection: socket.active() ?? 0, used: false };
    const heard = socket.deliver(frame);
    if (heard) world.callbacks.set(reqId, callback);
    else if (world.switches.replayMissed) missed.push({ frame, callback, reqId });
    return { msgid, reqId, heard };
  };
  const upload = (picture: Picture): { url: string; aeskey: string } => {
    const { path, aeskey } = media.put(picture.bytes, picture.name ?? null);
    return { url: `${origin()}${path}`, aeskey };
  };
  const place = (chat: ChatName, user: string): Body =>
    chat.kind === 'group'
      ? { chatid: chat.id, chattype: 'group', from: { userid: user } }
      : { chattype: 'single', from: { userid: user } };

  return {
    say(saying) {
      const chat: ChatName =
        saying.chat === undefined ? { kind: 'direct', id: saying.user } : { kind: 'group', id: saying.chat };
      if (chat.kind === 'group') member(world, chat.id, saying.user);
      const mention = chat.kind === 'group' && saying.mention !== false;
      if (chat.kind === 'group' && !mention) return { msgid: '', reqId: '', heard: false };
      world.spoken.add(chatKey(chat));
      const text = mention && !saying.text.includes(`@${bot.name}`) ? `@${bot.name}\u2005${saying.text}` : saying.text;
      const quote = quoteOf(saying.quote, upload);
      const body = { ...place(chat, saying.user), ...contentOf(saying, text, upload), ...(quote ? { quote } : {}) };
      return call('aibot_msg_callback', body, { kind: 'message', chat, taskId: null }, saying);
    },
    press(user, taskId, key, how = {}) {
      const chat = world.cards.get(taskId)?.chat ?? { kind: 'direct', id: user };
      const there = cardSeen(world, taskId, user)?.buttons.some((button) => button.key === key) ?? false;
      if (!there && !how.force) throw new Error(`no button ${key} on a card ${taskId}`);
      const data = { card_type: 'button_interaction', event_key: key, task_id: taskId };
      const event = {
        eventtype: 'template_card_event',
        ...(world.switches.flatPresses ? data : { template_card_event: data }),
      };
      const body = { ...place(chat, user), create_time: seconds(world), msgtype: 'event', event };
      return call('aibot_event_callback', body, { kind: 'press', chat, taskId }, how);
    },
    enter(user) {
      const chat: ChatName = { kind: 'direct', id: user };
      const body = {
        from: { userid: user },
        create_time: seconds(world),
        msgtype: 'event',
        event: { eventtype: 'enter_chat' },
      };
      return call('aibot_event_callback', body, { kind: 'enter', chat, taskId: null }, {});
    },
    replay() {
      for (const { frame, callback, reqId } of missed.splice(0)) {
        if (socket.deliver(frame)) world.callbacks.set(reqId, { ...callback, connection: socket.active() ?? 0 });
      }
    },
  };
}

function member(world: World, groupId: string, user: string): void {
  if (!world.groups.get(groupId)?.members.includes(user))
    throw new Error(`${user} is no member of the group ${groupId}`);
}

const seconds = (world: World): number => Math.floor(world.now() / 1000);

function contentOf(saying: Saying, text: string, upload: (picture: Picture) => unknown): Body {
  if (saying.voice) return { msgtype: 'voice', voice: { content: text } };
  if (!saying.mixed) return { msgtype: 'text', text: { content: text } };
  const images = saying.mixed.map((picture) => ({ msgtype: 'image', image: upload(picture) }));
  return { msgtype: 'mixed', mixed: { msg_item: [{ msgtype: 'text', text: { content: text } }, ...images] } };
}

function quoteOf(quote: Saying['quote'], upload: (picture: Picture) => unknown): Body | null {
  if (!quote) return null;
  return 'text' in quote
    ? { msgtype: 'text', text: { content: quote.text } }
    : { msgtype: 'image', image: upload(quote.picture) };
}
