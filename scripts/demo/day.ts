/** A sample working day, Monday 2026-11-23: who says what when, and what has to be heard of it. People's ids as in people.yaml and roster.yaml. */

/** Words of the bot that a step must lead to: in the group, or to one person directly. */
export type Hears = { readonly in: 'group' | string; readonly words: string };

export type Step = {
  readonly at: string;
  /** Nobody: time passes. */
  readonly who?: string;
  readonly says?: string;
  readonly direct?: string;
  /** A button's label, under the newest message with these words. */
  readonly presses?: string;
  readonly under?: string;
  readonly hears: readonly Hears[];
};

const group = (words: string): Hears => ({ in: 'group', words });
const to = (person: string, words: string): Hears => ({ in: person, words });

const MORNING: readonly Step[] = [
  { at: '08:05', who: 'suzhe', direct: '值班', hears: [to('suzhe', '各岗位')] },
  {
    at: '08:12',
    who: 'zjw-wang',
    says: '@小通 张家湾中学教学楼三层整层上不了网，楼下正常',
    hears: [group('0001 · 二级故障'), group('联系电话'), to('zhaogaobin', '张家湾中学')],
  },
  {
    at: '08:13',
    who: 'zjw-wang',
    says: '电话 13800138001',
    hears: [group('已记到 0001'), to('zhaogaobin', '13800138001')],
  },
  { at: '08:15', who: 'zhaogaobin', presses: '接单', under: '0001', hears: [group('赵高斌 已接单')] },
  {
    at: '08:20',
    who: 'hx-li',
    says: '漷县中学全校断网，上课用的平台全打不开，电话 13800138002',
    hears: [
      group('0002 · 一级故障'),
      to('cuijianchao', '一级故障'),
      to('zhangbingbing', '一级故障'),
      to('wangxiubao', '一级故障'),
    ],
  },
  { at: '08:21', who: 'hx-sun', says: '漷县中学全校都上不了网', hears: [group('与 0002 是同一故障')] },
  {
    at: '08:22',
    who: 'cuijianchao',
    direct: '我在城里走不开，转给郭镇鑫',
    hears: [group('郭镇鑫'), to('guozhenxin', '走不开')],
  },
  { at: '08:24', who: 'guozhenxin', direct: '接单', hears: [group('郭镇鑫 已接单')] },
  { at: '08:30', who: 'stranger', says: '一台电脑上不了网', hears: [group('请问是哪所学校')] },
  { at: '08:31', who: 'stranger', says: '潞河中学', hears: [group('0003 · 三级异常'), group('哪个位置')] },
  { at: '08:32', who: 'stranger', says: '实验楼 203 办公室', hears: [group('已记到 0003')] },
  { at: '08:33', who: 'lh-chen', says: '各位师傅辛苦了', hears: [] },
  { at: '08:40', who: 'guozhenxin', says: '已到场', hears: [group('郭镇鑫 已到场')] },
  { at: '08:45', who: 'zhaogaobin', says: '已到场', hears: [group('赵高斌 已到场')] },
  { at: '08:50', who: 'guozhenxin', direct: '上联光功率正常，正在查路由', hears: [group('进展')] },
  { at: '08:55', who: 'zhaogaobin', says: '挂起，等备件', hears: [group('等备件'), group('时限暂停')] },
  {
    at: '09:00',
    who: 'suzhe',
    says: '永顺小学来电，微机室整间上不了网，电话 13800138009',
    hears: [group('0004'), group('永顺小学'), to('dongyayang', '永顺小学')],
  },
  { at: '09:05', who: 'dongyayang', presses: '接单', under: '0003', hears: [group('0003 潞河中学：董亚杨 已接单')] },
];

