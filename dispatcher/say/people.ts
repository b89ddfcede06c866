import type { Effect } from '../decision.js';
import type { Said } from '../ports.js';
import { lines, said } from './message.js';
import type { Stage } from './stage.js';
import { quoteWords, unitName } from './words.js';

/** Who somebody says to be is remembered; said where the bot was spoken to. */
export const met = (effect: Extract<Effect, { kind: 'met' }>, stage: Stage): Said => {
  const { unit, name, former, at } = effect;
  const school = unitName(unit, stage.house) ?? unit;
  const before = former === null ? '' : `（原来记的是${unitName(former, stage.house) ?? former}）`;
  const who = name === null ? `您是${school}的` : `${quoteWords(name, 12)}，${school}`;
  const words = `好的，记下了：${who}${before}。以后报修不用再说学校`;
  return said(
    { kind: 'met', class: 'receipt', chat: at.chat, replyTo: at.replyTo, spans: lines(words), ticket: null },
    stage.mentions,
  );
};
