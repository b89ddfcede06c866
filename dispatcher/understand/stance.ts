/** How a clause is meant: as a fault now, or as something that is well, past, thought of, planned or played. */
import type { Clause } from './clauses.js';
import type { Words } from './lexicon.js';

/** said: as it stands. well: in order now. supposed: only thought of. told: of another time or of others, not this fault. */
export type Stance = 'said' | 'well' | 'supposed' | 'told';

const FAULTY = ['netdown', 'down', 'slow', 'flap'] as const;
const SUPPOSED =
  /^(?:但|可|而|那|毕竟|主要)?(?:是)?(?:如果|假如|要是|万一|倘若|假设|若是|若|一旦|以防|防止|避免|免得|省得|就怕|生怕|怕|担心|哪天|回头要是|以后要是|比如|例如)/;
/** A predicate that says that something is there or works, at the end of a clause. */
const WELL_END = /(?:都|倒|也|还|就|是|全|均|仍)?(?:有|行|好|在|通|亮|成|灵|快|没断|不断|不掉|没掉|好使|能用|能上|能看|满格|没影响)(?:的|着|了|呢|着呢|的呢|啊|呀|吧)*$/;
const NOT_WELL_END = /(?:没有|还有|只有|怎么好|才好|才行|才能|最好|就好|即可|看看|来看|怎么|什么|吗|没好|不好|不行|不通|不在|不亮|没在|没通|没亮|只剩|能不能|可不可以|希望|麻烦|请|安排|您好|你好|各位|老师好|大家好|刚好|只好|正好|还好有|多好|不太|不大|不怎么|忽)/;
const DOUBLE = /(?:没|不|未|无)(?:有|受|太|再|能|在|怎么|大|出现|发现)?(?:断|坏|掉|慢|卡|停|问题|影响|异常|故障|毛病|丢|冲突|报警|告警|中断|波及)/g;
const DENIED = /(?:既?不是|并非|并没有|没有出现|又不是)(?:断网|断线|断|慢|卡|坏|没网|不通|掉线|全断|故障)|(?:断|慢|卡|坏|停|掉)(?:倒是?|是)?(?:没|不)(?:断|慢|卡|坏|停|掉)|网?没(?:有)?(?:全)?断(?!断)|没这回事|没有这回事|没这事|不存在/;

/** Has the clause a word of fault that it does not deny (没断, 不卡, 没问题)? */
const hasFault = (clause: Clause, text: string, words: Words): boolean => {
  const hits = words.list(FAULTY, clause.start, clause.end);
  if (hits.length === 0) return false;
  const own = text.slice(clause.start, clause.end);
  const denied = [...own.matchAll(DOUBLE)].map((found) => [found.index, found.index + found[0].length] as const);
  return hits.some(
    (hit) => !denied.some(([from, to]) => hit.start - clause.start >= from && hit.end - clause.start <= to && hit.start - clause.start > from),
  );
};

/** The stance of one clause by its own words. */
export const stanceOf = (clause: Clause, text: string, words: Words): Stance => {
  const own = text.slice(clause.start, clause.end);
  if (SUPPOSED.test(own)) return 'supposed';
  if (DENIED.test(own) && !words.has(['slow', 'flap'], clause.start, clause.end)) return 'well';
  if (hasFault(clause, text, words)) return 'said';
  if (words.has(['well'], clause.start, clause.end) && !/(?:吗|能不能|可不可以|是否)/.test(own)) return 'well';
  if (WELL_END.test(own) && !NOT_WELL_END.test(own)) return 'well';
  return 'said';
};
