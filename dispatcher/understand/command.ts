/** Is the message a command (帮助, 待接单, 值班 …)? Only where it says nothing else. */
import type { Command, Context } from '../model.js';

/** What may stand around a command: politeness, the bot's name, marks. */
const AROUND =
  /小通|机器人|请|麻烦|劳驾|帮我|帮忙|给我|我想|想|知道|问一?下|查询|查看|查一?下|查|看一?下|看看|看|发一?下|发|来一份|来个|出个|一下|列一?下|列出|列|现在|目前|这会儿|[\s,，。.!！?？、:：/#~吧呢呀啊哈的了吗]/g;

type Pattern = readonly [Command, RegExp];

/** In so many words: taken wherever they stand alone. */
const WORDS: readonly Pattern[] = [
  ['help', /^(?:帮助|help|使用(?:说明|帮助|方法))$/],
  [
    'mine',
    /^(?:我(?:工)?单|我手(?:上|头|里)(?:工)?单|我任务|我有(?:哪些|几个|几张|什么)(?:工)?单|mywork|我待办|我在办|手(?:上|头)工?单)$/,
  ],
  ['waiting', /^(?:待接单?|待接工单|待派单?|没人接单|未接单?|未接工单|等接单|无人接单|还没人接单?|哪些(?:单)?没人接)$/],
  [
    'today',
    /^(?:今[日天儿](?:汇总|工单|情况|统计|小结|单|报修)|汇总(?:今[日天儿])?|日报|今[日天](?:有)?(?:多少|几)(?:张|个)?(?:工)?单|当日汇总|今日)$/,
  ],
  [
    'duty',
    /^(?:值班|今[天日]值班|(?:今[天日])?是?(?:谁|哪位|哪个)在?(?:值班|当班)|值班表|值班(?:人员?|安排|电话|名单)|(?:今[天日])?值班(?:人员?|师傅|工程师|老师|员)?是(?:谁|哪位|哪个)|今[天日]谁班|当班)$/,
  ],
  ['progress', /^(?:进度|工单进度|单进度|我(?:工)?单进度|处理进度|状态|工单状态|进展)$/],
];

const NOUN = '(?:工单|单子|单|活儿?|任务|待办)';

/** As people talk to a helper; between people the same words ask about a projector or a colleague. */
const SPOKEN: readonly Pattern[] = [
  [
    'help',
    /^(?:h|你?(?:都|还)?(?:会|能)(?:干|做|帮|办|用)*(?:什么|啥|些什么|哪些|嘛|么)(?:事|忙|活)?(?:儿)?|你?(?:都|还)?有(?:什么|啥|哪些)(?:功能|命令|指令|用|本事)|你?(?:怎么|如何|咋|怎样)(?:使?用|使|操作|玩|报修|报|跟)你?(?:说)?|(?:使?用|操作|报修)(?:怎么|如何|咋)(?:用|弄|报)?|报修(?:方法|流程|方式)|你(?:是|叫)(?:谁|什么|啥)|你是(?:干|做)(?:什么|啥|嘛|么)|功能|菜单|命令|指令|用法|说明|(?:操作|使用)(?:说明|手册|指南)|(?:我)?不(?:会|知道(?:怎么|咋))用|教(?:教|一?下)?我(?:怎么|咋)?用?)$/,
  ],
  [
    'mine',
    new RegExp(
      `^我(?:今[天日]|手(?:上|头|里)|名下|报修?|在办|待办|未完成?|没(?:办|干|弄|处理)?完)*(?:工单|单子|单|任务|待办)$|^我(?:今[天日]|手(?:上|头|里)|名下|这边|还|都|一共|有|报|没(?:办|干|弄|处理)?完)*(?:哪些|几|多少|什么|啥)(?:个|张|件)?(?:没(?:办|干|弄|处理)?完)?${NOUN}(?:没(?:办|干|弄|处理)?完)?$`,
    ),
  ],
];

/** The same, of those who see the whole desk: a school's 「没人接」 is about its telephone, or its own ticket. */
const SPOKEN_BY_STAFF: readonly Pattern[] = [
  [
    'waiting',
    new RegExp(
      `^(?:还有)?谁还?没接单?$|^(?:还|都|有没有|有|没有|哪些|几|多少|什么|啥|个|张)*${NOUN}?(?:还)?(?:没人(?:接|要|去)|没接|未接|无人接|待接|等着?接|待派|没派出?去?)${NOUN}?$`,
    ),
  ],
  [
    'today',
    /^(?:汇总|总结|小结|统计)?今[天日儿](?:一共|总共|都|有|报|来|办|修|完成|处理)*(?:多少|几)(?:张|个|件|起)?(?:工单|单子|单|报修|故障|活儿?)?$|^今[天日儿](?:工作|单子|故障|整体|总体)?(?:情况|什么情况|啥情况|怎么样|咋样|如何|怎样)+$|^(?:汇总|总结|小结|统计)今[天日儿](?:情况|工单|单子|报修|工作)?$|^今[天日儿](?:工单|报修|故障|工作)(?:汇总|统计|总结|小结|情况)$/,
  ],
];

/** Somebody only calls: 你好, 在吗. */
const HELLO =
  /^\s*(?:小通)?[\s,，]*(?:你好|您好|哈喽|哈啰|hello|hi|嗨|喂|在吗|在不在|在么|有人(?:在)?吗)[呀啊哈]?[\s,，。.!！?？~]*$/;

/** Whom the bot hears, and whether it was spoken to. */
type Hearing = Pick<Context, 'addressed' | 'role'>;

const patternsFor = ({ addressed, role }: Hearing): readonly Pattern[] => {
  if (!addressed) return WORDS;
  return role === 'reporter' ? [...WORDS, ...SPOKEN] : [...WORDS, ...SPOKEN, ...SPOKEN_BY_STAFF];
};

/**
 * The command, or null. `text` is the cleaned text. In ordinary phrasings (你会干什么, 我手上还有几单) it counts only where the bot was
 * spoken to; lists of the whole desk in such words only from staff.
 */
export const commandIn = (text: string, hearing: Hearing): Command | null => {
  if (text.length > 40) return null;
  if (hearing.addressed && HELLO.test(text)) return 'hello';
  const bare = text.replace(AROUND, '');
  if (bare === '' || bare.length > 14) return null;
  return patternsFor(hearing).find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
};
