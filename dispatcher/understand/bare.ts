/** One word that can mean two things of a job: that it is repaired, or that the work on it goes on. */
import type { BareWord } from '../model.js';

/** Marks, politeness and the bot's name say nothing. */
const AROUND = /小通|[\s,，。.!！~、:：]|\uE000/gu;

const WORDS: readonly (readonly [BareWord, RegExp])[] = [
  ['resume', /^(?:恢复|继续|接着(?:干|弄|来)?|我?(?:恢复|继续)(?:处理|干))$/u],
  ['restored', /^(?:(?:已经?|都|现在|刚)*恢复(?:了|啦|正常了?)?|恢复正常了?)$/u],
  ['well', /^(?:(?:已经?|都|现在|刚)*(?:好|行|可以|正常|通|ok)(?:了|啦|喽))$/u],
  ['yes', /^(?:是的?呀?|对的?|嗯+|没错|修好了|是修好了|对修好了|是的?修好了)$/u],
];

/** The characters of those words, of what may stand around them and of a ticket's name: any other, and nothing is left to look for. */
const ONLY =
  /^[小通\s,，.。!！~、:：\uE000恢复继续接着干弄来我处理已经都现在刚了啦喽正常好行可以ok是的呀对嗯没错修工单号子那这]*$/u;

/** The word, where the message says nothing beside it but ticket numbers; else null. text: cleaned; numbers: where they stand. */
export const bareIn = (
  text: string,
  numbers: readonly { readonly start: number; readonly end: number }[],
): BareWord | null => {
  if (text.length > 60) return null;
  let rest = text;
  for (const { start, end } of numbers) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  if (!ONLY.test(rest)) return null;
  const bare = rest.replace(AROUND, '').replace(/^(?:工单|单号|单子|单)|(?:工单|那单|这单|单)$/gu, '');
  return WORDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
};
