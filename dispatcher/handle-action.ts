import type { PressAnswer } from '../bot/gateway.js';
import type { Decision } from './decision.js';
import { decideMessage } from './decide/message.js';
import { factsOfPress, readButton } from './decide/press.js';
import type { Scene } from './decide/scene.js';
import type { Desk } from './desk.js';
import { needOfPress } from './need.js';
import { outcomeOf } from './outcome.js';
import type { Settled } from './ports.js';
import { refusalWords } from './say/refusal.js';
import { keyOf, senderOf } from './sender.js';

type Handled = { readonly settled: Settled; readonly answer: PressAnswer };

const UNKNOWN: PressAnswer = { toast: '这个按钮已经失效，请直接回复文字', retire: true };

/** What the presser sees at once: that it is done, or why not. */
const answerTo = (decision: Decision, desk: Desk, now: number): PressAnswer =>
  decision.kind === 'refused'
    ? { toast: refusalWords(decision.refusal, { now, house: desk.house, mentions: desk.mentions }), retire: false }
    : { toast: '好的，已记下', retire: decision.changes.length > 0 };

/**
 * One kept press: read as if its words had been typed with the ticket's number, so that buttons and words can never differ. Gives the
 * transaction's end and the presser's answer.
 */
export const handleAction = async (id: string, desk: Desk): Promise<Handled> => {
  const { recorder, house } = desk;
  const press = await recorder.readPress(id);
  if (press === null) return { settled: { kind: 'gone' }, answer: UNKNOWN };
  const button = readButton(press.button);
  const { channel } = press.chat;
  const known = await recorder.reporter(keyOf(press.from.id, channel, house.staff));
  const sender = senderOf(press.from, channel, house.staff, known);
  let answer: PressAnswer = { toast: '已处理过了', retire: true };
  const settled = await recorder.decide(
    { kind: 'press', id },
    needOfPress(press.chat, sender, button?.no ?? ''),
    (loaded) => {
      const at = { chat: press.chat, replyTo: null };
      const voice = { ...desk, now: loaded.now };
      if (button === null) {
        answer = UNKNOWN;
        return { changes: [], says: [], talk: null, learnt: null, guarantees: [], note: 'unknown button' };
      }
      const facts = factsOfPress(button.kind, button.no);
      const home = press.chat.kind === 'group' ? press.chat : (desk.groups[channel] ?? press.chat);
      const scene: Scene = {
        now: loaded.now,
        house,
        loaded,
        sender,
        facts,
        text: '',
        addressed: true,
        at,
        user: press.from.id,
        home,
      };
      const decision = decideMessage(scene);
      answer = answerTo(decision, desk, loaded.now);
      return outcomeOf(decision, at, sender, voice);
    },
  );
  return { settled, answer };
};
