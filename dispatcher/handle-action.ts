import type { PressAnswer } from '../bot/gateway.js';
import type { Decision } from './decision.js';
import { houseAt } from './decide/attendance.js';
import { withFollowing } from './decide/follow.js';
import { withIncidents } from './decide/incidents.js';
import { decideMessage } from './decide/message.js';
import { factsOfPress, isGone, pressed, readButton } from './decide/press.js';
import type { Scene } from './decide/scene.js';
import type { Desk } from './desk.js';
import { needOfPress } from './need.js';
import { outcomeOf } from './outcome.js';
import { factsOfAnswer, handleIncidentOrder, orderOfButton, readIncidentButton } from './handle-incident.js';
import { handleNoticePress, readNoticeButton } from './handle-notice.js';
import type { Settled } from './ports.js';
import { refusalWords } from './say/refusal.js';
import type { Stage } from './say/stage.js';
import { keyOf, senderOf } from './sender.js';

type Handled = { readonly settled: Settled; readonly answer: PressAnswer };

const UNKNOWN: PressAnswer = { toast: '这个按钮已经失效，请直接回复文字', retire: true };

/** What the presser sees at once: that it is done, or why not. */
const answerTo = (decision: Decision, stage: Stage, retires: boolean): PressAnswer =>
  decision.kind === 'refused'
    ? { toast: refusalWords(decision.refusal, stage), retire: retires && isGone(decision.refusal) }
    : { toast: '好的，已记下', retire: retires && decision.changes.length + decision.incidents.length > 0 };

/** A school's «it works again» by a button is seen by who pressed; the group need not read it of each. */
const unspoken = (decision: Decision): Decision =>
  decision.kind === 'refused'
    ? decision
    : { ...decision, effects: decision.effects.filter(({ kind }) => kind !== 'confirmed') };

/**
 * One kept press: read as if its words had been typed with the ticket's number, so that buttons and words can never differ. Gives the
 * transaction's end and the presser's answer.
 */
export const handleAction = async (id: string, desk: Desk): Promise<Handled> => {
  const { recorder } = desk;
  const there = houseAt(desk.house, await recorder.rota(), desk.clock.now());
  const press = await recorder.readPress(id);
  if (press === null) return { settled: { kind: 'gone' }, answer: UNKNOWN };
  const button = readButton(press.button);
  const incident = readIncidentButton(press.button);
  const { channel } = press.chat;
  const known = await recorder.reporter(keyOf(press.from.id, channel, there.staff));
  const sender = senderOf(press.from, channel, there.staff, known);
  const notice = readNoticeButton(press.button);
  if (notice !== null) return handleNoticePress(id, press, sender, notice, desk);
  let answer: PressAnswer = { toast: '已处理过了', retire: true };
  const order = incident === null ? null : orderOfButton(incident);
  if (order !== null) {
    const at = { chat: press.chat, replyTo: null };
    const home = press.chat.kind === 'group' ? press.chat : (desk.groups[channel] ?? press.chat);
    const by = { cause: { kind: 'press', id }, sender, user: press.from.id, at, home, text: '' } as const;
    const done = await handleIncidentOrder(order, by, desk, (decision, now) => {
      answer = answerTo(decision, { now, house: there, mentions: desk.mentions }, true);
    });
    return { settled: done, answer };
  }
  const settled = await recorder.decide(
    { kind: 'press', id },
    needOfPress(press.chat, sender, button?.no ?? ''),
    (loaded) => {
      const at = { chat: press.chat, replyTo: null };
      const house = houseAt(desk.house, loaded.rota, loaded.now);
      const voice = { ...desk, house, now: loaded.now };
      if (button === null && incident === null) {
        answer = UNKNOWN;
        return {
          changes: [],
          says: [],
          talk: null,
          learnt: null,
          rota: [],
          guarantees: [],
          incidents: [],
          note: 'unknown button',
        };
      }
      const facts =
        incident === null || button !== null
          ? factsOfPress(button?.kind ?? 'pick', button?.no ?? '')
          : factsOfAnswer(incident, sender, loaded);
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
      const decided = pressed(withFollowing(scene, withIncidents(scene, decideMessage(scene))));
      // Many answer under one message of an incident: its buttons stay for the others, and the toast is the answer.
      const decision = incident === null ? decided : unspoken(decided);
      answer = answerTo(decision, voice, incident === null);
      return outcomeOf(decision, at, sender, voice);
    },
  );
  return { settled, answer };
};
