import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** What is missing and needed is asked in one question: the unit, then the place, then a telephone number (issue 2). */
stories('a question', (tell) => {
  const withoutUnit = async (s: Story): Promise<void> => {
    await s.reporter('stranger').says('教学楼三层整层上不了网');
    s.expectGroup(['已登记 TZ-20261123-0001', '请问是哪所学校'], { buttons: [] });
    await s.expectTicket('0001', 'unassigned');
  };

  tell('for the unit holds back a level-2 ticket, and its answer sends the engineer', async (s) => {
    await withoutUnit(s);
    await s.reporter('stranger').says('张家湾中学');
    s.expectGroup(['已受理 TZ-20261123-0001', '张家湾中学 教学楼三层', '联系电话'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', ['张家湾中学', '未留电话']);
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });

  tell('for the unit may be answered directly', async (s) => {
    await withoutUnit(s);
    await s.reporter('stranger').direct('我是张家湾中学的');
    s.expectDirect('stranger', ['已受理 TZ-20261123-0001', '张家湾中学']);
    s.expectGroup('派单 TZ-20261123-0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '张家湾中学');
  });

  tell('for the unit may be answered in the words of a quote', async (s) => {
    await s.reporter('stranger').says('教学楼三层整层上不了网');
    const asked = s.expectGroup('请问是哪所学校');
    await s.reporter('stranger').quotes(asked, '张家湾中学');
    s.expectGroup('已受理 TZ-20261123-0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '张家湾中学');
  });

  tell('for the unit does not hold back a level-1 dispatch', async (s) => {
    await s.reporter('stranger').says('我们全校都断网了');
    s.expectGroup(['已受理 TZ-20261123-0001 · 一级故障', '请问是哪所学校'], { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '一级故障');
    s.expectDirect('zhangbingbing', '一级故障');
    s.expectDirect('wangxiubao', '一级故障');
    await s.reporter('stranger').says('漷县中学');
    s.expectGroup(['已记到 0001', '联系电话']);
    s.expectDirect('cuijianchao', ['0001', '漷县中学']);
    expect((await s.ticket('0001')).unit).toBe('北京市通州区漷县中学');
  });

  tell('follows a question: the place after the unit, the number after the place', async (s) => {
    await s.reporter('stranger').says('一台电脑上不了网');
    s.expectGroup('请问是哪所学校');
    await s.reporter('stranger').says('潞河中学');
    s.expectGroup(['已受理 TZ-20261123-0001', '请问在哪个位置'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '潞河中学');
    await s.reporter('stranger').says('实验楼 203 办公室');
    s.expectGroup(['已记到 0001', '联系电话']);
    s.expectDirect('zhaogaobin', ['0001 补充', '203']);
    await s.reporter('stranger').says('13800138008');
    s.expectGroup('已记到 0001', { without: '？' });
    s.expectDirect('zhaogaobin', ['0001 补充', '13800138008']);
    const ticket = await s.ticket('0001');
    expect(ticket).toMatchObject({ unit: '北京市通州区潞河中学', phone: '13800138008', asked: null });
    expect(ticket.place).toContain('203');
  });

  tell('for the number is not asked of somebody whose number is known', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '13800138001');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('赵高斌 已接单');
    await s.engineer('zhaogaobin').says('办结，交换机重启');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    await s.later('50 小时');
    await s.reporter('zjw-wang').says('教学楼二层整层上不了网');
    s.expectGroup(['TZ-20261125-0001', '张家湾中学 教学楼二层'], { mentions: ['zhaogaobin'], without: '？' });
    s.expectDirect('zhaogaobin', '13800138001');
    s.expectDirect('wangxiubao', '11-23 汇总');
    s.expectDirect('wangxiubao', '11-24 汇总');
  });

  tell('is not asked of the desk, whose report is the hotline’s', async (s) => {
    await s.desk.says('永顺小学来电，微机室整间上不了网');
    s.expectGroup(['TZ-20261123-0001', '永顺小学'], { mentions: ['zhaogaobin'], without: '？' });
    s.expectDirect('zhaogaobin', '永顺小学');
  });

  tell('answered by a later word of another kind stays open, and is not asked twice', async (s) => {
    await withoutUnit(s);
    await s.reporter('stranger').says('电话 13800138008');
    s.expectGroup('已记到 0001', { without: '哪所学校' });
    await s.reporter('stranger').says('张家湾中学');
    s.expectGroup('已受理 TZ-20261123-0001', { mentions: ['zhaogaobin'], without: '？' });
    s.expectDirect('zhaogaobin', '13800138008');
  });
});
