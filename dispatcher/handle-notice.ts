import type { Inbound, Press, PressAnswer } from '../bot/gateway.js';
import { houseAt } from './decide/attendance.js';
import { faulty, type DeskDecision } from './decide/desk-decision.js';
import { decideNotice, decideNoticeTurn } from './decide/notice.js';
import { RIGHTS } from './decide/rights.js';
import type { Turn } from './decide/turn.js';
import { deskOutcome } from './desk-outcome.js';
import type { Desk } from './desk.js';
import type { Place } from './decision.js';
import { groupsOf } from './handle-plan.js';
import type { Sender } from './model.js';
import { NOTHING } from './need.js';
import type { Cause, Settled } from './ports.js';
import { deskFaultWords } from './say/desk-fault.js';
import type { NoticeOrder } from './understand/notice-order.js';

/** Whoever changes an announcement holds this, so that two confirmations follow one another. */
const NEED = { ...NOTHING, locks: ['bulletins'] };

type Ordered = {
  readonly cause: Extract<Cause, { kind: 'message' | 'press' }>;
  readonly sender: Sender;
  readonly at: Place;
  /** The announcement whose button was pressed; null where words mean the newest. */
  readonly notice: string | null;
};

/** aloud: false where the presser's toast is the answer. */
const decide = (
  order: NoticeOrder,
  by: Ordered,
  desk: Desk,
  aloud: boolean,
  seen: (done: DeskDecision) => void,
): Promise<Settled> =>
  desk.recorder.decide(by.cause, NEED, ({ now, rota, bulletins }) => {
    const house = houseAt(desk.house, rota, now);
    const { sender, at, cause } = by;
    const scene = { now, house, bulletins, sender, at, groups: groupsOf(desk), id: cause.id };
    const act = order.kind;
    const decision =
      RIGHTS[act][sender.role] === 'no' ? faulty({ kind: 'role', act }, at) : decideNotice(scene, order, by.notice);
    seen(decision);
    return deskOutcome(aloud ? decision : { ...decision, desk: [] }, house, desk, now);
  });

/** One order about announcements, in one transaction. id: the kept message, and of one that it drafts. */
export const handleNotice = (
  id: string,
  inbound: Inbound,
  sender: Sender,
  order: NoticeOrder,
  desk: Desk,
): Promise<Settled> => {
  const at = { chat: inbound.chat, replyTo: inbound.messageId };
  return decide(order, { cause: { kind: 'message', id }, sender, at, notice: null }, desk, true, () => undefined);
};

const BUTTONS: Readonly<Record<string, NoticeOrder>> = {
  publish: { kind: 'notice', what: 'publish' },
  cancel: { kind: 'notice', what: 'cancel' },
  seen: { kind: 'notice-seen' },
};

/** A button under an announcement, `notice-KIND:ID`; null for any other. */
export const readNoticeButton = (button: string): { readonly order: NoticeOrder; readonly id: string } | null => {
  const [, kind = '', id = ''] = /^notice-(publish|cancel|seen):([\w-]+)$/u.exec(button) ?? [];
  const order = BUTTONS[kind];
  return order === undefined ? null : { order, id };
};

/** One press: the same as its words; a confirmation is answered to the presser alone, the group need not read it of each. */
export const handleNoticePress = async (
  id: string,
  press: Press,
  sender: Sender,
  button: NonNullable<ReturnType<typeof readNoticeButton>>,
  desk: Desk,
): Promise<{ readonly settled: Settled; readonly answer: PressAnswer }> => {
  let answer: PressAnswer = { toast: '已处理过了', retire: true };
  const at = { chat: press.chat, replyTo: null };
  const by: Ordered = { cause: { kind: 'press', id }, sender, at, notice: button.id };
  const toasted = (decision: DeskDecision): void => {
    const [first] = decision.desk;
    answer =
      first?.kind === 'fault'
        ? {
            toast: deskFaultWords(first.fault, { now: desk.clock.now(), house: desk.house, mentions: desk.mentions }),
            retire: first.fault.kind === 'no-notice',
          }
        : { toast: '好的，已记下', retire: button.order.kind === 'notice' };
  };
  const settled = await decide(button.order, by, desk, button.order.kind === 'notice', toasted);
  return { settled, answer };
};

/** An announcement's end; once, whoever rings. */
export const handleBulletinTurn = (turn: Turn, desk: Desk): Promise<Settled> =>
  desk.recorder.decide({ kind: 'turn', id: turn.id }, NEED, ({ now, rota, bulletins }) =>
    deskOutcome(decideNoticeTurn(turn.id, bulletins, now), houseAt(desk.house, rota, now), desk, now),
  );
