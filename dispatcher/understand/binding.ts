/** Orders that say which school somebody is of: 「绑定 王老师 玉桥中学」, 「王老师调到北苑学校了」. Pure. */
import type { UnitName } from '../model.js';
import { phoneIn } from './numbers.js';
import type { FindUnits } from './guarantee.js';
import { TITLED, tokensOf } from './order-text.js';

/** Who is meant: by id or name where the words tell one; else by the mention or quote that comes with them. */
export type Binding = {
  readonly kind: 'bind';
  readonly id: string | null;
  readonly name: string | null;
  readonly unit: UnitName;
  readonly phone: string | null;
};

export type BindingRead = Binding | { readonly kind: 'wrong'; readonly form: 'bind' };

const VERB = /^(?:绑定|改绑)\s*单?位?(?=[\s:,@]|$)/u;
/** Written without a blank; then it is an order only where it makes sense as one. */
const GLUED_VERB = /^(?:绑定|改绑)(?=[\u4e00-\u9fff])/u;
const TO = new RegExp(`(${TITLED})(?:到|为|是|在)`, 'u');
const MOVED = new RegExp(
  `^(${TITLED})(?:同志)?(?:已经?|现在|刚|从今天起)*(?:调到|调去|调入|调往|转到|换到)\\s*(.+?)(?:了|工作|任教|那边|去了)*$`,
  'u',
);
const NAME = /^[\u4e00-\u9fff]{2,5}$/u;
const ID = /^[0-9A-Za-z][\w.-]{1,63}$/u;
const SIGNED = new RegExp(`^(.{2,}?)(${TITLED})$`, 'u');
/** Little words between the two: 绑定 王老师 到 玉桥中学. */
const LINK = /^(?:是|到|为|在|给|他|她|这位|本人|单位|学校|电话|手机|老师)$/u;
const GLUED = /^(?:是|到|为|在)(?=.{3,})/u;

type Sum = { readonly names: readonly string[]; readonly ids: readonly string[]; readonly units: readonly UnitName[] };

const NOTHING: Sum = { names: [], ids: [], units: [] };

const put = (sum: Sum, token: string, find: FindUnits): Sum => {
  if (LINK.test(token)) return sum;
  const [, school = '', person = ''] = SIGNED.exec(token) ?? [];
  if (school !== '' && find(school).length === 1)
    return { ...sum, names: [...sum.names, person], units: [...sum.units, ...find(school)] };
  const units = find(token.replace(GLUED, ''));
  if (units.length > 0) return { ...sum, units: [...sum.units, ...units] };
  if (ID.test(token)) return { ...sum, ids: [...sum.ids, token] };
  return { ...sum, names: [...sum.names, token] };
};

const wrong = { kind: 'wrong', form: 'bind' } as const;

const bound = (words: string, find: FindUnits): BindingRead => {
  const phone = phoneIn(words);
  const unphoned = phone === null ? words : words.slice(0, phone.start) + ' ' + words.slice(phone.end);
  const tokens = tokensOf(unphoned.replace(/@\S+/gu, ' ').replace(TO, '$1 '));
  const { names, ids, units } = tokens.reduce((sum, token) => put(sum, token, find), NOTHING);
  const [unit, ...others] = [...new Set(units)];
  const odd = names.length > 1 || ids.length > 1 || names.some((name) => !NAME.test(name));
  if (unit === undefined || others.length > 0 || odd) return wrong;
  return { kind: 'bind', id: ids[0] ?? null, name: names[0] ?? null, unit, phone: phone?.digits ?? null };
};

/** The order in a text (as `headless` gives it), or null. find: official names of the units that a few words name. */
export const bindingIn = (text: string, find: FindUnits): BindingRead | null => {
  if (VERB.test(text)) return bound(text.replace(VERB, ' '), find);
  if (GLUED_VERB.test(text)) {
    const read = bound(text.replace(GLUED_VERB, ' '), find);
    return read.kind === 'wrong' ? null : read;
  }
  const [, name, where = ''] = MOVED.exec(text) ?? [];
  const units = name === undefined ? [] : find(where);
  const [unit, ...others] = units;
  if (name === undefined || unit === undefined || others.length > 0 || where.length > 14) return null;
  return { kind: 'bind', id: null, name, unit, phone: null };
};
