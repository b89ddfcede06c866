/** Does a message tell a fault or ask for a service at all, or does it only speak of one? */
import type { Tag } from './lexicon.js';
import { ONLY_TOLD, TICKET } from './intent-words.lexicon.js';
import { FAULTY } from './part.js';
import { DUTY, PAPERS, RESERVE_LOST, STILL_WELL, WISH } from './trouble.js';
import { SPREADS, THREAT } from './threat.js';
import type { Reading } from './reading.js';

const SERVICE = [
  'campus',
  'fibre',
  'metro',
  'machineroom',
  'environment',
  'wireless',
  'virtual',
  'backup',
  'video',
  'security',
  'surveillance',
  'event',
  'platform',
  'support',
  'terminal',
  'net',
] as const satisfies readonly Tag[];

/** `mentions`: something of this service is named, without a word of fault or wish. */
export type Tells = {
  readonly fault: boolean;
  readonly request: boolean;
  readonly mentions: boolean;
  readonly words: string;
};

/** What the statements meant as said tell: a fault, or a request for something this service does. */
export const tellsOf = (reading: Reading): Tells => {
  const said = reading.statements.filter((statement) => statement.stance === 'said');
  const { words, text } = reading;
  const faulty =
    said.find((statement) => words.has([...FAULTY, 'odd'], statement.start, statement.end)) ??
    (THREAT.test(text) ||
    SPREADS.test(text) ||
    (RESERVE_LOST.test(text) && STILL_WELL.test(text)) ||
    (reading.room !== null && !RESTORED.test(text))
      ? (reading.statements.find(({ start, end }) => words.has(SERVICE, start, end)) ?? said[0])
      : undefined);
  const asking =
    reading.statements.find(({ start, end }) => words.has(['request', 'event'], start, end)) ??
    (words.has(['polite']) && words.has(SERVICE) ? reading.statements[0] : undefined);
  const about = words.has(SERVICE) || words.has(FAULTY) || DUTY.test(text) || PAPERS.test(text);
  const wish = WISH.exec(text) ?? PAPERS.exec(text) ?? DUTY.exec(text);
  const thing = said.find(({ start, end }) => words.has(SERVICE, start, end));
  const at = faulty ?? asking ?? thing;
  return {
    fault: faulty !== undefined,
    request: about && (asking !== undefined || wish !== null || DUTY.test(text)),
    mentions: thing !== undefined && !/谢|辛苦|我是|关照|多谢|祝|欢迎|快乐|平安|顺利|点赞/.test(text),
    words: at ? text.slice(at.start, at.end).slice(0, 24) : (wish?.[0] ?? ''),
  };
};

/** The words by which a message only speaks of a fault: a drill, a notice, a past one, somebody else's; null where it tells one. */
export const toldOnly = (reading: Reading): string | null => {
  const { text, words } = reading;
  const of = (pattern: RegExp): string | null => pattern.exec(text)?.[0] ?? null;
  if (of(ONLY_TOLD.cause)) return null;
  const drill = of(ONLY_TOLD.drill);
  if (drill && !/不是演[练习]|演[练习](?:结束|完|之?后).{0,10}(?:没|不|断)|拉的闸/.test(text)) return drill;
  const wish = WISH.test(text) || PAPERS.test(text) || DUTY.test(text);
  const restored = restoredAtLast(reading);
  if (restored && reading.context.ticket === 'none' && !wish) return restored;
  if (between(reading)) return text.trim().slice(0, 12);
  const faulty = reading.statements.filter(
    ({ start, end, stance }) => stance === 'said' && words.has(FAULTY, start, end),
  );
  const now = faulty.filter(({ start, end }) => isNow(text.slice(start, end)) && !isThirds(text.slice(start, end)));
  const cues: readonly (readonly [string | null, number])[] = [
    [of(ONLY_TOLD.dismiss), 3],
    [of(ONLY_TOLD.notice), 2],
    [of(ONLY_TOLD.calm), 1.5],
    [of(ONLY_TOLD.past) && of(ONLY_TOLD.over), 2],
    [of(ONLY_TOLD.past) && of(EXPERIENCE), 2],
    [
      faulty.some(({ start, end }) => isThirds(text.slice(start, end))) &&
      !faulty.some(({ start, end }) => isOwn(text.slice(start, end)))
        ? of(ONLY_TOLD.third)
        : null,
      2,
    ],
    [of(ONLY_TOLD.third) && of(ONLY_TOLD.calm), 1],
    [of(TICKET.thanks), 0.5],
  ];
  const told = cues.reduce((sum, [words, weight]) => (words ? sum + weight : sum), 0);
  const asserted =
    (now.length > 0 ? 1.5 : 0) +
    (now.some(
      ({ start, end }) =>
        words.has(['netdown', 'whole', 'every', 'several', 'floor', 'self', 'oneroom'], start, end) ||
        placed(reading, start, end),
    )
      ? 1
      : 0) +
    (reading.phone ? 1 : 0) +
    (wish ? 1.5 : 0) +
    (words.has(['request', 'polite']) ? 0.5 : 0) +
    (THREAT.test(text) && reading.context.role === 'reporter' ? 1 : 0);
  return told > 0 && told > asserted ? (cues.find(([words]) => words)?.[0] ?? null) : null;
};

