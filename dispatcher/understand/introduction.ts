/** Who the sender says to be (issue 4, «Who goes»): 「我是玉桥中学的」, 「玉桥中学 王老师」, 「我调到北苑学校了」. Pure. */
import type { Introduction, UnitName } from '../model.js';
import { SURNAMES, TITLES } from './contact.js';
import type { Mention } from './unit-index.js';

/** A unit's name, blanked. */
const UNIT = '\uE000+(?!\uE000)';
const NAME = `[${SURNAMES}][\\u4e00-\\u9fff]{0,2}(?:${TITLES})|[小老][${SURNAMES}](?![\\u4e00-\\u9fff])|[${SURNAMES}][\\u4e00-\\u9fff]{1,2}(?=[\\s,，.。;；!！]|$)`;
/** What one does there: 新来的网管, 信息中心的. */
const POST =
  '(?:[的这那]|边|新来|新任|接替老[\\u4e00-\\u9fff]管|负责|管|网络|信息|技术|电教|总务|后勤|教务|教导处?|办公室|中心|组|网管|老师(?!们)|员|主管)*';
/** Not the unit's own people, or not there at all. */
const OTHERS = '(?!的?(?:家长|学生|孩子|供应商|厂家|校友|邻居|吗|么|[?？])|旁边|附近|隔壁|对面|门口|那次)';

const SELF = new RegExp(
  `(?:本人|我们?|咱们?|我校|本校|这)(?:学校|单位|边|里|儿)?(?:现在|目前|已经?|刚刚?|从今天起|就)*(?:(?:是|来自)|(?:调|转|换|分)(?:到|来|去|入)(?:了)?)\\s*(${UNIT})${OTHERS}${POST}(${NAME})?`,
  'u',
);
/** 「我在玉桥中学」 alone may be a visit; 「我在玉桥中学上班」 is none. */
const WORKS = new RegExp(
  `我们?(?:现在|目前)*在\\s*(${UNIT})\\s*(?:工作|上班|任教|教书|教信息|当老师|管网络|负责网络)()`,
  'u',
);
/** The whole message is a unit and a person, in either order. */
const SIGNED = new RegExp(`^(${UNIT})[\\s,，:：]*${POST}(${NAME})$`, 'u');
const SIGNED_LAST = new RegExp(`^(?:我(?:是|叫))?(${NAME})[\\s,，:：]+(?:是)?(${UNIT})的?$`, 'u');

/** Words that say nothing of their own around an introduction. */
const COURTESY =
  /各位|大家|老师们?|领导|师傅们?|同事们?|群里?|[你您]们?好|[早晚]上好|[上下]午好|好|我|以后|往后|请|多多?|关照|指教|支持|谢谢|感谢|新来的?|报到|报个到|来|打扰了?|认识一?下|特此|说明|电话|手机|号码|联系方式|是|的|了|[\s,，.。;；:：!！~、]/gu;

const tidy = (text: string): string => text.replace(/^[\s,，.。!！:：]+|[\s,，.。!！:：]+$/gu, '');

/** The greeting before a signature: 「大家好，玉桥中学王老师」. */
const GREETING = /^(?:各位|大家|老师们?|领导|师傅们?)*[^\uE000]{0,4}?好[\s,，.。!！]*/u;
const PHONE_WORD = /(?:联系)?(?:电话|手机|号码|方式)(?:号码?)?(?:是)?/gu;

const nameOf = (found: string | undefined): string | null => (found === undefined || found === '' ? null : found);

type Found = Pick<Introduction, 'how' | 'name'> & { readonly at: number; readonly rest: string };

const inWords = (text: string): Found | null => {
  for (const pattern of [SELF, WORKS]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const at = found.index + found[0].indexOf('\uE000');
    const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
    return { how: 'said', at, name: nameOf(found[2]), rest };
  }
  return null;
};

const signed = (text: string): Found | null => {
  const whole = tidy(text.replace(GREETING, '').replace(PHONE_WORD, ' '));
  const first = SIGNED.exec(whole);
  if (first !== null) return { how: 'signed', at: text.indexOf('\uE000'), name: nameOf(first[2]), rest: '' };
  const last = SIGNED_LAST.exec(whole);
  return last === null ? null : { how: 'signed', at: text.indexOf('\uE000'), name: nameOf(last[1]), rest: '' };
};

const unitAt = (mentions: readonly Mention[], at: number): UnitName | null => {
  const units = mentions.find((mention) => mention.start === at)?.units ?? [];
  return units.length === 1 ? (units[0]?.name ?? null) : null;
};

type Span = { readonly start: number; readonly end: number };

const blanked = (text: string, { start, end }: Span, by: string): string =>
  text.slice(0, start) + by.repeat(end - start) + text.slice(end);

/**
 * The introduction in a message's text (Source.text); null where the sender tells no unit of their own, or one that two units could
 * be. mentions: where units stand in it; phone: where a telephone number does.
 */
export const introductionIn = (
  source: string,
  mentions: readonly Mention[],
  phone: Span | null,
): Introduction | null => {
  if (mentions.length === 0) return null;
  const unphoned = phone === null ? source : blanked(source, phone, ' ');
  const text = mentions.reduce((words, mention) => blanked(words, mention, '\uE000'), unphoned);
  const found = inWords(text) ?? signed(text);
  if (found === null) return null;
  const unit = unitAt(mentions, found.at);
  if (unit === null) return null;
  const alone = found.rest.replace(PHONE_WORD, '').replace(COURTESY, '') === '';
  return { unit, name: found.name, how: found.how, alone };
};
