import { vi } from 'vitest';
import type { ChatRef } from '../../bot/gateway.js';
import { startRig, type Rig } from '../support/wecom/rig.js';
import type { Seen as FakeSeen } from '../support/wecom/types.js';
import type { GatewayRig, RigPerson, Seen } from './gateway.contract.js';

/** WeCom under the contract suite of all gateways. */

const reporter: RigPerson = { id: 'laoshi', name: '王老师' };
const engineer: RigPerson = { id: 'zhaogaobin', name: '赵高斌' };

/** What in a text a renderer of WeCom would make tappable; written without the code under test. */
const linksIn = (text: string): string[] =>
  text.match(/\]\([^)]*\)|<a\b[^>]*>|<https?:[^>]*>|\bhttps?:\/\/\S+|\bwww\.\S+/gi) ?? [];

function seenOf(rig: Rig, one: FakeSeen): Seen {
  const chat: ChatRef = { channel: 'wecom', ...one.chat };
  const card = one.taskId === null ? null : rig.fake.card(one.taskId);
  const text = card ? card.text : one.text;
  return {
    chat,
    text,
    notifies: one.notifies.map((id) => (id === '@all' ? 'everyone' : id)),
    links: linksIn(text),
    buttons: (card?.buttons ?? []).map(({ label, key }) => ({ id: key, label })),
    messageId: one.taskId,
  };
}

/** Takes whether cards go to groups; gives a rig over a fake in whose group somebody has spoken before. */
export async function makeWecomRig(groupCards: boolean): Promise<GatewayRig> {
  const rig = await startRig({ fake: { spokenGroups: ['G1'] }, gateway: { groupCards } });
  const { fake, gateway } = rig;
  let repeat = (): void => undefined;
  const say = (saying: Parameters<typeof fake.say>[0]): void => {
    const { msgid } = fake.say(saying);
    repeat = () => void fake.say({ ...saying, msgid });
  };
  return {
    gateway,
    group: { channel: 'wecom', kind: 'group', id: 'G1' },
    reporter,
    engineer,
    direct: ({ id }) => ({ channel: 'wecom', kind: 'direct', id }),
    now: rig.now,
    tellsMentions: false,
    async saysInGroup({ id }, text, how = {}) {
      const quote = how.quote ? { quote: { text: how.quote.text } } : {};
      say({ user: id, chat: 'G1', text, mention: how.addressed ?? true, ...quote });
    },
    async saysDirect({ id }, text) {
      say({ user: id, text });
    },
    async repeatsLast() {
      repeat();
    },
    async press({ id }, message, button) {
      if (message.messageId === null) return '';
      const { reqId } = fake.press(id, message.messageId, button);
      const answered = () => fake.record('aibot_respond_update_msg').find((entry) => entry.reqId === reqId);
      await vi
        .waitFor(() => (answered() ? undefined : Promise.reject(new Error('no answer yet'))), {
          timeout: 2_000,
          interval: 5,
        })
        .catch(() => undefined);
      return answered()?.verdict === 'accepted' ? (fake.card(message.messageId, id)?.text ?? '') : '';
    },
    seen: () => fake.seen().map((one) => seenOf(rig, one)),
    outage: {
      async begin() {
        fake.outage(true);
      },
      async end() {
        fake.outage(false);
      },
    },
    close: rig.close,
  };
}
