import type { DeskEffect } from '../decide/desk-decision.js';
import { assertNever } from '../decide/never.js';
import { isOpen } from '../decide/sla.js';
import type { Said } from '../ports.js';
import { graded, merged, parted } from './case.js';
import { deskFaultWords } from './desk-fault.js';
import { laneLines } from './lanes.js';
import { inspectionWords } from './inspection.js';
import { noticeWords } from './notice.js';
import { planWords } from './plan.js';
import { recordLines } from './record.js';
import { directTo, lines, said, type Line } from './message.js';
import type { Stage } from './stage.js';
import { limits } from './ticket.js';
import { quoteWords, short, subject, unitName } from './words.js';

type Answer = Extract<DeskEffect, { kind: 'fault' | 'bound' }>;

const answer = (effect: Answer, kind: string, body: readonly Line[], stage: Stage): Said =>
  said(
    { kind, class: 'receipt', chat: effect.at.chat, replyTo: effect.at.replyTo, spans: lines(...body), ticket: null },
    stage.mentions,
  );

const bound = ({ name, unit, former }: Extract<DeskEffect, { kind: 'bound' }>, { house }: Stage): string => {
  const school = unitName(unit, house) ?? unit;
  const before = former === null ? '' : `，原来是${unitName(former, house) ?? former}`;
  return `已绑定：${name === '' ? '这位老师' : quoteWords(name, 12)}（${school}${before}）。以后报修按这个学校`;
};

const DONE: Readonly<Record<Extract<DeskEffect, { kind: 'acted-for' }>['done'], string>> = {
  accepted: '接单',
  declined: '转派',
  arrived: '报了到场',
  progressed: '报了进展',
  suspended: '挂起',
  resumed: '恢复',
  resolved: '办结',
};

/** The engineer hears what was done in his name; what he may owe next stands with it. */
const actedFor = (effect: Extract<DeskEffect, { kind: 'acted-for' }>, stage: Stage): readonly Said[] => {
  const { ticket, to, by, done } = effect;
  const { house, now } = stage;
  const chat = directTo(to, ticket.home.channel, house);
  if (chat === null) return [];
  const mine = 'assignee' in ticket && ticket.assignee === to && isOpen(ticket);
  const due = mine && done !== 'suspended' ? limits(ticket, house, now, 'arrive', 'resolve') : '';
  const spans = lines(
    `${by} 代您${DONE[done]}：${short(ticket)} ${subject(ticket, house)}${due === '' ? '' : `，${due}`}`,
  );
  return [said({ kind: 'acted-for', class: 'receipt', chat, spans, ticket, repeat: 'again' }, stage.mentions)];
};

/** Long, and read by one person: it waits behind whatever tells of work, and is not folded. */
const record = ({ ticket, events, at }: Extract<DeskEffect, { kind: 'record' }>, stage: Stage): Said =>
  said(
    {
      ...{ kind: 'record', class: 'info', chat: at.chat, replyTo: at.replyTo, ticket },
      spans: lines(...recordLines(ticket, events, stage)),
    },
    stage.mentions,
  );

/** Asked because words wait: it does not wait behind them. */
const lanes = (effect: Extract<DeskEffect, { kind: 'lanes' }>, stage: Stage): Said =>
  said(
    {
      ...{ kind: 'lanes', class: 'ping', chat: effect.at.chat, replyTo: effect.at.replyTo, ticket: null },
      spans: lines(...laneLines(effect.lanes, stage)),
    },
    stage.mentions,
  );

const render = (effect: DeskEffect, stage: Stage): readonly Said[] => {
  switch (effect.kind) {
    case 'fault':
      return [answer(effect, 'refusal', [deskFaultWords(effect.fault, stage)], stage)];
    case 'record':
      return [record(effect, stage)];
    case 'plan':
      return planWords(effect.news, stage);
    case 'inspection':
      return inspectionWords(effect, stage);
    case 'notice':
      return noticeWords(effect.news, stage);
    case 'lanes':
      return [lanes(effect, stage)];
    case 'merged':
      return merged(effect, stage);
    case 'parted':
      return [parted(effect, stage)];
    case 'graded':
      return graded(effect, stage);
    case 'acted-for':
      return actedFor(effect, stage);
    case 'bound':
      return [answer(effect, 'bound', [bound(effect, stage)], stage)];
    default:
      return assertNever(effect);
  }
};

/** Everything to be said of an order of the desk, in words, in order. Pure. */
export const sayDesk = (effects: readonly DeskEffect[], stage: Stage): readonly Said[] =>
  effects.flatMap((effect) => render(effect, stage));