const placed = (reading: Reading, from: number, to: number): boolean =>
  reading.places.some((place) => place.kind !== 'side' && place.start >= from && place.start < to);

const RESTORED =
  /已[^,，。]{0,8}(?:修复|抢通|恢复|解决)|处置完毕|处理完毕|供电恢复|恢复供电|(?:已|已经|都|全部|又|自己|自动|刚刚?|现在|早就|后来|业务|网络|目前|后)[^,，。]{0,6}(?:恢复|好了|(?<!不)通了|正常了|修好|解决|没事了|缓过来|处理完)|恢复(?:正常|了)|(?:修|弄|整)好了|没再(?:犯|断|掉|出现)|缓过来/;
const AGAIN =
  /但|可是|不过|又(?:断|掉|没|不|卡|慢|坏)|还是|然后又|结果又|过(?:一)?会|回去了|反复|能不能|请|麻烦|希望|怕/;

/** The last word on the fault is that it is over, and nothing of a fault comes after: the words of it, else null. */
const restoredAtLast = (reading: Reading): string | null => {
  const { text, words, statements } = reading;
  const faulty = statements.filter(
    ({ start, end, stance }) =>
      stance === 'said' && words.has(FAULTY, start, end) && !RESTORED.test(text.slice(start, end)),
  );
  const last = faulty.at(-1);
  if (
    !last &&
    statements.some(({ start, end, faulty: bad }) => bad && RESTORED.test(text.slice(start, end)) && !AGAIN.test(text))
  )
    return RESTORED.exec(text)?.[0] ?? null;
  if (!last || words.has(['flap', 'slow'])) return null;
  const rest = text.slice(last.end);
  const over = RESTORED.exec(rest);
  return over && !AGAIN.test(rest) && !/[?？]|了吗|了没/.test(rest) ? over[0] : null;
};

/** One person asks another, or somebody for something that is not ours to do. */
const between = (reading: Reading): boolean =>
  (reading.source.mentions.length > 0 &&
    !reading.source.mentions.some((name) => /小通/.test(name)) &&
    /来着|几点|周几|哪个?楼|什么时候|发我|给我一下/.test(reading.text) &&
    !reading.words.has(FAULTY)) ||
  (!reading.words.has(FAULTY) &&
    /(?:各校|大家|你们学校|兄弟学校|别的学校)[^,，。]{0,20}(?:多久|怎么|吗|几|如何|是不是)|借鉴|取经/.test(
      reading.text,
    )) ||
  /(?:哪位|谁)[^,，。]{0,6}(?:有|带|车上|知道)[^,，。]{0,20}(?:电话|号码|联系方式|光功率计|熔接机|测线仪|梯子|console|借)/.test(
    reading.text,
  ) ||
  (/^(?:听说|据说)/.test(reading.text.trim()) && /[?？]$/.test(reading.text.trim()));

/** 断过, 掉过: had once. */
const EXPERIENCE = /(?:断|掉|停|挂|卡|坏|抖|毒|崩|瘫)过/;

/** A statement of fault that is not marked as past, nor by 过 as experience. */
const isNow = (statement: string): boolean =>
  !ONLY_TOLD.past.test(statement) ||
  /到现在|至今|还是|一直|之后|以后|就(?:没|断|连|上|不|坏|黑)|又|现在|仍|起|今[天早儿]|两天了|天了|今发现/.test(
    statement,
  );

const OWN = /我们这|我校|我们|咱们?(?!教育网|没事)|本校|我园|学校|全校|全园|光缆|光纤|杆|\uE000|楼|教室|办公|网口|电脑/;
const isOwn = (statement: string): boolean => OWN.test(statement);

/** Somebody else's fault: the statement names a third party, and nothing of the writer's own. */
const isThirds = (statement: string): boolean => ONLY_TOLD.third.test(statement) && !isOwn(statement);
