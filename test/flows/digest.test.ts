import { expect } from 'vitest';
import { momentOf, MONDAY } from '../support/when.js';
import { stories } from '../support/stories.js';

/** Issue 2, «Digest»: every working day at 18:00 to the manager, directly, once. */
stories('the digest', (tell) => {
  tell('comes at 18:00, once, with the day in figures', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.engineer('zhaogaobin').says('办结，重启了交换机');
    s.expectGroup('已办结', { mentions: ['zjw-wang'] });
    await s.reporter('zjw-wang').presses('5 分');
    s.expectGroup('评价已记下');
    await s.reporter('lh-chen').says('潞河中学门卫室的摄像头黑屏，电话 13800138004');
    s.expectGroup('0002', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0002');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.until('18:00');
    const digest = s.expectDirect('wangxiubao', [
      '11-23 汇总',
      '新增 2 · 办结 1 · 未完 1（一级 0 · 二级 0 · 三级 1）',
      '赵高斌 办结 1、在手 1',
      '张家湾中学 1',
      '评价 1 次，平均 5.0 分',
    ]);
    expect(digest.at).toBe(momentOf('18:00', MONDAY));
    await s.later('3 小时');
  });

  tell('names what is overdue and what is near its deadline', async (s) => {
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('已接单');
    await s.engineer('zhaogaobin').direct('在路上');
    s.expectGroup('进展');
    s.expectDirect('zhaogaobin', '已记到');
    await s.until('17:00');
    s.expectDirect('zhaogaobin', '到场时限');
    s.expectGroup('已过到场时限', { mentions: ['zhangbingbing'] });
    s.expectDirect('wangxiubao', '已超过到场时限');
    await s.reporter('lh-chen').says('潞河中学实验楼二层整层上不了网，电话 13800138004');
    s.expectGroup('0002', { mentions: ['dongyayang'] });
    s.expectDirect('dongyayang', '0002');
    await s.engineer('dongyayang').says('接单');
    s.expectGroup('已接单');
    await s.until('18:00');
    s.expectDirect('zhaogaobin', '修复时限');
    s.expectDirect('wangxiubao', [/已超时 1\n· 0001 [^\n]*赵高斌/, /两小时内到时限 1\n· 0002 [^\n]*董亚杨/]);
  });

  tell('does not come on days off', async (s) => {
    await s.until('18:00');
    s.expectDirect('wangxiubao', '11-23 汇总');
    await s.until('11-27 18:00');
    for (const day of ['24', '25', '26', '27']) s.expectDirect('wangxiubao', `11-${day} 汇总`);
    await s.until('11-30 17:59');
    s.nothingMore();
    await s.until('18:00');
    s.expectDirect('wangxiubao', '11-30 汇总');
  });
});
