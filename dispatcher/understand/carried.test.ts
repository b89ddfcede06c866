import { describe, expect, it } from 'vitest';
import { carriedIn } from './carried.js';
import { commandIn } from './command.js';
import { contactIn } from './contact.js';
import { sourceOf } from './source.js';

const NAMES = ['董亚杨', '亚杨'];
const carried = (text: string, intent: Parameters<typeof carriedIn>[2]): string =>
  carriedIn(sourceOf(text, NAMES), [], intent, NAMES);

describe('the words that carry a message', () => {
  it.each([
    ['处理完毕，换了光模块1个，用LC跳线2根', 'resolve', '换了光模块1个，用LC跳线2根'],
    ['办结', 'resolve', ''],
    ['已修复。交换机重启', 'resolve', '交换机重启'],
    ['转派 董亚杨 我在漷县走不开', 'decline', '我在漷县走不开'],
    ['转给亚杨吧，车坏了', 'decline', '车坏了'],
    ['拒单，原因：发烧', 'decline', '发烧'],
    ['挂起 等学校开门', 'suspend', '等学校开门'],
    ['5分 师傅很快', 'feedback', '师傅很快'],
    ['@小通 光模块坏了，正在换', 'progress', '光模块坏了，正在换'],
  ] as const)('%s (%s)', (text, intent, words) => {
    expect(carried(text, intent)).toBe(words);
  });

  it('leaves out numbers read elsewhere', () => {
    const text = '0017 办结 换线';
    expect(carriedIn(sourceOf(text, []), [{ start: 0, end: 4 }], 'resolve', [])).toBe('换线');
  });
});

describe('a command', () => {
  it.each([
    ['帮助', 'help'],
    ['小通 帮助', 'help'],
    ['进度', 'progress'],
    ['我的工单', 'mine'],
    ['待接单', 'waiting'],
    ['今日汇总', 'today'],
    ['值班', 'duty'],
    ['今天谁值班？', 'duty'],
    ['查一下进度', 'progress'],
  ])('%s is %s', (text, command) => {
    expect(commandIn(text)).toBe(command);
  });

  it.each(['三楼进度很慢', '帮助老师看下打印机', '值班室没网', '我们学校断网了', '', '今天汇总表打不开'])(
    '%s is none',
    (text) => {
      expect(commandIn(text)).toBeNull();
    },
  );
});

describe('a contact', () => {
  it.each([
    ['联系人 王老师 13800138001', '王老师'],
    ['联系人：李建国', '李建国'],
    ['找张主任就行', '张主任'],
    ['三楼没网，王老师 13800138001', '王老师'],
    ['我是张家湾中学的李老师', '李老师'],
  ])('%s → %s', (text, name) => {
    expect(contactIn(text)).toBe(name);
  });

  it.each(['全体老师上不了网', '老师们都急', '各位老师注意', '教学楼断网'])('%s → none', (text) => {
    expect(contactIn(text)).toBeNull();
  });
});
