import { expect } from 'vitest';
import { stories } from '../support/stories.js';

/** Issue 2, «Report → receipt». */
stories('a report', (tell) => {
  tell('becomes a ticket: number, level with its reason, unit, place, who comes and by when', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    const receipt = s.expectGroup(
      ['已受理 TZ-20261123-0001 · 二级故障', '张家湾中学 教学楼三层', '整层”', '10:57 前接单，12:42 前到场'],
      { mentions: ['zhaogaobin'], buttons: ['接单', '转派'], without: '联系电话' },
    );
    expect(receipt.text).not.toContain('138');
    s.expectDirect('zhaogaobin', [
      'TZ-20261123-0001 · 二级故障 · 校园网',
      '张家湾中学 教学楼三层',
      '联系人 王老师 13800138001',
      '10:57 前接单 · 12:42 前到场 · 18:42 前修复',
    ]);
    await s.expectTicket('0001', 'offered', 'zhaogaobin');
  });

  tell('of level 1 is told to the lead and the manager at once', async (s) => {
    await s.reporter('hx-li').says('漷县中学全校断网，电话 13800138002');
    s.expectGroup(['🔴 已受理 TZ-20261123-0001 · 一级故障', '漷县中学'], { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', ['一级故障', '10:47 前接单', '13800138002']);
    s.expectDirect('zhangbingbing', ['一级故障', '漷县中学'], { mentions: [] });
    s.expectDirect('wangxiubao', ['一级故障', '漷县中学'], { mentions: [] });
  });

  tell('of level 3 counts working time, lunch left out', async (s) => {
    await s.reporter('mjq-zhao').says('马驹桥镇中心小学 304 办公室一台电脑上不了网，电话 13800138003');
    s.expectGroup(['🔵', '三级异常', '11:42 前接单，明天 10:42 前到场'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', ['三级异常', '11-25 周三 10:42 前修复']);
  });

  tell('in several lines is one report', async (s) => {
    await s.reporter('lh-chen').says('潞河中学\n实验楼二层\n整层上不了网\n陈老师 13800138004');
    s.expectGroup(['TZ-20261123-0001', '潞河中学', '二层'], { mentions: ['zhaogaobin'], without: '？' });
    s.expectDirect('zhaogaobin', ['13800138004']);
  });

  tell('in parts over several messages is one report: what was said before it belongs to it', async (s) => {
    await s.reporter('zjw-wang').calls('张家湾中学');
    s.expectGroup('请问是什么现象');
    await s.reporter('zjw-wang').says('13800138001');
    await s.reporter('zjw-wang').says('教学楼三层整层上不了网');
    s.expectGroup(['TZ-20261123-0001', '张家湾中学 教学楼三层'], { mentions: ['zhaogaobin'], without: '？' });
    s.expectDirect('zhaogaobin', '13800138001');
  });

  tell('with two faults makes two tickets, each with its own engineer and level', async (s) => {
    await s
      .reporter('lh-chen')
      .says('潞河中学，一是实验楼二层无线全都连不上，二是门卫室的摄像头黑屏，电话 13800138004');
    s.expectGroup(['TZ-20261123-0001 · 二级故障', '实验楼二层'], { mentions: ['suzhe'] });
    s.expectDirect('suzhe', ['0001', '无线', '实验楼二层', '13800138004']);
    s.expectGroup(['TZ-20261123-0002 · 三级异常', '门卫室'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', ['0002', '监控网络', '门卫室', '13800138004']);
  });

  tell('told directly is answered there, and called in the group', async (s) => {
    await s.reporter('zjw-wang').direct('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectDirect('zjw-wang', ['已受理 TZ-20261123-0001', '派给 赵高斌'], { buttons: [] });
    s.expectGroup(['派单 TZ-20261123-0001', '张家湾中学 教学楼三层'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '13800138001');
  });

  tell('delivered three times is one ticket', async (s) => {
    const said = await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    await said.repeat();
    await said.repeat();
    s.expectGroup('TZ-20261123-0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
  });
});

stories('a second report', (tell) => {
  const FIRST = '张家湾中学教学楼三层整层上不了网，电话 13800138001';

  tell('of the same person about something else is a ticket of its own', async (s) => {
    await s.reporter('zjw-wang').says(FIRST);
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-wang').says('还有一个故障，门卫室的摄像头黑屏了');
    s.expectGroup(['TZ-20261123-0002 · 三级异常', '张家湾中学 门卫室'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', ['0002', '13800138001']);
  });

  tell('of the same person, in the middle of answers about the first, is a ticket of its own', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学三楼上不了网');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-wang').says('教学楼，13800138001');
    s.expectGroup('已记到 0001');
    s.expectDirect('zhaogaobin', '0001 补充：教学楼');
    await s.reporter('zjw-wang').says('对了 校门口刷脸机也不认人了');
    s.expectGroup(['TZ-20261123-0002 · 三级异常', '张家湾中学 校门口'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', ['0002', '13800138001']);
    expect(await s.ticket('0001')).toMatchObject({ place: '教学楼三楼', phone: '13800138001' });
    await s.reporter('zjw-wang').says('二楼也断了');
    s.expectGroup(['TZ-20261123-0003', '二楼'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0003');
  });

  tell('of the same person about another school is a ticket of its own', async (s) => {
    await s.reporter('zjw-wang').says(FIRST);
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-wang').says('潞河中学实验楼二层整层上不了网');
    s.expectGroup(['TZ-20261123-0002', '潞河中学 实验楼二层'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
    expect((await s.ticket('0001')).unit).toBe('北京市通州区张家湾中学');
  });

  tell('after the first is finished is a ticket of its own', async (s) => {
    await s.reporter('zjw-wang').says(FIRST);
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('赵高斌 已接单');
    await s.engineer('zhaogaobin').says('办结，重启了交换机');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    await s.reporter('zjw-wang').says('门卫室的摄像头黑屏了');
    s.expectGroup(['TZ-20261123-0002 · 三级异常', '门卫室'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0002');
    await s.expectTicket('0001', 'resolved');
  });

  tell('of the same fault by another person of the unit joins the open ticket', async (s) => {
    await s.reporter('zjw-wang').says(FIRST);
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-liu').says('张家湾中学教学楼三层上不了网');
    s.expectGroup(['与 0001 是同一故障', '不必再报']);
    expect((await s.ticket('0001')).members.map((m) => m.key)).toEqual(['playground:zjw-liu']);
  });

  tell('of the same kind at another place of the unit does not join', async (s) => {
    await s.reporter('zjw-wang').says(FIRST);
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-liu').says('张家湾中学实验楼一层整层上不了网，电话 13800138006');
    s.expectGroup(['TZ-20261123-0002', '实验楼一层'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
  });

  tell('of another unit does not join', async (s) => {
    await s.reporter('zjw-wang').says(FIRST);
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('lh-chen').says('潞河中学教学楼三层整层上不了网，电话 13800138004');
    s.expectGroup(['TZ-20261123-0002', '潞河中学'], { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
  });

  tell('that tells it wider raises the ticket it joins', async (s) => {
    await s.reporter('zjw-wang').says(FIRST);
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.reporter('zjw-liu').says('张家湾中学全校都上不了网了');
    s.expectGroup('与 0001 是同一故障');
    s.expectGroup('升为一级故障', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhangbingbing', '一级故障');
    s.expectDirect('wangxiubao', '一级故障');
  });
});
