/** Characters as sounds: what two words have in common when one was typed or dictated wrongly. */
import { pinyin } from 'pinyin-pro';

/** How a character sounds: exactly (without tone), and with the differences folded that dialect and dictation blur. */
export type Sound = { readonly exact: number; readonly loose: number };

const numbers = new Map<string, number>();
const numberOf = (syllable: string): number => {
  const known = numbers.get(syllable);
  if (known !== undefined) return known;
  numbers.set(syllable, numbers.size);
  return numbers.size - 1;
};

/** Folds l/n, zh/z, ch/c, sh/s and -ng/-n of an exact syllable. */
const loosen = (syllable: string): string =>
  syllable
    .replace(/^zh/, 'z')
    .replace(/^ch/, 'c')
    .replace(/^sh/, 's')
    .replace(/^l/, 'n')
    .replace(/(?<=[aei])ng$/, 'n');

const sound = (syllable: string): Sound => ({ exact: numberOf(syllable), loose: numberOf(`~${loosen(syllable)}`) });

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

// A cache, not a state: the same character always sounds the same. One entry a Han character of the basic block.
const FIRST = 0x4e00;
const cache: (Sound | undefined)[] = new Array<Sound | undefined>(0x5200);

/** The usual sound of the character with this UTF-16 code; what is no Han character sounds like itself alone. */
export const soundOf = (code: number): Sound => {
  if (!isHan(code)) return { exact: -1 - code, loose: -1 - code };
  const known = cache[code - FIRST];
  if (known) return known;
  const fresh = sound(pinyin(String.fromCharCode(code), { toneType: 'none', type: 'array' })[0] ?? '');
  cache[code - FIRST] = fresh;
  return fresh;
};

/** The folded sound alone, as a number: what names are filed under. */
export const looseOf = (code: number): number => (isHan(code) ? soundOf(code).loose : -1 - code);

/** Every sound that a character has (堡 bao and pu), the usual one first; at most four. */
export const soundsOf = (char: string): readonly Sound[] => {
  const code = char.charCodeAt(0);
  if (!isHan(code)) return [soundOf(code)];
  const all = pinyin(char, { toneType: 'none', type: 'array', multiple: true }).map(sound);
  const usual = soundOf(code);
  return [usual, ...all.filter((other) => other.exact !== usual.exact)].slice(0, 4);
};
