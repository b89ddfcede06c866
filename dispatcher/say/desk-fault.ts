import type { Candidate, DeskFault } from '../decide/desk-decision.js';
import { assertNever } from '../decide/never.js';
import type { Ticket } from '../model.js';
import { RIGHTS, type DeskAct } from '../decide/rights.js';
import type { OrderForm } from '../understand/desk-order.js';
import type { Stage } from './stage.js';
import { inspectedName } from './inspected.js';
import { refusalWords } from './refusal.js';
import { LEVEL, STATE, quoteWords, short, staffName, subject, unitName } from './words.js';

/** The right form, with an example (issue 4: a wrong form is answered with the right one). */
export const FORM: Readonly<Record<OrderForm, string>> = {
  call: '代报 张家湾中学 王老师 电话 三楼断网',
  behalf: '代 王老师 撤单 0003，或“代 赵高斌 接单 0012”',
  bind: '绑定 王老师 玉桥中学，或引用他的话说“绑定 玉桥中学”',
  record: '0004 记录',
  merge: '合并 0004 到 0002',
  split: '拆分 0002 李老师，或 拆分 0002 摄像头黑屏；合并错了说 拆分 0004',
  plan: '计划 停电 12-01 08:00-12:00 漷县中学、西集中学 变压器检修',
  inspection: '渠头小学 巡检完成，UPS 电池告警；今天去不了说“渠头小学 巡检改天，原因”；看清单说“巡检”',
  notice: '公告 今晚22:00-23:00核心机房割接，期间断网；要人确认说“公告 需确认 …”或“公告 需确认 赵高斌、董亚杨：…”',
  grade: '0004 升级 一级 全校都断了，或 0004 降级 三级 只有一间',
};

const FORM_NOTICE = `请这样说：${FORM.notice}`;

const ACT: Readonly<Record<DeskAct, string>> = {
  bind: '绑定学校',
  call: '代报',
  behalf: '代别人办事',
  record: '查看工单记录',
  merge: '合并工单',
  split: '拆分工单',
  grade: '升降级',
  lanes: '查看播报',
  notice: '公告',
  plan: '计划',
  inspection: '巡检',
  'notice-seen': '确认公告',
};

const candidates = (options: readonly Candidate[], stage: Stage): string =>
  options.map(({ unit }) => unitName(unit, stage.house) ?? '学校未知').join('、');

/** So many are named; the rest is counted. */
const SHOWN = 5;

const which = (tickets: readonly Ticket[], { house }: Stage): string =>
  tickets
    .slice(0, SHOWN)
    .map((ticket) => `${short(ticket)} ${subject(ticket, house)}`)
    .join('；') + (tickets.length > SHOWN ? '等' : '');

/** Why an order changed nothing, and what would work, in one line. */
export const deskFaultWords = (fault: DeskFault, stage: Stage): string => {
  const { desk, lead, manager } = stage.house.policy;
  const may = (act: DeskAct): readonly string[] =>
    (['desk', 'lead', 'manager'] as const)
      .filter((role) => RIGHTS[act][role] !== 'no')
      .map((role) => ({ desk, lead, manager })[role]);
  const names = (...ids: readonly string[]): string => ids.map((id) => staffName(id, stage.house)).join('、');
  switch (fault.kind) {
    case 'form':
      return `请这样说：${FORM[fault.form]}`;
    case 'role':
      return `${ACT[fault.act]}由 ${names(...may(fault.act))} 来做，请找他们`;
    case 'nobody':
      return fault.name === ''
        ? '没看出说的是谁。请 @他，或引用他的话再说一次'
        : `还不认识${quoteWords(fault.name, 12)}。请 @他，或引用他的话再说一次`;
    case 'several-people':
      return `有 ${fault.options.length} 位${quoteWords(fault.name, 12)}（${candidates(fault.options, stage)}）。请 @他，或引用他的话再说一次`;
    case 'no-fault':
      return `没看出是什么故障。请这样说：${FORM.call}`;
    case 'not-done':
      return `没办成：${refusalWords(fault.refusal, stage)
        .replaceAll('您', ` ${quoteWords(fault.name, 12)} `)
        .trim()}`;
    case 'not-theirs':
      return `${short(fault.ticket)} 是 ${quoteWords(fault.ticket.reporter.name, 12)} 报的，没有${quoteWords(fault.name, 12)}。请核对单号`;
    case 'no-ticket-of':
      return `没有找到${quoteWords(fault.name, 12)}的工单。请带上单号再说一次`;
    case 'which':
      return `有 ${fault.tickets.length} 张单对得上：${which(fault.tickets, stage)}。请带上单号再说一次`;
    case 'no-such-ticket':
      return `没有找到工单 ${quoteWords(fault.ref, 20)}。请核对单号，或回复“进度”看在办的单`;
    case 'not-open':
      return fault.ticket.state === 'merged'
        ? `${short(fault.ticket)} 已并入 ${fault.ticket.into.slice(-4)}。要分开请说“拆分 ${short(fault.ticket)}”`
        : `${short(fault.ticket)} 现在是“${STATE[fault.ticket.state]}”，不能改了`;
    case 'in-incident':
      return `${short(fault.ticket)} 在事件 ${fault.incident} 里。请说“${fault.incident} 拆分 校名”或“单号 并入 ${fault.incident}”`;
    case 'other-way':
      return `${short(fault.into)} 还不知道是哪所学校，请反过来说：合并 ${short(fault.into)} 到 ${short(fault.from)}`;
    case 'split-what': {
      const members = fault.ticket.members.map(({ name }) => quoteWords(name, 12)).join('、');
      return `没看出从 ${short(fault.ticket)} 里拆出什么${members === '' ? '' : `（同报的有 ${members}）`}。请这样说：${FORM.split}`;
    }
    case 'grade-way': {
      const level = LEVEL[fault.ticket.level].name;
      const other = fault.ticket.level === (fault.way === 'raise' ? 1 : 3) ? '' : `。请这样说：${FORM.grade}`;
      return `${short(fault.ticket)} 已经是${level}，不用${fault.way === 'raise' ? '升' : '降'}到那一级${other}`;
    }
    case 'no-plan':
      return `没有找到${fault.name === '' ? '' : `“${quoteWords(fault.name, 20)}”这项`}计划。登记请说：${FORM.plan}`;
    case 'which-plan':
      return `有 ${fault.options.length} 项计划对得上：${fault.options.map(({ name }) => quoteWords(name, 20)).join('、')}。请带上名称再说一次`;
    case 'no-inspection':
      return `没有${fault.place === '' ? '' : `“${quoteWords(fault.place, 20)}”`}待做的巡检。看清单说“巡检”；发现问题直接报：学校、位置、现象`;
    case 'which-inspection':
      return `有 ${fault.options.length} 处待巡检：${fault.options
        .slice(0, SHOWN)
        .map((one) => inspectedName(one, stage))
        .join('、')}。请带上地点，例如：${FORM.inspection}`;
    case 'no-notice':
      switch (fault.why) {
        case 'no-draft':
          return `没有等着发布的公告。${FORM_NOTICE}`;
        case 'none':
          return `最近没有发出的公告。${FORM_NOTICE}`;
        case 'nothing-to-confirm':
          return '现在没有要确认的公告';
        default:
          return assertNever(fault.why);
      }
    case 'staff':
      return `${fault.name} 是运维人员，不绑定学校`;
    default:
      return assertNever(fault);
  }
};
