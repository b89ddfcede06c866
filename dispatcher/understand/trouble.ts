/** What a fault does: service is gone, bad, only odd, without its reserve, or nothing is broken and something is asked. */
import type { Tag } from './lexicon.js';
import type { Part } from './part.js';
import type { Hit } from './words.js';

export type Effect = 'gone' | 'bad' | 'reserve' | 'odd' | 'request';
export type Trouble = { readonly effect: Effect; readonly hit: Hit<Tag> | null };

const RESERVE_LOST =
  /(?:一|单|半)(?:个|块|路|台|条|根|边)[^,，。]{0,8}(?:电源|上联|光纤|光缆|链路|空调|纤)|(?:两|双|2)(?:个|块|路|台|条|根)(?:电源|上联|光纤|光缆|链路|空调|精密空调|纤)?[^,，。]{0,12}(?:一|其中|有)(?:个|块|路|台|条|根)|电源[^,，。]{0,6}(?:一个|一块|一路|有一个|有一块)|pwr\d? ?fault|冗余|单跑|单机(?:运行|跑|状态)|降级|degraded|旁路|bypass|备(?:机|用|纤|板|链路|份链路|电源|路由)|主用(?:在|正常|走)|保护(?:没|路由|丢|失|已)|切(?:换)?到(?:保护|备用|备机|备)|倒换|双(?:机|电源|上联|链路|控)|两路变(?:成)?一路|raid|阵列|ha.{0,3}(?:自动|切|拉)|另(?:一|外一)(?:台|路|条|根|个|块)[^,，。]{0,6}(?:正常|顶|撑|在|好|跑|行)|(?:左|右)边[^,，。]{0,6}(?:模块|电源)/;
const STILL_WELL =
  /业务(?:没|未|无|不|正常|都正常|目前正常|全跑)|没(?:断|影响|受影响|感觉)|未(?:断|中断|影响)|无(?:影响|感|中断)|不(?:影响|受影响)|没停|都没停|网没|正常|在(?:跑|用|线)|顶着|撑着|主(?:机|用|纤)|切到|倒换|自动(?:切|迁|拉)|均?没(?:有)?中断/;

/** The effect as these statements tell it; `wider` also has the statements of what is still well. */
export const troubleOf = (part: Part, wider: Part): Trouble => {
  const gone = part.first('netdown', 'down');
  const bad = part.first('flap', 'slow');
  if (RESERVE_LOST.test(wider.text) && STILL_WELL.test(wider.text) && !/(?:全校|全园|学校|整个)[^,，。]{0,6}(?:断|没网|不通|掉线)/.test(part.text))
    return { effect: 'reserve', hit: gone ?? bad ?? part.first('odd') };
  const netdown = part.first('netdown');
  if (bad && !(netdown && part.has('netdown') && !part.has('flap', 'slow'))) return { effect: 'bad', hit: bad };
  if (gone) return { effect: 'gone', hit: gone };
  if (part.has('odd')) return { effect: 'odd', hit: part.first('odd') };
  if (part.has('request', 'event')) return { effect: 'request', hit: part.first('request', 'event') };
  return { effect: 'gone', hit: null };
};
