/** What was said in the group and aside, for people to read: time, who, text. */
import { clockOf, dateOf } from '../../dispatcher/decide/time.js';
import type { Instant } from '../../dispatcher/model.js';
import type { Place } from './stage.js';

export type Line = {
  readonly at: Instant;
  /** What people call who speaks. */
  readonly who: string;
  readonly place: Place;
  readonly text: string;
  /** Names whom it notifies. */
  readonly mentions: readonly string[];
  readonly buttons: readonly string[];
};

const INDENT = '      ';

const placeOf = (line: Line, nameOf: (id: string) => string): string =>
  line.place.kind === 'group'
    ? ''
    : line.who === nameOf(line.place.person)
      ? '（私聊小通）'
      : `（私聊${nameOf(line.place.person)}）`;

/** One message: `10:42 王老师：…`, further lines under it, who is pinged and which buttons stand under it. */
export const sayLine = (line: Line, nameOf: (id: string) => string): string => {
  const [first = '', ...rest] = line.text.split('\n');
  const pings = line.mentions.length === 0 ? '' : ` 〔提醒 ${line.mentions.map(nameOf).join('、')}〕`;
  const buttons = line.buttons.length === 0 ? [] : [`${INDENT}${line.buttons.map((b) => `[${b}]`).join(' ')}`];
  return [
    `${clockOf(line.at)} ${line.who}${placeOf(line, nameOf)}：${first}${rest.length === 0 ? pings : ''}`,
    ...rest.map((words, i) => `${INDENT}${words}${i === rest.length - 1 ? pings : ''}`),
    ...buttons,
  ].join('\n');
};

/** All of it, with a line for each new day. */
export const sayTranscript = (lines: readonly Line[], nameOf: (id: string) => string): string => {
  let day = '';
  return lines
    .flatMap((line) => {
      const date = dateOf(line.at);
      const head = date === day ? [] : [`── ${date} ──`];
      day = date;
      return [...head, sayLine(line, nameOf)];
    })
    .join('\n');
};
