/** Misheard words of the trade put right, character for character, so that positions stay. */
import { COMMON, ORDINARY, SEAMS, TRADE } from './repair.lexicon.js';
import { looseOf, soundOf } from './syllables.js';
import { wordsOf } from './words.js';

type Node = { next: Map<number, Node> | null; words: string[] | null };
const node = (): Node => ({ next: null, words: null });

const build = (): Node => {
  const root = node();
  for (const word of wordsOf(TRADE)) {
    let at = root;
    for (let i = 0; i < word.length; i++) {
      at.next ??= new Map();
      const code = looseOf(word.charCodeAt(i));
      let to = at.next.get(code);
      if (!to) at.next.set(code, (to = node()));
      at = to;
    }
    at.words ??= [];
    at.words.push(word);
  }
  return root;
};

let root: Node | null = null;

/** Two characters must sound exactly alike and share one; longer words may blur a sound and must share a third. */
const fits = (word: string, text: string, start: number): boolean => {
  let same = 0;
  for (let i = 0; i < word.length; i++) {
    const wrote = text.charCodeAt(start + i);
    const meant = word.charCodeAt(i);
    if (wrote === meant) same += 1;
    else if (COMMON.has(wrote)) return false;
    else if (word.length === 2 && soundOf(wrote).exact !== soundOf(meant).exact) return false;
  }
  if (same === word.length) return true;
  const last = start + word.length - 1;
  if (text.charCodeAt(start) !== word.charCodeAt(0) && SEAMS.has(text.slice(start - 1, start + 1))) return false;
  if (text.charCodeAt(last) !== word.charCodeAt(word.length - 1) && SEAMS.has(text.slice(last, last + 2))) return false;
  return same * 3 >= word.length && !ORDINARY.has(text.slice(start, start + word.length));
};

/** Particles typed for others of the same sound at the end of a clause: 好了马, 到拉, 行把. */
const PARTICLES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[了好到来完通行过])[马玛](?=$|[\s,，。!！?？~])/g, '吗'],
  [/(?<=[好到来完通行了])拉(?=$|[\s,，。!！~])/g, '啦'],
  [/(?<=[好行去来了])把(?=$|[\s,，。!！~])/g, '吧'],
];

/** Without one of these no particle was mistyped. */
const TYPED = /[马玛拉把]/;

/** The text with such words replaced. As long as before. */
export const repaired = (raw: string): string => {
  const text = TYPED.test(raw) ? PARTICLES.reduce((said, [typed, meant]) => said.replace(typed, meant), raw) : raw;
  root ??= build();
  let out = '';
  let done = 0;
  for (let start = 0; start < text.length; start++) {
    let at = root.next?.get(looseOf(text.charCodeAt(start)));
    let best: string | null = null;
    for (let end = start + 1; at; end++) {
      best = at.words?.find((word) => fits(word, text, start)) ?? best;
      at = end < text.length ? at.next?.get(looseOf(text.charCodeAt(end))) : undefined;
    }
    if (!best) continue;
    const end = start + best.length;
    if (!text.startsWith(best, start)) {
      out += text.slice(done, start) + best;
      done = end;
    }
    start = end - 1;
  }
  return done === 0 ? text : out + text.slice(done);
};
