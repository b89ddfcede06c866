/** All word tables as one scanner: a message is looked up once. */
import { NEUTRAL } from './neutral.lexicon.js';
import { PLACE } from './place.lexicon.js';
import { REQUEST } from './request.lexicon.js';
import { SCOPE } from './scope.lexicon.js';
import { SPARED } from './spared.lexicon.js';
import { STANCE } from './stance.lexicon.js';
import { SYMPTOM } from './symptom.lexicon.js';
import { TERMINAL, THING } from './thing.lexicon.js';
import { compile, Hits } from './words.js';
import type { Hit } from './words.js';

const MEANING = { ...SYMPTOM, ...THING, ...TERMINAL, ...PLACE, ...STANCE, ...REQUEST } as const;

/** The tables' names. */
export type Tag = keyof typeof MEANING | keyof typeof SCOPE | keyof typeof SPARED | keyof typeof NEUTRAL;
export type Words = Hits<Tag>;

const scan = compile<Tag>([MEANING, SCOPE, SPARED], NEUTRAL);

const DENIABLE: ReadonlySet<Tag> = new Set<Tag>([
  'netdown',
  'down',
  'slow',
  'flap',
  'odd',
  'whole',
  'every',
  'partly',
  'several',
  'floor',
  'wholebuilding',
  'department',
  'oneroom',
  'wide',
]);
/** Right before a word: it is denied (没断, 不是全校, 有没有坏). 是不是 and 不断 deny nothing. */
const DENIAL =
  /(?:(?<!是|要|可)不是(?:说|因为)?|并非|并不是|并没有?|又不是|不算|没(?:有)?(?:彻底|完全|真(?:的)?|直接|出现|发生|发现|全|再|怎么|太|什么|啥)?|未(?:出现|发生|发现|见|再)?|(?<![有全])无(?:任何|明显)?|(?<!断|停|得|时)不(?:再|会|怎么|太|算|用|至于)?|有没有?|不存在|不止|不光|不只|不仅|不单|何止|别说)$/;

/** 能不能开, 通不通: a question, no fault. */
const asked = (text: string, { start }: Hit<Tag>): boolean =>
  text.charAt(start) === '不' && start > 0 && text.charAt(start - 1) === text.charAt(start + 1);

const denied = (text: string, hit: Hit<Tag>): boolean =>
  DENIABLE.has(hit.tag) && hit.start > 0 && DENIAL.test(text.slice(Math.max(0, hit.start - 5), hit.start));

/** Looks a text up in all tables. What is denied is not reported. */
export const lookUp = (text: string): Words =>
  new Hits(scan(text).filter((hit) => !denied(text, hit) && !asked(text, hit)));
