/** How a clause is meant: as a fault now, or as something that is well, thought of, or said of another time. */

/** said: as it stands. well: in order now. supposed: only thought of. told: of another time or by others, since put right. */
export type Stance = 'said' | 'well' | 'supposed' | 'told';

const SUPPOSED =
  /^(?:但|可|而|那|毕竟|主要|请教一下)?(?:是)?(?:如果|假如|要是|万一|倘若|假设|若是|若|一旦|以防|防止|避免|免得|省得|就怕|生怕|怕(?!是)|担心|哪天|回头要是|以后要是|比如|例如)/;
const EARLIER =
  /^(?:原先|起初|一开始|刚开始|开头|刚才我?(?:说|报|讲)|刚我(?:说|报)|之前(?:说|报)|前面(?:说|报)|早先说|我刚(?:说|报)|有人(?:喊|说)|刚?[^,，。]{0,6}有人喊|还以为|以为|本来以为)/;
/** What was tried in vain tells nothing of what is broken. */
const TRIED =
  /(?:重启|换|拔|插|试|检查|看|测|断电|恢复出厂|重插|拔插)(?:过|了|遍)?[^,，。]{0,16}(?:没用|不管用|无效|没变化|没效果|不顶用|也不行|都不行|也一样|都一样|不好使|没好|白搭)$|^(?:早上|刚才|昨天|我们?|也|已经?|都|又|先|然后)*(?:把|将|去把|给)?[^,，。]{0,14}(?:断电|重启|拔插|重插|插拔|重来|关机)[^,，。]{0,4}(?:了|过)[^,，。]{0,6}(?:一遍|一次|一回|一下|几遍|好几遍|两遍|重来)/;
/** What is only to come: 届时会中断, 将停电. */
const PLANNED =
  /(?:明[天早晚儿]|后天|下周|下个?月|周[一二三四五六日末]|今晚|假期|暑假|寒假)[^,，。]{0,10}(?:停电|断电|拉闸|检修|割接|升级|维护|关机)|\d+(?:月\d+日|号)?[^,，。]{0,6}\d+[点:时][^,，。]{0,3}(?:至|到|-|~|—)[^,，。]{0,6}\d+[点:时][^,，。]{0,4}(?:停电|断电|停网|断网|拉闸|检修)|会关机|会断电|届时|将(?:会|于|要|进行|有|造成|导致|对|短)|(?<![一经总老就都也还不])会(?:短时|短暂|暂时|有短|有影响|造成|影响|中断|断网|停网)|预计会|期间[^,，。]{0,16}(?:会|将|可能|暂停|停网|停用|不可用|无法|不能)/;
/** A predicate that says that something is there or works, at the end of a clause. */
const WELL_END =
  /(?:都|倒|也|还|就|是|全|均|仍|灯)?(?:有|行|好|在|通|亮|成|灵|快|绿|满格|飞快|正常|没问题|没事|没影响|好使|能用|能上|能看|不这样|没变化|照旧|可以)(?:的|着|了|呢|着呢|的呢|啊|呀|吧|哈)*$/;
const NOT_WELL_END =
  /(?:没有|还有|只有|怎么好|才好|才行|才能|最好|就好|即可|看看|来看|怎么|什么|吗|没好|不好|不行|不通|不在|不亮|没在|没通|没亮|只剩|能不能|可不可以|希望|麻烦|请|安排|您好|你好|各位|老师好|大家好|刚好|只好|正好|还好有|多好|不太|不大|不怎么|不正常|没正常|赶快|尽快|快点|凑合|时好|一会儿?有|一会儿?好|一阵有|现在$|没(?:有)?一|没人能|没(?:有)?几)/;

/** The stance of one clause by its own words, and by what kinds of word stand in it. */
export const stanceOf = (own: string, faulty: boolean, well: boolean, netdown: boolean): Stance => {
  if (SUPPOSED.test(own)) return 'supposed';
  if (!netdown && TRIED.test(own)) return 'told';
  if (EARLIER.test(own) || PLANNED.test(own)) return 'told';
  if (/^(?:但|可)?(?:并?非|并不是|(?<!是)不是)(?:所有|全部|每|全|整|整个|我们)?[^,，。]{0,8}(?:都|全)/.test(own))
    return 'well';
  if (faulty) return 'said';
  if (well && !/(?:吗|能不能|可不可以|是否|行不行|没(?:有)?一(?:个|台|间|处)|没人能)/.test(own)) return 'well';
  if (WELL_END.test(own) && !NOT_WELL_END.test(own)) return 'well';
  if (/没这回事|没有这回事|没这事|不是[断慢卡]|没(?:全)?断|不断$/.test(own)) return 'well';
  return 'said';
};
