import { expect } from 'vitest';
import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** Units that hang on 漷县's node, and who speaks for them. */
const REPORTERS = [
  ['hx-li', '漷县中学'],
  ['mizi', '觅子店中学'],
  ['xiji', '西集中学'],
] as const;

const call = async (s: Story, who: string, unit: string, phone = '13800138002'): Promise<void> => {
  await s.reporter(who).says(`${unit}全校断网了，电话 ${phone}`);
};

/** Three schools of one node lose their network: the first two are dispatched by themselves, the third makes the incident. */
export const three = async (s: Story): Promise<void> => {
  for (const [i, [who, unit]] of REPORTERS.slice(0, 2).entries()) {
    await call(s, who, unit);
    const to = 'cuijianchao';
    s.expectGroup([`000${i + 1} · 一级故障`, unit], { mentions: [to] });
    s.expectDirect(to, unit);
    for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, [unit, '一级故障']);
  }
  await call(s, ...REPORTERS[2]);
  s.expectGroup(
    [
      '🔴 疑似漷县中学节点故障 SJ-20261123-01，按一级故障处理',
      '已影响 3 家单位：漷县中学（0001）、觅子店中学（0002）、西集中学（0003）',
      '派单 TZ-20261123-0004，10:47 前接单，11:12 前到场',
      '10:57 前在此通报进展，同一故障不必再报',
    ],
    { mentions: ['cuijianchao'], buttons: ['接单', '转派'] },
  );
  s.expectDirect('cuijianchao', ['0004', '多校断网']);
  for (const up of ['zhangbingbing', 'wangxiubao']) {
    s.expectDirect(
      up,
      [
        '疑似同一故障 SJ-20261123-01：漷县中学节点',
        '漷县中学（0001）、觅子店中学（0002）、西集中学（0003）',
        '漷县干线',
      ],
      { buttons: ['确认', '拆分'] },
    );
  }
};

