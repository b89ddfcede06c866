/** Staff for the harness, named as in contract.md annex 3; a real console gets them from the roster. */
import type { Person } from '../deps.js';

const staff = (id: string, name: string, role: Person['role'], title: string): Person => ({ id, name, role, title });

export const FAKE_STAFF: readonly Person[] = [
  staff('wangxiubao', '王秀葆', 'manager', '项目经理'),
  staff('zhangbingbing', '张冰冰', 'lead', '技术负责人'),
  staff('suzhe', '苏喆', 'desk', '服务台'),
  staff('caoyunwu', '曹云武', 'engineer', '校园网巡检'),
  staff('hanqikun', '韩奇昆', 'engineer', '校园网巡检'),
  staff('zhaogaobin', '赵高斌', 'engineer', '校园网维修'),
  staff('dongyayang', '董亚杨', 'engineer', '校园网维修'),
  staff('cuijianchao', '崔建超', 'engineer', '城域网平台'),
  staff('lichengqing', '李承庆', 'engineer', '光缆现场'),
  staff('guozhenxin', '郭镇鑫', 'engineer', '核心机房'),
  staff('zhangyazhao', '张亚钊', 'engineer', '安全与视频会议'),
  staff('jiafang', '甲方老师', 'client', '教育发展研究机构'),
];
