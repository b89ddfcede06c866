/**
 * Ready-made reporters and sentences for the page. The staff is not here: it comes from the project's roster. Nobody here is a real
 * person; the units are from `config/tongzhou/units.csv`.
 */
import type { Person, Sample } from './deps.js';

/** A contact of a school. `unit` is the unit's official name, `title` its short one. */
export type ReadyReporter = Person & { readonly role: 'reporter'; readonly unit: string };

function contact(id: string, name: string, title: string, unit: string): ReadyReporter {
  return { id, name, role: 'reporter', title, unit };
}

export const READY_REPORTERS: readonly ReadyReporter[] = [
  contact('wang-zhangjiawan', '王老师', '张家湾中学', '北京市通州区张家湾中学'),
  contact('li-luhe', '李老师', '潞河中学', '北京市通州区潞河中学'),
  contact('liu-huoxian', '刘老师', '漷县中学', '北京市通州区漷县中学'),
  contact('zhao-majuqiao', '赵主任', '马驹桥中心小学', '北京市通州区马驹桥镇中心小学'),
  contact('chen-qutou', '陈老师', '渠头小学', '北京市通州区渠头小学'),
  contact('zhou-xingfuli', '周园长', '幸福里幼儿园', '北京市通州区台湖镇幸福里幼儿园'),
  contact('sun-kaoshi', '孙老师', '考试中心', '北京市通州区考试中心'),
];

/** `{unit}` is the speaker's unit; the page puts it in (nothing for a stranger). */
export const SAMPLES: readonly Sample[] = [
  { role: 'reporter', text: '{unit}教学楼三层整层断网，老师们都上不了网' },
  { role: 'reporter', text: '{unit}全校都上不了网了，从七点四十开始' },
  { role: 'reporter', text: '{unit}初二3班的一体机连不上网，别的班正常' },
  { role: 'reporter', text: '{unit}西门人脸识别没反应，东门正常\n另外食堂的无线也连不上' },
  { role: 'reporter', text: '电话 13800138001，到了打给我' },
  { role: 'reporter', text: '我们那个单子到哪一步了？' },
  { role: 'reporter', text: '怎么还没来人，麻烦快一点' },
  { role: 'reporter', text: '已经好了，谢谢' },
  { role: 'reporter', text: '不用来了，是我们自己跳闸' },
  { role: 'reporter', text: '还是不行，又断了' },
  { role: 'reporter', text: '5分，师傅很耐心' },
  { role: 'engineer', text: '接单' },
  { role: 'engineer', text: '我在漷县走不开，转给董亚杨' },
  { role: 'engineer', text: '已到场' },
  { role: 'engineer', text: '光模块坏了，正在换' },
  { role: 'engineer', text: '挂起，等学校开门' },
  { role: 'engineer', text: '备件到了，继续处理' },
  { role: 'engineer', text: '处理完毕，接入交换机光模块损坏，已更换 1 个，用 LC 跳线 2 根' },
  { role: 'engineer', text: '我的工单' },
  { role: 'desk', text: '待接单' },
  { role: 'desk', text: '今日汇总' },
  { role: 'desk', text: '值班' },
  { role: 'desk', text: '潞河中学来电：图书馆一层无线连不上，联系人 13800138002' },
  { role: 'lead', text: '待接单' },
  { role: 'lead', text: '今日汇总' },
  { role: 'lead', text: '进度' },
  { role: 'lead', text: '值班' },
  { role: 'manager', text: '今日汇总', chat: 'direct' },
  { role: 'manager', text: '漷县中学的单子抓紧处理' },
  { role: 'manager', text: '待接单' },
  { role: 'client', text: '进度' },
  { role: 'client', text: '今日汇总' },
  { role: 'client', text: '帮助' },
];
