import { expect } from 'vitest';
import type { Heard } from '../support/stage.js';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

const YUQIAO = '北京市通州区玉桥中学';

const known = async (s: Story, id: string) => s.system.record.recorder.reporter(`playground:${id}`);

/** Issue 4, «Who goes»: reporters are bound to their unit by what they say once, by the desk, or by import. */
stories('who reports, and from where', (tell) => {
  tell('is known from the project’s people: no school and no number is asked for', async (s) => {
    await s.reporter('hx-li').says('我们学校全断了');
    s.expectGroup(['TZ-20261123-0001 · 一级故障', '漷县中学'], { mentions: ['cuijianchao'], without: '？' });
    s.expectDirect('cuijianchao', '联系人 李老师 13800138002');
    for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '漷县中学');
  });

  tell('is said once, and the next report needs no school', async (s) => {
    await s.reporter('w-17').calls('我是玉桥中学的王老师，电话13800138021');
    s.expectGroup('好的，记下了：王老师，玉桥中学。以后报修不用再说学校');
    await s.reporter('w-17').says('教学楼三层整层上不了网');
    s.expectGroup(['0001 · 二级故障', '玉桥中学 教学楼三层'], { mentions: ['zhaogaobin'], without: '？' });
    s.expectDirect('zhaogaobin', '联系人 王老师 13800138021');
  });

  tell('is said among people, and remembered without a word', async (s) => {
    await s.reporter('w-17').says('大家好，我是玉桥中学新来的网管小李');
    expect(await known(s, 'w-17')).toEqual({ name: '小李', unit: YUQIAO, phone: null });
  });

  tell('is said within a report', async (s) => {
    await s.reporter('w-17').says('我是玉桥中学的，206 教室的打印机连不上');
    s.expectGroup(['0001 · 三级异常', '玉桥中学', '联系电话'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '联系人 未留电话');
    expect(await known(s, 'w-17')).toMatchObject({ unit: YUQIAO });
  });

  tell('stays when somebody speaks for another school, and changes when they say so', async (s) => {
    await s.reporter('hx-li').says('玉桥中学教学楼三层整层上不了网');
    s.expectGroup(['0001', '玉桥中学'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '玉桥中学');
    expect(await known(s, 'hx-li')).toMatchObject({ unit: '北京市通州区漷县中学' });
    await s.reporter('hx-li').direct('我调到玉桥中学了');
    s.expectDirect('hx-li', '好的，记下了：您是玉桥中学的（原来记的是漷县中学）');
    expect(await known(s, 'hx-li')).toEqual({ name: '李老师', unit: YUQIAO, phone: '13800138002' });
  });
});

/** A message of a person's own, to be quoted: the stage numbers them. */
const ownWords = (n: number, text: string): Heard => ({
  ...{ n, at: 0, lane: 'group', text, mentions: [], buttons: [], id: `said-${n}` },
  place: { kind: 'group' },
});

stories('the desk binds somebody to a school', (tell) => {
  tell('by quoting their words; what waited for the school goes out at once', async (s) => {
    await s.reporter('w-17').says('教学楼三层整层上不了网');
    s.expectGroup(['已登记 TZ-20261123-0001', '请问是哪所学校']);
    await s.desk.quotes(ownWords(1, '教学楼三层整层上不了网'), '绑定 王老师 玉桥中学 13800138021');
    s.expectGroup(['已受理 TZ-20261123-0001', '玉桥中学 教学楼三层'], { mentions: ['zhaogaobin'], without: '？' });
    s.expectDirect('zhaogaobin', '13800138021');
    expect(await known(s, 'w-17')).toEqual({ name: '王老师', unit: YUQIAO, phone: '13800138021' });
    const log = await s.system.record.views.log('TZ-20261123-0001');
    expect(log[2]?.event).toMatchObject({
      kind: 'supplemented',
      by: { key: 'playground:w-17', via: { key: 'staff:suzhe', name: '苏喆' } },
    });
  });

  tell('by quoting the bot’s words about their ticket', async (s) => {
    await s.reporter('w-17').says('教学楼三层整层上不了网');
    const asked = s.expectGroup('请问是哪所学校');
    await s.lead.quotes(asked, '绑定 玉桥中学');
    s.expectGroup(['已受理 TZ-20261123-0001', '玉桥中学', '联系电话'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '玉桥中学');
  });

  tell('by id, by mention, and by name, directly or in the group', async (s) => {
    await s.desk.direct('绑定 w-17 王老师 玉桥中学');
    s.expectDirect('suzhe', '已绑定：王老师（玉桥中学）。以后报修按这个学校');
    await s.lead.says('绑定 @陌生人 潞河中学');
    s.expectGroup('已绑定：这位老师（潞河中学）');
    expect(await known(s, 'stranger')).toMatchObject({ unit: '北京市通州区潞河中学' });
    await s.desk.says('李老师调到玉桥中学了');
    s.expectGroup('已绑定：李老师（玉桥中学，原来是漷县中学）');
    expect(await known(s, 'hx-li')).toEqual({ name: '李老师', unit: YUQIAO, phone: '13800138002' });
  });

  tell('never guesses between two, and says what would work', async (s) => {
    await s.desk.says('绑定 w-17 王老师 玉桥中学');
    s.expectGroup('已绑定');
    await s.desk.says('绑定 王老师 潞河中学');
    s.expectGroup(['有 2 位王老师（', '玉桥中学', '张家湾中学', '请 @他，或引用他的话再说一次']);
    await s.desk.says('绑定 钱老师 潞河中学');
    s.expectGroup('还不认识钱老师。请 @他，或引用他的话再说一次');
    await s.desk.says('绑定 赵高斌 潞河中学');
    s.expectGroup('赵高斌 是运维人员，不绑定学校');
    await s.desk.says('绑定 王老师');
    s.expectGroup('请这样说：绑定 王老师 玉桥中学，或引用他的话说“绑定 玉桥中学”');
    await s.engineer('zhaogaobin').says('绑定 王老师 潞河中学');
    s.expectGroup('绑定学校由 苏喆、张冰冰、王秀葆 来做');
    await s.reporter('hx-li').says('绑定 王老师 潞河中学');
  });
});