stories('an incident', (tell) => {
  tell('three schools of one node: one dispatch, one voice, closed unit by unit', async (s) => {
    await three(s);
    for (const no of ['0001', '0002', '0003']) {
      const ticket = await s.expectTicket(no, 'unassigned');
      expect(ticket.incident).toMatchObject({ id: 'SJ-20261123-01', part: 'member' });
    }

    // Later ones: gathered into one line, each in it.
    await call(s, 'langfu', '郎府中学');
    await s.reporter('mizi-2').says('觅子店中学上不了网，整个学校都不行');
    await s.reporter('duliu').says('杜柳棵小学网断了，老师们都上不去');
    await s.later('1 分钟');
    s.expectGroup([
      '已并入 SJ-20261123-01（漷县中学节点），共 3 条',
      '0005 郎府中学、0002 觅子店中学、0006 杜柳棵小学',
      '10:57 前通报进展，同一故障不必再报',
    ]);

    // Another fault of a member is its own.
    await s.reporter('hx-li').says('漷县中学门卫室的摄像头黑屏了，这个是另一个新故障');
    s.expectGroup(['0007', '漷县中学'], { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0007');
    // And another school of another node as well.
    await s.reporter('zjw-wang').says('张家湾中学全校断网，电话 13800138001');
    s.expectGroup(['0008 · 一级故障', '张家湾中学'], { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0008');
    for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, '0008');
    await s.engineer('lichengqing').says('0008 接单');
    s.expectGroup('李承庆 已接单');
    s.expectDirect('cuijianchao', '0008 李承庆 接了，您不用去了');
    s.expectDirect('lichengqing', '0008 · 一级故障');
    await s.engineer('zhaogaobin').says('0007 接单');
    s.expectGroup('赵高斌 已接单');

    await s.engineer('cuijianchao').says('接单');
    s.expectGroup('崔建超 已接单');
    await s.until('10:57');
    s.expectGroup(['SJ-20261123-01 漷县中学节点：崔建超 10:43 已接单', '已影响 5 家单位', '11:12 前再通报']);

    await s.engineer('cuijianchao').says('处理完毕，更换了 UPS 主板');
    s.expectGroup(['✅ SJ-20261123-01 漷县中学节点 已修复', '影响 5 家单位', '更换了 UPS 主板', '请各校试一下'], {
      mentions: ['hx-li', 'mizi', 'xiji', 'langfu', 'duliu'],
      buttons: ['已恢复', '还是不行'],
    });
    for (const no of ['0001', '0002', '0003', '0005', '0006']) await s.expectTicket(no, 'resolved', 'cuijianchao');

    await s.reporter('xiji').says('好了，谢谢');
    s.expectGroup('0003');
    await s.expectTicket('0003', 'closed');
    await s.reporter('mizi').says('还是不行，还是上不了网');
    s.expectGroup('没修好，重新打开 TZ-20261123-0002', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0002');
    for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, '0002');
    await s.expectTicket('0002', 'offered', 'cuijianchao');
  });

  tell('the lead confirms with a tap; a second tap and a school pressing it change nothing', async (s) => {
    await three(s);
    expect(await s.lead.presses('确认')).toBe('好的，已记下');
    s.expectDirect('zhangbingbing', '已确认 SJ-20261123-01：漷县中学节点，影响 3 家单位');
    await s.manager.direct('事件');
    s.expectDirect('wangxiubao', 'SJ-20261123-01 漷县中学节点（已确认），影响 3 家单位');
    await s.engineer('zhaogaobin').direct('SJ-20261123-01 拆分');
    s.expectDirect('zhaogaobin', '事件由 张冰冰 或 王秀葆 来定');
    await s.lead.direct('SJ-20261123-07 确认');
    s.expectDirect('zhangbingbing', '没有找到事件 SJ-20261123-07');
  });

  tell('the lead takes one school out, and takes another ticket in', async (s) => {
    await three(s);
    await s.lead.direct('SJ-20261123-01 拆分 西集中学');
    s.expectDirect('zhangbingbing', '已从 SJ-20261123-01 拆出，各自派单：0003 西集中学');
    s.expectGroup('派单 TZ-20261123-0003', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0003');
    expect((await s.expectTicket('0003', 'offered', 'cuijianchao')).incident).toBeNull();
    await s.reporter('zjw-wang').says('张家湾中学全校断网，电话 13800138001');
    s.expectGroup('0005 · 一级故障', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0005');
    for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, '0005');
    await s.engineer('lichengqing').says('0005 接单');
    s.expectGroup('李承庆 已接单');
    s.expectDirect('cuijianchao', '0005 李承庆 接了，您不用去了');
    s.expectDirect('lichengqing', '0005 · 一级故障');
    await s.manager.direct('0005 并入 SJ-20261123-01');
    s.expectDirect('wangxiubao', ['已并入 SJ-20261123-01', '张家湾中学']);
    s.expectDirect('lichengqing', '0005 已并入 SJ-20261123-01 统一处理，不用单独去了');
    expect((await s.expectTicket('0005', 'unassigned')).incident?.id).toBe('SJ-20261123-01');
    await s.lead.direct('SJ-20261123-01 拆分 西集中学');
    s.expectDirect('zhangbingbing', '西集中学 没有单在这个事件里');
  });

  tell('the manager splits all of it with a tap: each school is dispatched by itself again', async (s) => {
    await three(s);
    await s.manager.presses('拆分');
    s.expectDirect(
      'wangxiubao',
      'SJ-20261123-01 不是同一故障，已拆分，各自派单：0001 漷县中学、0002 觅子店中学、0003 西集中学',
    );
    for (const no of ['0001', '0002', '0003']) {
      s.expectGroup(`派单 TZ-20261123-${no}`, { mentions: ['cuijianchao'] });
      s.expectDirect('cuijianchao', no);
      expect((await s.expectTicket(no, 'offered')).incident).toBeNull();
    }
    s.expectDirect('cuijianchao', '0004 已撤单');
    await s.expectTicket('0004', 'cancelled');
    await s.lead.direct('SJ-20261123-01 确认');
    s.expectDirect('zhangbingbing', 'SJ-20261123-01 已经结束');
  });

  tell('the schools answer by the buttons: one closes, one is opened again', async (s) => {
    await three(s);
    await s.engineer('cuijianchao').says('0004 接单');
    s.expectGroup('崔建超 已接单');
    await s.engineer('cuijianchao').says('0004 办结，更换了 UPS 主板');
    const asked = s.expectGroup('请各校试一下', { mentions: ['hx-li', 'mizi', 'xiji'] });
    expect(await s.reporter('xiji').pressesOn(asked, '已恢复')).toBe('好的，已记下');
    await s.expectTicket('0003', 'closed');
    await s.reporter('hx-li').pressesOn(asked, '还是不行');
    s.expectGroup('没修好，重新打开 TZ-20261123-0001', { mentions: ['cuijianchao'] });
    s.expectDirect('cuijianchao', '0001');
    for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, '0001');
    await s.expectTicket('0001', 'offered', 'cuijianchao');
    await s.expectTicket('0002', 'resolved');
  });

  tell('one alarm of a machine room with a school below it: the alarm is the one dispatch', async (s) => {
    await s.desk.says('漷县节点机房UPS告警，市电断了');
    s.expectGroup('0001 · 一级故障', { mentions: ['guozhenxin'] });
    s.expectDirect('guozhenxin', '0001');
    for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, '0001');
    await s.engineer('guozhenxin').says('接单');
    s.expectGroup('郭镇鑫 已接单');
    await s.later('20 分钟');
    s.expectDirect('guozhenxin', ['0001', '请说一句进展']);
    await call(s, 'mizi', '觅子店中学');
    s.expectGroup([
      '疑似漷县中学机房故障 SJ-20261123-01',
      /已影响 1 家单位：.*觅子店中学（0002）/u,
      '郭镇鑫',
      '已接单',
    ]);
    for (const up of ['zhangbingbing', 'wangxiubao']) s.expectDirect(up, ['疑似同一故障', '0001', '0002']);
    await s.expectTicket('0001', 'accepted', 'guozhenxin');
    await s.expectTicket('0002', 'unassigned');
  });

  tell('two schools of one node, or three far apart in time, are no incident', async (s) => {
    for (const [i, [who, unit]] of REPORTERS.entries()) {
      await s.reporter(who).says(`${unit}教学楼三层整层上不了网，电话 13800138002`);
      s.expectGroup(`000${i + 1} · 二级故障`, { mentions: [i === 1 ? 'dongyayang' : 'zhaogaobin'] });
      s.expectDirect(i === 1 ? 'dongyayang' : 'zhaogaobin', unit);
    }
  });
});
