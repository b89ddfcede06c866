/** WeCom as a stage: the real SDK and the real webhook client against the fake service on loopback. */
import { Secret } from '../../config/secret.js';
import type { Instant } from '../../dispatcher/model.js';
import { awaited } from './patience.js';
import type { Heard, Stage } from './stage.js';
import { startFakeWecom, type FakeWecom } from './wecom/fake-wecom.js';
import type { Seen, Switches } from './wecom/types.js';

export const WECOM_GROUP = 'G1';

export type WecomStage = Stage & { readonly fake: FakeWecom };

export type WecomOptions = {
  readonly now: () => Instant;
  /** Outside the roster, in the group. */
  readonly reporters: readonly string[];
  /** On the roster, in the group, and acquainted with the bot. */
  readonly staff: readonly string[];
  readonly groupCards?: boolean;
  readonly switches?: Partial<Switches>;
};

/** Characters that only keep markup dead; people do not see them. */
const seenByPeople = (text: string): string => text.replaceAll(/[\u200b-\u200d\u2060]/gu, '');

const heardOf = (fake: FakeWecom, seen: Seen): Heard => {
  const card = seen.taskId === null ? null : fake.card(seen.taskId);
  return {
    n: seen.n - 1,
    at: seen.at,
    place: seen.chat.kind === 'group' ? { kind: 'group' } : { kind: 'direct', person: seen.chat.id },
    lane: `${seen.chat.kind}:${seen.chat.id}:${seen.via}`,
    text: seenByPeople(seen.text),
    mentions: seen.notifies,
    buttons: (card?.buttons ?? []).map(({ key, label }) => ({ id: key, label })),
    id: seen.taskId,
  };
};

/** Starts the fake with everybody in one group where the bot has been spoken to before. */
export const wecomStage = async (options: WecomOptions): Promise<WecomStage> => {
  const fake = await startFakeWecom({
    now: options.now,
    groups: [{ id: WECOM_GROUP, members: [...options.reporters, ...options.staff], hasBot: true }],
    acquainted: [...options.staff, ...options.reporters],
    spokenGroups: [WECOM_GROUP],
    ...(options.switches === undefined ? {} : { switches: options.switches }),
  });
  return {
    fake,
    channel: 'wecom',
    settings: {
      wecom: {
        botId: fake.botId,
        botSecret: new Secret(fake.secret),
        wsUrl: fake.wsUrl,
        webhookUrl: new Secret(fake.webhookUrl),
        chatIds: [WECOM_GROUP],
        groupCards: options.groupCards ?? false,
      },
      telegram: null,
      playground: false,
    },
    project: (project) => project,
    attach: () => undefined,
    say: (user, { text, place, quote, picture }) => {
      const saying = {
        user,
        text: text.replace(/^@小通\s*/u, ''),
        ...(place.kind === 'group' ? { chat: WECOM_GROUP } : {}),
        ...(quote === undefined ? {} : { quote: { text: quote.text } }),
        ...(picture === undefined ? {} : { mixed: [{ bytes: picture, name: 'photo.jpg' }] }),
      };
      const { msgid, heard } = fake.say(saying);
      return Promise.resolve({ heard, repeat: () => Promise.resolve(void fake.say({ ...saying, msgid })) });
    },
    press: async (user, heard, button) => {
      const taskId = heard.id;
      if (taskId === null) throw new Error('only a card can be pressed');
      const { reqId } = fake.press(user, taskId, button, { force: true });
      await awaited('the card was answered', () =>
        fake.record('aibot_respond_update_msg').find((entry) => entry.reqId === reqId),
      );
      return fake.card(taskId, user)?.text ?? '';
    },
    heard: () => fake.seen().map((seen) => heardOf(fake, seen)),
    close: () => fake.close(),
  };
};
