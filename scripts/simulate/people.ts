/** Schools and engineers as they are: some late, some silent, some not content. */
import { DAY, HOUR, MINUTE } from '../../dispatcher/decide/time.js';
import { isWorkday } from '../../dispatcher/decide/calendar.js';
import type { Instant, Unit } from '../../dispatcher/model.js';
import type { Agenda } from './agenda.js';
import type { Random } from './random.js';
import { REPAIRS, REPORTS, STORM, type Wording } from './words.js';
import type { Sent } from './world.js';

export type Act = {
  readonly kind: 'report' | 'work' | 'answer';
  readonly who: string;
  readonly text: string;
  readonly chat: 'group' | 'direct';
};

export type Rates = {
  /** Reports a working day. */
  readonly reports: number;
  /** Days from one storm to the next, on average. */
  readonly stormEvery: number;
};

const weighted = (random: Random): Wording => {
  let left = random.next() * REPORTS.reduce((sum, { weight }) => sum + weight, 0);
  return REPORTS.find(({ weight }) => (left -= weight) < 0) ?? random.pick(REPORTS);
};

/** One day's reports, between 08:00 and 17:30. Gives whether a storm is among them. */
export const planDay = (
  midnight: Instant,
  units: readonly Unit[],
  rates: Rates,
  random: Random,
  agenda: Agenda<Act>,
): boolean => {
  if (!isWorkday(midnight + 12 * HOUR)) return false;
  const many = Math.max(0, Math.round(rates.reports * (0.6 + random.next() * 0.8)));
  for (let n = 0; n < many; n += 1) {
    const unit = random.pick(units);
    const at = midnight + 8 * HOUR + random.between(0, 570) * MINUTE + random.between(0, 60) * 1_000;
    const text = weighted(random).text(unit.short, random.between(0, 40));
    agenda.plan(at, { kind: 'report', who: `${unit.short}-${random.between(1, 4)}`, text, chat: 'group' });
  }
  if (random.next() * rates.stormEvery >= 1) return false;
  const node = random.pick([...new Set(units.map((unit) => unit.node))]);
  const from = midnight + 8 * HOUR + random.between(0, 500) * MINUTE;
  const hit = units.filter((unit) => unit.node === node).slice(0, 15);
  for (const unit of hit) {
    for (let n = random.between(1, 4); n > 0; n -= 1) {
      const at = from + random.between(0, 300) * 1_000;
      const text = random.pick(STORM)(unit.short);
      agenda.plan(at, { kind: 'report', who: `${unit.short}-storm-${n}`, text, chat: 'group' });
    }
  }
  return true;
};

const wordsOf = ({ outbound }: Sent): string =>
  outbound.spans.map((span) => (typeof span === 'string' ? span : `@${span.name}`)).join('');

/** What a message of the bot makes people do: a call is accepted (mostly in time), worked on and finished; a repair is answered. */
export const react = (sent: Sent, random: Random, agenda: Agenda<Act>): void => {
  const { outbound, at } = sent;
  const text = wordsOf(sent);
  const no = outbound.ticket;
  const to = outbound.chat.kind === 'direct' ? outbound.chat.id : null;
  const accepts = outbound.buttons.some(({ id }) => id.startsWith('accept:'));
  const engineer = to !== null && no !== null && accepts && !text.includes('请尽快接单');
  if (engineer) {
    const urgent = text.includes('一级故障');
    const late = random.next() < 0.12;
    const wait = late ? random.between(15, 60) : random.between(1, urgent ? 4 : 10);
    if (random.next() < 0.95) {
      const say = (minutes: number, words: string): void =>
        agenda.plan(at + minutes * MINUTE, { kind: 'work', who: to, text: `${no} ${words}`, chat: 'direct' });
      const there = wait + (urgent ? random.between(8, 25) : random.between(20, 100));
      say(wait, '接单');
      say(there, '已到场');
      say(there + random.between(15, urgent ? 120 : 180), random.pick(REPAIRS));
    }
  }
  if (outbound.chat.kind === 'group' && (text.includes('已办结') || text.includes('请各校试一下'))) {
    for (const span of outbound.spans) {
      if (typeof span === 'string') continue;
      const chance = random.next();
      const words = chance < 0.06 ? '还是不行' : chance < 0.5 ? '好了，谢谢' : null;
      if (words === null) continue;
      const when = at + random.between(2, 240) * MINUTE;
      agenda.plan(when, { kind: 'answer', who: span.mention, text: words, chat: 'group' });
    }
  }
};

/** The midnight of a date `YYYY-MM-DD` in Shanghai, and of the days after it. */
export const midnightOf = (date: string, day: number): Instant => Date.parse(`${date}T00:00:00+08:00`) + day * DAY;
