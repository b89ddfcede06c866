/** A sample working day, Monday 2026-11-23: who says what when, and what must come of it. Ids of people as in roster.yaml and people.yaml. */

/** Words of the bot that must be heard by the end of a step, and were not before it: in the group, or by one person directly. */
export type Hears = { readonly in: 'group' | { readonly person: string }; readonly words: string };

export type Act =
  /** In the group. */
  | { readonly says: string }
  /** To the bot alone. */
  | { readonly direct: string }
  /** A button's label, under the newest message that has it and says `under`. */
  | { readonly presses: string; readonly under: string };

/** `by` null: nobody acts, time passes. */
export type Step = {
  readonly at: string;
  readonly by: { readonly who: string; readonly act: Act } | null;
  readonly hears: readonly Hears[];
};

const group = (words: string): Hears => ({ in: 'group', words });
const to = (person: string, words: string): Hears => ({ in: { person }, words });

const says = (at: string, who: string, text: string, ...hears: readonly Hears[]): Step => ({
  at,
  by: { who, act: { says: text } },
  hears,
});
const direct = (at: string, who: string, text: string, ...hears: readonly Hears[]): Step => ({
  at,
  by: { who, act: { direct: text } },
  hears,
});
const presses = (at: string, who: string, label: string, under: string, ...hears: readonly Hears[]): Step => ({
  at,
  by: { who, act: { presses: label, under } },
  hears,
});
const passes = (at: string, ...hears: readonly Hears[]): Step => ({ at, by: null, hears });

/** Level 2, with everything in it: question, suspension, a repair that did not hold, a bad rating. */
const ZHANGJIAWAN: readonly Step[] = [
  says(
    '08:12',
    'zjw-wang',
    '@小通 张家湾中学教学楼三层整层上不了网，楼下正常',
    group('0001 · 二级故障'),
    to('zhaogaobin', '13800138001'),
  ),
  says('08:13', 'zjw-wang', '补充一下，弱电间钥匙在门卫', group('已记到 0001'), to('zhaogaobin', '钥匙在门卫')),
  presses('08:15', 'zhaogaobin', '接单', '0001', group('赵高斌 已接单')),
  says('08:45', 'zhaogaobin', '已到场', group('赵高斌 已到场')),
  says('09:10', 'zhaogaobin', '挂起，等备件', group('等备件'), group('时限暂停')),
  says('09:40', 'zhaogaobin', '备件到了，继续处理', group('赵高斌 继续处理')),
  says(
    '10:00',
    'zhaogaobin',
    '处理完毕，接入交换机光模块损坏，换了 1 个，用 LC 跳线 2 根',
    group('0001 已办结'),
    group('已扣除挂起 30 分钟'),
  ),
  says('10:10', 'zjw-wang', '还是不行，三层又断了', group('重新打开 TZ-'), to('zhaogaobin', '0001')),
  presses('10:12', 'zhaogaobin', '接单', '0001', group('赵高斌 已接单')),
  says('10:40', 'zhaogaobin', '已到场', group('赵高斌 已到场')),
  says('11:05', 'zhaogaobin', '处理完毕，整台交换机换了', group('0001 已办结'), group('重新受理')),
  says('11:10', 'zjw-wang', '2分，修了两回', group('张冰冰会跟进'), to('zhangbingbing', '评价偏低')),
];

/** Level 1: told to everybody, joined by a colleague, handed on, finished and well rated. */
const HUOXIAN: readonly Step[] = [
  says(
    '08:20',
    'hx-li',
    '漷县中学全校断网，上课用的平台全打不开，电话 13800138002',
    group('0002 · 一级故障'),
    to('cuijianchao', '一级故障'),
    to('zhangbingbing', '一级故障'),
    to('wangxiubao', '一级故障'),
  ),
  says('08:21', 'hx-gao', '漷县中学全校都上不了网', group('与 0002 是同一故障')),
  direct('08:22', 'cuijianchao', '我在城里走不开，转给郭镇鑫', group('@郭镇鑫'), to('guozhenxin', '走不开')),
  direct('08:24', 'guozhenxin', '接单', group('郭镇鑫 已接单')),
  says('08:40', 'guozhenxin', '已到场', group('郭镇鑫 已到场')),
  direct('08:50', 'guozhenxin', '上联光功率正常，正在查路由', group('进展')),
  says('09:20', 'guozhenxin', '处理完毕，上联板卡松动，重新插紧', group('0002 已办结'), group('用时 1 小时')),
  says('09:22', 'hx-li', '5分，来得很快', group('0002 评价已记下')),
];

