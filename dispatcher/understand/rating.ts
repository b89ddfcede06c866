/** How many of five stars the words give: digits, Chinese numerals, stars, words. */

const NUMERAL: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
};
const SCORED = /(?:^|[^\d.\-:点])([1-5一二两三四五])\s*(?:分|颗?星|颗)(?!钟|之|公司|校|园|店|机)/;
const BARE = /^\s*(?:打|给|评)?\s*([1-5一二三四五])\s*(?:吧|了|个)?[\s.。!！]*$/;
const STARS = /[⭐★🌟]/gu;

/** The first row that fits stands: denials before what they deny. */
const WORDED: readonly (readonly [RegExp, number])[] = [
  [/非常不满意|很不满意|极不满意|太差|差劲|差评|糟糕|垃圾|1星|恶劣/, 1],
  [/不满意|不太满意|不大满意|不怎么满意|不够满意|失望|敷衍|糊弄|态度(?:不好|差|冲)|不太好|不行/, 2],
  [/一般|还行|凑合|马马虎虎|过得去|中评|还可以|就那样|中规中矩|及格/, 3],
  [/基本满意|比较满意|还算满意|挺(?:满意|好|不错)|不错|还不错|蛮好|可以的?$/, 4],
  [
    /满分|非常满意|很满意|十分满意|特别满意|超满意|满意|好评|五星|点赞|给力|完美|棒|优秀|没得说|没话说|太好了|真好|赞|靠谱|👍|💯|🌹|10分|十分|100分|一百分|很好|非常好/u,
    5,
  ],
];

/** 1 to 5, or null where no words give a rating. `raw` may hold stars that the cleaned text has lost. */
export const ratingIn = (raw: string, text: string): number | null => {
  const numeral = (SCORED.exec(text) ?? BARE.exec(text))?.[1];
  if (numeral) return NUMERAL[numeral] ?? null;
  const stars = raw.match(STARS)?.length ?? 0;
  if (stars > 0) return Math.min(5, stars);
  return WORDED.find(([pattern]) => pattern.test(raw) || pattern.test(text))?.[1] ?? null;
};
