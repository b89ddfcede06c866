/** The words that carry a message: a reason, what was done, a comment. Without address, number, telephone and the bare act itself. */
import type { Intent } from '../model.js';
import { clausesOf } from './clauses.js';
import type { Source } from './source.js';

/** A clause that is nothing but the act: it tells no reason and no work done. */
const BARE: Partial<Readonly<Record<Intent, RegExp>>> = {
  decline:
    /^(?:转派?单?|改派|拒单|退单|不接了?|接不了|去不了|来不了|请?转(?:给|派|单)?[\u4e00-\u9fff]{0,4}(?:工|哥|老师)?(?:吧|处理|去)?|(?:给|让|派|换|找|叫|请)[\u4e00-\u9fff]{2,4}(?:去|来|吧|处理|接)+|抱歉|不好意思)$/,
  suspend: /^(?:先?挂起|先?挂单|先?挂着?|暂停|先?暂停|挂一下|暂缓|停表|先停(?:一下|表)?|申请挂起)$/,
  resolve:
    /^(?:已?处理(?:完|完毕|完成|好)?了?|已?修(?:好|复|完)了?|搞定了?|弄好了?|已?(?:恢复|解决|完成|完工|办结)(?:正常)?了?|好了|通了|ok了?|收工|完事了?|可以?(?:结单|关单|销单)了?|关单吧?|结单吧?)$/,
  accept: /^(?:接单|收到|好的?|行|可以|1|我去|我来|马上去|我接了?|ok|嗯|没问题)$/,
  arrive: /^(?:已?到场了?|到了|已到|已到现场|签到|到现场了?|已?到达(?:现场)?)$/,
  cancel: /^(?:取消|撤单|撤销|撤了吧?|误报|不用来了|别来了|不用修了)(?:吧|谢谢)?$/,
  feedback: /^(?:打|给|评)?\s*[1-5一二两三四五]\s*(?:分|颗?星)?(?:吧|了)?$/,
};

/** Words that only announce what follows. */
const LEADS = /^(?:原因(?:是|为)?|理由|备注|说明|处理结果|结果)\s*[:：]\s*/;
const EDGES = /^[\s,，。.;；:：!！?？、~—-]+|[\s,，;；:：、~—-]+$/g;

/** The raw text where the clean one has words, blanks where something was cut (quote, mentions); emoji stay as written. */
const uncut = ({ raw, text }: Source): string => {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const cut = text.charAt(i) === ' ' && /[@\u3400-\u9fffa-zA-Z0-9]/.test(raw.charAt(i));
    out += cut ? ' ' : raw.charAt(i);
  }
  return out;
};

/**
 * The writer's own words of the clauses that say more than the act, joined as written; '' where the act is all.
 * `numbers`: where a telephone or a ticket number stands. `names`: of people, who are no reason by themselves.
 */
export const carriedIn = (
  source: Source,
  numbers: readonly { readonly start: number; readonly end: number }[],
  intent: Intent,
  names: readonly string[],
): string => {
  let clean = source.text;
  let raw = uncut(source);
  for (const { start, end } of numbers) {
    const blank = ' '.repeat(end - start);
    clean = clean.slice(0, start) + blank + clean.slice(end);
    raw = raw.slice(0, start) + blank + raw.slice(end);
  }
  const bare = BARE[intent];
  let kept = '';
  let last = 0;
  for (const { start, end } of clausesOf(clean)) {
    const own = clean.slice(start, end);
    const dull = bare?.test(own) === true || (bare !== undefined && names.includes(own.replace(/吧$/, '')));
    if (!dull) kept += (kept === '' ? '' : raw.slice(last, start)) + raw.slice(start, end).replace(LEADS, '');
    last = end;
  }
  return kept
    .replace(EDGES, '')
    .replace(LEADS, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
};
