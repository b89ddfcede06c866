/** Is the message a command (帮助, 待接单, 值班 …)? Only where it says nothing else. */
import type { Command } from '../model.js';

/** What may stand around a command: politeness, the bot's name, marks. */
const AROUND =
  /小通|机器人|请|麻烦|帮我|帮忙|给我|我想|想|查询|查看|查一?下|查|看一?下|看看|看|发一?下|发|来一份|来个|一下|列一?下|列出|列|[\s,，。.!！?？、:：/#~吧呢呀啊哈的了吗]/g;

const WORDS: readonly (readonly [Command, RegExp])[] = [
  ['help', /^(?:帮助|help|h|使用(?:说明|帮助|方法)|怎么用|你会(?:做)?什么|能做什么|功能|菜单|命令|指令|用法|说明)$/],
  [
    'mine',
    /^(?:我(?:工)?单|我手(?:上|头)(?:工)?单|我任务|我活|我有(?:哪些|几个|几张|什么)(?:工)?单|mywork|我待办|我在办|手(?:上|头)工?单)$/,
  ],
  [
    'waiting',
    /^(?:待接单?|待接工单|待派单?|没人接(?:单)?|未接单?|未接工单|等接单|无人接单|还没人接单?|哪些(?:单)?没人接)$/,
  ],
  [
    'today',
    /^(?:今[日天儿](?:汇总|工单|情况|统计|小结|单|报修)|汇总|日报|今[日天](?:有)?(?:多少|几)(?:张|个)?(?:工)?单|当日汇总|今日)$/,
  ],
  ['duty', /^(?:值班|今[天日]值班|(?:今[天日])?谁值班|值班表|值班(?:人员?|安排|电话|名单)|今[天日]谁班|谁当班|当班)$/],
  ['progress', /^(?:进度|工单进度|单进度|我(?:工)?单进度|处理进度|状态|工单状态|进展)$/],
];

/** The command, or null. `text` is the cleaned text. */
export const commandIn = (text: string): Command | null => {
  if (text.length > 40) return null;
  const bare = text.replace(AROUND, '');
  return bare === '' || bare.length > 10 ? null : (WORDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null);
};
