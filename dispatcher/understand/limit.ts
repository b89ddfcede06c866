/** The limit that a clause sets: 就这一间, 只有北配楼, 就剩一台. */
import { DENIES, scopeOf } from './breadth.js';
import type { Extent } from './breadth.js';
import type { Reading } from './reading.js';
import type { Frame } from './telling.js';

/** 就这一间, 只有我这台. */
const LIMIT =
  /(?<![早一本也不来得成])(?:就(?!是说)|只(?![要好能是])|只有|就剩|只剩|仅|仅有|仅限|唯独|单单|(?<!不)单(?!位|独|元|子)|(?<!不)光(?![缆纤猫路模衰功信口板交])|就是|就只|而是|只是)(?:有|是|剩|我们?|他|她|咱|这|那|某|它|个|在|咱们)*(?<what>一间|一个屋|一屋|这间|那间|间|这屋|那屋|一个班|这个班|一个教室|一个办公室|屋|一台|这台|那台|台|一人|一个人|我?自己(?=[\s,，。的这]|$)|一个(?=[\s,，。]|$)|一个(?:ap|摄像头|头|探头|网口|点|口)|个别|手机|电脑|账号|机子|一块|一路|一部)/;
const ROOMISH = /间|屋|班|教室|办公室|室|机房|考场|厅/;
/** What stands right before a place to limit the fault to it: 就礼堂, 只有北配楼. */
const ONLY_BEFORE =
  /(?:(?<![早一本也不来得成是])就|只有?|仅有?|唯独|唯有|单单|就剩|只剩|只是|就是|而是|其实是|断的是|坏的是)(?:是|有|在|剩|我们?|咱们?)?$/;
const ONE_AFTER =
  /^(?:里|的|那|这|门口|外头?|上|中)?(?:那|这|有)?(?:一)?(?:个|台|路|只|块|部|位)(?!楼|班|教室|屋|办公室|年级)/;

/** 就三楼最里边那一间: one room of the place. */
const ROOM_AFTER = /^[^,，。、和都全]{0,5}(?:[这那]一?|一)(?:间|屋|个屋|个班|个教室|间屋|个办公室)(?!都|全)/;

/** The limit that a clause sets, if any: 就这一间, 只有北配楼. */
export const limitIn = (reading: Reading, frame: Frame): Extent | null => {
  const { text } = reading;
  const { start, end } = frame;
  for (const place of reading.places) {
    if (place.start < start || place.start >= end || place.kind === 'side') continue;
    if (!ONLY_BEFORE.test(text.slice(Math.max(start, place.start - 6), place.start))) continue;
    const single = ONE_AFTER.test(text.slice(place.end, Math.min(end, place.end + 6)));
    const within = ROOM_AFTER.test(text.slice(place.end, Math.min(end, place.end + 9)));
    return {
      scope: single ? 'terminal' : within ? 'room' : scopeOf(text, place),
      start: place.start,
      end: place.end,
      place,
      how: 'limit',
    };
  }
  const own = text.slice(start, end);
  const found = LIMIT.exec(own);
  if (!found || DENIES.test(own.slice(0, found.index))) return null;
  const at = start + found.index;
  return {
    scope: ROOMISH.test(found.groups?.['what'] ?? '') ? 'room' : 'terminal',
    start: at,
    end: at + found[0].length,
    place: reading.places.find((one) => one.start >= start && one.start < end && one.kind !== 'side') ?? null,
    how: 'limit',
  };
};