/** Level 3 of a stranger: which school, where, which number. */
const STRANGER: readonly Step[] = [
  says('08:30', 'stranger', '一台电脑上不了网', group('请问是哪所学校')),
  says('08:31', 'stranger', '潞河中学', group('0003 · 三级异常'), group('哪个位置')),
  says('08:32', 'stranger', '实验楼 203 办公室', group('已记到 0003'), group('联系电话')),
  says('08:34', 'stranger', '13800138008', to('dongyayang', '13800138008')),
  presses('08:36', 'dongyayang', '接单', '0003', group('董亚杨 已接单')),
  says('11:25', 'dongyayang', '已到场', group('董亚杨 已到场')),
  says('11:50', 'dongyayang', '处理完毕，换了 1 个水晶头', group('0003 已办结')),
  presses('11:52', 'stranger', '5 分', '0003', group('0003 评价已记下')),
];

/** The hotline's job that the first engineer does not take: the ladder. */
const HOTLINE: readonly Step[] = [
  says(
    '09:01',
    'suzhe',
    '次渠中学来电，校门口的光缆被撞断了一根，备用线路正常',
    group('0004 · 二级故障'),
    to('cuijianchao', '次渠中学'),
  ),
  passes('09:14', group('还有 3 分钟到接单时限')),
  passes('09:16', group('已过接单时限')),
  passes('09:21', group('崔建超 超时未接'), to('lichengqing', '0004'), to('zhangbingbing', '超时未接单')),
  direct('09:24', 'lichengqing', '接单', group('李承庆 已接单')),
  says('10:30', 'lichengqing', '已到场', group('李承庆 已到场')),
  says('11:42', 'lichengqing', '处理完毕，熔接 12 芯，用光缆 20 米', group('0004 已办结')),
];

/** Two faults in one message; a question which of the two is meant; an engineer who comes late. */
const LUHE: readonly Step[] = [
  says(
    '09:30',
    'lh-chen',
    '潞河中学，一是实验楼二层无线全都连不上，二是会议室的视频会议终端没有声音，电话 13800138004',
    group('0005 · 二级故障'),
    group('0006 · 二级故障'),
    to('suzhe', '0005'),
    to('zhangyazhao', '0006'),
  ),
  direct('09:33', 'suzhe', '接单', group('苏喆 已接单')),
  presses('09:40', 'zhangyazhao', '接单', '0006', group('张亚钊 已接单')),
  says('10:45', 'lh-chen', '怎么还没来人', group('说的是哪张')),
  says('10:46', 'lh-chen', '2', group('0005'), to('suzhe', '报修人在催')),
  direct('10:55', 'zhangyazhao', '已到场', group('张亚钊 已到场')),
  passes('11:00', to('suzhe', '还有 30 分钟到到场时限')),
  direct('11:15', 'zhangyazhao', '处理完毕，音频线松动，重新插紧', group('0006 已办结')),
  passes('11:30', group('0005 已过到场时限')),
  direct('11:33', 'suzhe', '路上堵车，12:05 左右到', to('suzhe', '已记到 0005')),
  passes('12:00', to('wangxiubao', '已超过到场时限')),
  direct('12:10', 'suzhe', '已到场', group('苏喆 已到场')),
  direct('13:30', 'suzhe', '处理完毕，AP 供电模块坏了，换了 1 个', group('0005 已办结')),
  presses('13:40', 'lh-chen', '5 分', '0005', group('0005 评价已记下')),
];

/** The rest of a day: talk, questions to the bot, a withdrawal, what stays open for tomorrow, the digest. */
const REST: readonly Step[] = [
  direct('08:05', 'suzhe', '值班', to('suzhe', '各岗位')),
  says('08:33', 'lh-chen', '各位师傅辛苦了'),
  says('11:20', 'ylh-sun', '运河小学综合楼二层整层上不了网，电话 13800138006', group('0007 · 二级故障')),
  says('11:22', 'ylh-sun', '不用来了，是我们自己跳闸', group('0007 已撤单')),
  direct('11:32', 'lh-chen', '进度', to('lh-chen', '0005')),
  says('11:35', 'jiafang', '@小通 今日汇总', group('11-23 汇总')),
  says('16:00', 'mjq-zhao', '马驹桥镇中心小学门卫室的摄像头黑屏，电话 13800138003', group('0008 · 三级异常')),
  presses('16:04', 'zhaogaobin', '接单', '0008', group('0008')),
  says('16:20', 'ty-zhou', '@小通 今天天气真好', group('没看明白')),
  direct('16:30', 'zhangbingbing', '待接单', to('zhangbingbing', '待接单')),
  direct('16:40', 'zhaogaobin', '我的工单', to('zhaogaobin', '0008')),
  passes('18:00', to('wangxiubao', '11-23 汇总')),
];

/** The day in order of time; what has the same minute stays in its story's order. */
export const DAY: readonly Step[] = [...ZHANGJIAWAN, ...HUOXIAN, ...STRANGER, ...HOTLINE, ...LUHE, ...REST].sort(
  (a, b) => a.at.localeCompare(b.at),
);