const FORENOON: readonly Step[] = [
  {
    at: '09:20',
    who: 'guozhenxin',
    says: '处理完毕，路由器上联板卡松动，重新插紧，用扎带 2 根',
    hears: [group('0002 已办结'), group('用时 1 小时')],
  },
  { at: '09:22', who: 'hx-li', says: '5分，来得很快', hears: [group('0002 评价已记下')] },
  {
    at: '09:30',
    who: 'lh-chen',
    says: '潞河中学，一是实验楼二层无线全都连不上，二是门卫室的摄像头黑屏，电话 13800138004',
    hears: [group('0005 · 二级故障'), group('0006 · 三级异常'), to('suzhe', '0005')],
  },
  { at: '09:33', who: 'suzhe', direct: '0005 接单', hears: [group('苏喆 已接单')] },
  { at: '09:40', who: 'zhaogaobin', says: '备件到了，继续处理', hears: [group('赵高斌 继续处理')] },
  {
    at: '10:00',
    who: 'zhaogaobin',
    says: '处理完毕，接入交换机光模块损坏，换了 1 个，用 LC 跳线 2 根',
    hears: [group('0001 已办结'), group('已扣除挂起 45 分钟')],
  },
  {
    at: '10:10',
    who: 'zjw-wang',
    says: '还是不行，三层又断了',
    hears: [group('0001 · 二级故障 已重新打开'), to('zhaogaobin', '0001')],
  },
  { at: '10:12', who: 'zhaogaobin', presses: '接单', under: '0001', hears: [group('赵高斌 已接单')] },
  { at: '10:40', who: 'zhaogaobin', says: '0001 已到场', hears: [group('赵高斌 已到场')] },
  { at: '10:45', who: 'lh-chen', says: '@小通 无线怎么还没来人', hears: [group('苏喆')] },
  // Nobody took 0004, a level-3 job, within its hour: the ladder.
  { at: '10:05', hears: [group('已过接单时限'), group('超时未接'), to('zhangbingbing', '超时未接单')] },
];

const LATER: readonly Step[] = [
  {
    at: '11:05',
    who: 'zhaogaobin',
    says: '处理完毕，整台交换机换了',
    hears: [group('0001 已办结'), group('重新受理')],
  },
  {
    at: '11:10',
    who: 'zjw-wang',
    says: '2分，修了两回',
    hears: [group('张冰冰会跟进'), to('zhangbingbing', '评价偏低')],
  },
  {
    at: '11:20',
    who: 'ylh-sun',
    says: '运河小学综合楼二层整层上不了网，电话 13800138006',
    hears: [group('0007 · 二级故障')],
  },
  { at: '11:22', who: 'ylh-sun', says: '不用来了，是我们自己跳闸', hears: [group('0007 已撤单')] },
  { at: '11:30', who: 'lh-chen', direct: '进度', hears: [to('lh-chen', '0005')] },
  { at: '11:35', who: 'jiafang', says: '@小通 今日汇总', hears: [group('新增 7')] },
  // 苏喆 took 0005 and did not get there in time: warning, breach, manager.
  { at: '12:05', hears: [to('suzhe', '到场时限'), group('0005 已过到场时限'), to('wangxiubao', '已超过到场时限')] },
  { at: '12:10', who: 'suzhe', direct: '已到场', hears: [group('苏喆 已到场')] },
  { at: '13:30', who: 'suzhe', direct: '处理完毕，AP 重新上线，换了 1 个 POE 模块', hears: [group('0005 已办结')] },
  { at: '13:40', who: 'lh-chen', presses: '5 分', under: '0005', hears: [group('0005 评价已记下')] },
  { at: '14:00', who: 'zhangbingbing', direct: '待接单', hears: [to('zhangbingbing', '待接单')] },
  { at: '14:05', who: 'dongyayang', direct: '0003 已到场', hears: [group('董亚杨 已到场')] },
  { at: '14:30', who: 'dongyayang', direct: '0003 处理完毕，换了 1 个水晶头', hears: [group('0003 已办结')] },
  { at: '18:00', hears: [to('wangxiubao', '11-23 汇总')] },
];

const clock = (step: Step): string => step.at;

/** The day in order of time. */
export const DAY: readonly Step[] = [...MORNING, ...FORENOON, ...LATER].sort((a, b) =>
  clock(a).localeCompare(clock(b)),
);
