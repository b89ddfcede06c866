import type { Span } from '../../bot/gateway.js';
import type { GuaranteeEffect } from '../decide/guarantee-decision.js';
import { dutyOf } from '../decide/guarantee-duty.js';
import { eveOf, morningOf } from '../decide/guarantee-turns.js';
import { assertNever } from '../decide/never.js';
import { DAY } from '../decide/time.js';
import type { ChannelId, ChatRef } from '../../bot/gateway.js';
import type { Guarantee, StaffId } from '../model.js';
import type { Said } from '../ports.js';
import { eve, morning, summary, testAsked } from './guarantee-calls.js';
import { faultWords } from './guarantee-fault.js';
import { lineOfEvent, names, span, title, unitList } from './guarantee-words.js';
import { lines, mentionStaff, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { when } from './words.js';

type Of<K extends GuaranteeEffect['kind']> = Extract<GuaranteeEffect, { kind: K }>;

/** What will happen by itself from now on, so that nobody wonders whether it is seen to. */
const promise = (event: Guarantee, { now }: Stage): string => {
  const lift = event.from - DAY;
  const from = now >= lift ? '现在' : ` ${when(lift, now)} `;
  const calls =
    now < eveOf(event)
      ? '前一天 18:30 和当天 07:00 提醒值守'
      : now < morningOf(event)
        ? '现在就提醒值守，当天 07:00 再提醒一次'
        : '现在就提醒值守';
  return `从${from}起到结束，这些单位的网络问题按一级故障处理。${calls}`;
};

/** Who stands by, where somebody was named; else it goes by duty as always. */
const standsBy = (event: Guarantee, { house }: Stage): string =>
  event.log.some(({ kind }) => kind === 'named') ? `值守：${names(dutyOf(event, house.staff), house)}` : '';

const readBack = (effect: Of<'read-back'>, stage: Stage): readonly Line[] => {
  const { event, done } = effect;
  const { house } = stage;
  switch (done) {
    case 'made':
      return [
        `已登记保障：${lineOfEvent(event, house)}（服务清单第 ${event.line} 项）`,
        standsBy(event, stage),
        promise(event, stage),
        `要改请说“保障 ${title(event)} 改为 …”“增加单位 …”或“取消保障 ${title(event)}”`,
      ];
    case 'moved':
      return [`已改期：${lineOfEvent(event, house)}`, promise(event, stage)];
    case 'units-added':
    case 'units-dropped':
      return [
        `已${done === 'units-added' ? '增加' : '减少'}单位：${title(event)}，现在是 ${unitList(event.units, house, 20)}`,
      ];
    case 'named':
      return [`已定值守：${title(event)}，${names(dutyOf(event, house.staff), house)}`];
    case 'ended':
      return [`已结束保障：${title(event)}，${unitList(event.units, house)}恢复平常的分级，稍后发小结`];
    case 'cancelled':
      return [`已取消保障：${title(event)}（${span(event)}），不再提醒值守`];
    default:
      return assertNever(done);
  }
};

/** People called by live mentions, with blanks between. */
const calledOf = (ids: readonly StaffId[], channel: ChannelId, stage: Stage): readonly Span[] =>
  ids.flatMap((id, index) => [...(index === 0 ? [] : [' ']), mentionStaff(id, channel, stage.house)]);

const sameChat = (a: ChatRef, b: ChatRef): boolean => a.channel === b.channel && a.kind === b.kind && a.id === b.id;

/** Where it was ordered; and where those on duty were called before, they are told: in the same message if it is the same chat. */
const readBacks = (effect: Of<'read-back'>, stage: Stage): readonly Said[] => {
  const { event, at, alert } = effect;
  const body = readBack(effect, stage);
  const call: Line | null = alert.length === 0 ? null : [...calledOf(alert, event.home.channel, stage), ' 请留意'];
  const here = call !== null && sameChat(at.chat, event.home);
  const draft = { kind: 'guarantee', class: 'receipt', ticket: null } as const;
  const answer = said(
    { ...draft, chat: at.chat, replyTo: at.replyTo, spans: lines(...body, here ? call : null) },
    stage.mentions,
  );
  if (call === null || here) return [answer];
  const told = said(
    { ...draft, class: 'ping', chat: event.home, spans: lines(body[0] ?? null, call), repeat: 'again' },
    stage.mentions,
  );
  return [answer, told];
};

const list = ({ events }: Of<'list'>, stage: Stage): readonly Line[] => {
  if (events.length === 0) return ['没有登记的保障'];
  const near = (event: Guarantee): string => (stage.now >= event.from ? '，正在保障' : '');
  return [`保障 ${events.length} 项`, ...events.map((event) => `· ${lineOfEvent(event, stage.house)}${near(event)}`)];
};

const testNoted = ({ event, silent }: Of<'test-noted'>, stage: Stage): readonly Line[] => [
  `已记下 ${title(event)} 的线路测试${silent.length === 0 ? '，值守人员都报了' : `，还差 ${names(silent, stage.house)}`}`,
];

const answer = (effect: Of<'list' | 'fault' | 'test-noted'>, body: readonly Line[], stage: Stage): Said => {
  const { chat, replyTo } = effect.at;
  return said(
    { kind: 'guarantee', class: 'receipt', chat, replyTo, spans: lines(...body), ticket: null },
    stage.mentions,
  );
};

const render = (effect: GuaranteeEffect, stage: Stage): readonly Said[] => {
  switch (effect.kind) {
    case 'read-back':
      return readBacks(effect, stage);
    case 'list':
      return [answer(effect, list(effect, stage), stage)];
    case 'fault':
      return [answer(effect, [faultWords(effect.fault, stage)], stage)];
    case 'test-noted':
      return [answer(effect, testNoted(effect, stage), stage)];
    case 'eve':
      return [eve(effect, stage)];
    case 'morning':
      return [morning(effect, stage)];
    case 'test-asked':
      return testAsked(effect, stage);
    case 'summary':
      return [summary(effect, stage)];
    default:
      return assertNever(effect);
  }
};

/** Everything to be said of guaranteed events, in words, in order. Pure. */
export const sayGuarantee = (effects: readonly GuaranteeEffect[], stage: Stage): readonly Said[] =>
  effects.flatMap((effect) => render(effect, stage));
