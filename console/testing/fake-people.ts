/** People and sentences for the harness; a real console gets them from `config/tongzhou/`. Names of contract.md annex 3. */
import type { Person, Sample } from '../deps.js';

const person =
  (role: Person['role']) =>
  (id: string, name: string, title: string): Person => ({ id, name, role, title });
const reporter = person('reporter');
const engineer = person('engineer');

export const FAKE_PEOPLE: readonly Person[] = [
  reporter('zjw-wang', '王老师', '张家湾中学'),
  reporter('hx-li', '李老师', '漷县中学'),
  reporter('mjq-zhao', '赵老师', '马驹桥镇中心小学'),
  reporter('lh-chen', '陈老师', '潞河中学'),
  reporter('ks-liu', '刘老师', '区考试中心'),
  engineer('caoyunwu', '曹云武', '校园网巡检工程师'),
  engineer('hanqikun', '韩奇昆', '校园网巡检工程师'),
  engineer('zhaogaobin', '赵高斌', '校园网维修工程师'),
  engineer('dongyayang', '董亚杨', '校园网维修工程师'),
  engineer('cuijianchao', '崔建超', '城域网与光缆工程师'),
  engineer('lichengqing', '李承庆', '光缆抢修工程师'),
  engineer('guozhenxin', '郭镇鑫', '核心机房工程师'),
  engineer('zhangyazhao', '张亚钊', '安全与视频会议工程师'),
  person('desk')('suzhe', '苏喆', '服务台'),
  person('lead')('zhangbingbing', '张冰冰', '技术负责人'),
  person('manager')('wangxiubao', '王秀葆', '项目经理'),
  person('client')('jiafang', '甲方代表', '甲方'),
];

export const FAKE_SAMPLES: readonly Sample[] = [
  { role: 'reporter', text: '@小通 我们学校教学楼三层整层上不了网，楼下正常', chat: 'group' },
  { role: 'reporter', text: '@小通 全校都断网了，上课用的平台全打不开', chat: 'group' },
  { role: 'reporter', text: '电话 13800138001' },
  { role: 'reporter', text: '@小通 怎么还没来人，能快点吗' },
  { role: 'engineer', text: '接单' },
  { role: 'engineer', text: '我在漷县走不开，转给董亚杨' },
  { role: 'engineer', text: '已到场' },
  { role: 'engineer', text: '处理完毕，换了 1 个光模块，用 LC 跳线 2 根' },
  { role: 'desk', text: '待接单' },
  { role: 'lead', text: '待接单' },
  { role: 'manager', text: '今日汇总' },
  { role: 'client', text: '今日汇总' },
];
