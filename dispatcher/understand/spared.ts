/** Is the service said to go on, and was it a reserve that was lost? What a fault of infrastructure means hangs on both (rubric 2). */
import type { Part } from './part.js';
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';
import type { Telling } from './telling.js';

/** A stretch of the text, [start, end). */
export type Span = { readonly start: number; readonly end: number };

/** Said of what is beside the fault (其他楼正常), not of the service. */
const OF_OTHERS =
  /其[他它余]|别的|别处|别人|隔壁|旁边|除了|对面|邻|另外的|剩下的|楼上|楼下|不知道|校内|局域网|内网|内部|互访|互传|互通|本地|网关|自查|自带|流量上网/;
/** So far apart may stand who feels and that nothing is felt. */
const NEAR = 12;
/** Both of them are lost. */
const BOTH =
  /(?:两|俩|2|双|主备)[^,，。\n]{0,8}(?:都|全|均|同时|一起)[^,，。\n]{0,4}(?:断|坏|停|掉|没|灭|挂|瘫|黑|down|dead)/;

/** The words, [start, end), that say that the service goes on: it is named and nothing is felt, or 没人受影响 outright. */
export const sparedIn = (telling: Telling): Span | null => {
  const { text, words, places } = telling.reading;
  for (const { start, end, role } of telling.frames) {
    if (!words.has(['goeson', 'spared'], start, end)) continue;
    if (OF_OTHERS.test(text.slice(start, end))) continue;
    if (role !== 'fault' && places.some((place) => place.start >= start && place.start < end && place.kind !== 'side'))
      continue;
    const outright = words.first(['spared'], start, end);
    if (outright) return outright;
    const goes = words.list(['goeson'], start, end);
    const felt = words
      .list(['service'], start, end)
      .find((one) => goes.some((go) => go.start >= one.end && go.start - one.end <= NEAR));
    if (felt) return { start: felt.start, end };
  }
  return null;
};

/** The words that say that the other of a pair carries it. */
export const carriedIn = (all: Part): Span | null => all.first('carried');

const SECOND = /备用|备份|保护/;

/** A reserve was lost: words of a pair, and that the other carries it or that nobody feels it, and not that both are gone. */
export const reserveLost = (all: Part, heart: Part, spared: boolean): boolean => {
  const carried = all.has('carried') && !BOTH.test(heart.text);
  // 备用线路正常 tells by itself that there are two.
  return all.has('paired') || (carried && SECOND.test(all.text)) ? spared || carried : all.has('pool') && carried;
};

/** 办公网没事, 网络正常: said of the network itself, and not only of its inside or of other places. */
export const netIsWell = (reading: Reading, statements: readonly Statement[]): boolean =>
  statements.some(({ start, end, stance }) => {
    const own = reading.text.slice(start, end);
    return (
      stance === 'well' &&
      /网|上网|有线|wifi|无线/.test(own) &&
      !/校内|校里|内部|内网|互访|互传|自查|本地|ftp|收光|光功率|家用|网关|ping|本机|互通|灯|网口|网线|邻|周边|别的学校|隔壁/.test(
        own,
      )
    );
  });
