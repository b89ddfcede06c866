import { z } from 'zod';
import { cardShape, judgeCard } from './card-rules.js';
import { createQuota, type Quota } from './quota.js';
import type { ChatName } from './types.js';
import { chatKey, placeCard, type OpenCallback, type World } from './world.js';

/** What the service does with a command of the bot after the subscription (F.1). */

type Body = Readonly<Record<string, unknown>>;

/** `errcode` 0: allowed, and `carryOut` does it. A fault may leave out the one or the other. */
export type Judged = { readonly errcode: number; readonly carryOut: () => void };

export type Commands = {
  /** Takes a command; gives its verdict, or null where there is no such command. */
  judge(cmd: string, reqId: string, body: Body, connection: number): Judged | null;
};

const DAY = 24 * 3_600_000;
const no = (errcode: number): Judged => ({ errcode, carryOut: () => undefined });
const target = z.object({ chatid: z.string(), chat_type: z.number().optional() });
const markdown = z.object({ markdown: z.object({ content: z.string() }) });
const stream = z.object({
  stream: z.object({ id: z.string(), finish: z.boolean().optional(), content: z.string().optional() }),
});
const audience = z.array(z.string());
const welcome = z.object({ text: z.object({ content: z.string() }) });

/** Takes the world; gives the commands over it, with the quota of A.8 unspent. */
export function createCommands(world: World): Commands {
  const limits = [
    { ms: 60_000, max: 30 },
    { ms: 3_600_000, max: 1_000 },
  ];
  const quota = createQuota(world.now, limits, world.switches.quotaWindow);
  return {
    judge(cmd, reqId, body, connection) {
      switch (cmd) {
        case 'aibot_send_msg':
          return push(world, quota, body);
        case 'aibot_respond_msg':
          return reply(world, quota, body, openOf(world, reqId, 'message', DAY, connection));
        case 'aibot_respond_update_msg':
          return update(world, body, openOf(world, reqId, 'press', 5_000, connection));
        case 'aibot_respond_welcome_msg':
          return greet(world, body, openOf(world, reqId, 'enter', 5_000, connection));
        default:
          return null;
      }
    },
  };
}

/** The callback of a req_id, if it is of that kind, young enough, not used up, and of this connection (A.6, A.11, I). */
function openOf(
  world: World,
  reqId: string,
  kind: OpenCallback['kind'],
  windowMs: number,
  connection: number,
): OpenCallback | null {
  const found = world.callbacks.get(reqId);
  if (!found || found.kind !== kind || world.now() - found.at > windowMs) return null;
  if (found.connection !== connection && !world.switches.oldReqIds) return null;
  if (found.used && !(kind === 'message' && world.switches.manyReplies)) return null;
  return found;
}

function push(world: World, quota: Quota, body: Body): Judged {
  const to = target.safeParse(body);
  if (!to.success) return no(40058);
  const chat = chatOf(world, to.data.chatid, to.data.chat_type ?? 0);
  if (!chat) return no(93006);
  if (chat.kind === 'group' && !world.groups.get(chat.id)?.hasBot) return no(93001);
  if (world.switches.mustHaveSpoken && !world.spoken.has(chatKey(chat))) return no(93001);
  if (body['msgtype'] === 'template_card' && chat.kind === 'group' && !world.switches.groupCardsByPush)
    return no(40008);
  return say(world, quota, chat, body, null, () => undefined);
}

/** 1: a person, 2: a group, 0: group first (A.6). Case counts. */
function chatOf(world: World, id: string, type: number): ChatName | null {
  if (type !== 1 && world.groups.has(id)) return { kind: 'group', id };
  if (type !== 2 && world.knows(id)) return { kind: 'direct', id };
  return null;
}

function reply(world: World, quota: Quota, body: Body, to: OpenCallback | null): Judged {
  if (!to) return no(846605);
  return say(world, quota, to.chat, body, to.msgid, () => {
    to.used = body['msgtype'] !== 'stream' || stream.safeParse(body).data?.stream.finish === true;
  });
}

/** A message into a chat, by whichever way: type, size, card and quota. */
function say(world: World, quota: Quota, chat: ChatName, body: Body, answers: string | null, done: () => void): Judged {
  const errcode = quota.allows(chatKey(chat)) ? judgeContent(world, body, answers !== null) : 45009;
  if (errcode !== 0) {
    if (world.switches.refusedCount) quota.count(chatKey(chat));
    return no(errcode);
  }
  const carryOut = (): void => {
    quota.count(chatKey(chat));
    done();
    const { text, taskId } = contentOf(world, chat, body);
    world.show({ via: 'bot', chat, text, notifies: [], taskId, answers });
  };
  return { errcode: 0, carryOut };
}

function judgeContent(world: World, body: Body, isReply: boolean): number {
  const sized = (content: string | undefined): number =>
    !content ? 44004 : Buffer.byteLength(content) > 20_480 ? 40058 : 0;
  switch (body['msgtype']) {
    case 'markdown':
      return sized(markdown.safeParse(body).data?.markdown.content);
    case 'stream':
      return isReply ? sized(stream.safeParse(body).data?.stream.content) : 40008;
    case 'template_card': {
      const errcode = judgeCard(body['template_card'], world.switches.strictCards);
      const taskId = errcode === 0 ? cardShape.parse(body['template_card']).task_id : undefined;
      return taskId !== undefined && world.cards.has(taskId) ? 42014 : errcode;
    }
    default:
      return 40008; // text, and media, which the bot under test does not send
  }
}

function contentOf(world: World, chat: ChatName, body: Body): { text: string; taskId: string | null } {
  if (body['msgtype'] === 'template_card') return placeCard(world, chat, body['template_card']);
  const text = markdown.safeParse(body).data?.markdown.content ?? stream.safeParse(body).data?.stream.content ?? '';
  return { text, taskId: null };
}

function update(world: World, body: Body, to: OpenCallback | null): Judged {
  if (!to) return no(846605);
  if (body['response_type'] !== 'update_template_card') return no(40058);
  const errcode = judgeCard(body['template_card'], world.switches.strictCards);
  if (errcode !== 0) return no(errcode);
  const card = cardShape.parse(body['template_card']);
  const shown = world.cards.get(card.task_id ?? '');
  if (!shown || card.task_id !== to.taskId) return no(42014);
  const carryOut = (): void => {
    to.used = true;
    const only = audience.parse(body['userids'] ?? []);
    for (const user of only) shown.forUser.set(user, card);
    if (only.length > 0) return;
    shown.card = card;
    shown.forUser.clear();
  };
  return { errcode: 0, carryOut };
}

function greet(world: World, body: Body, to: OpenCallback | null): Judged {
  if (!to) return no(846605);
  const words = welcome.safeParse(body).data?.text.content;
  if (!words) return no(40008);
  const carryOut = (): void => {
    to.used = true;
    world.show({ via: 'bot', chat: to.chat, text: words, notifies: [], taskId: null, answers: to.msgid });
  };
  return { errcode: 0, carryOut };
}
