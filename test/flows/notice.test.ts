import { stories } from '../support/stories.js';

/** Issue 4, «Also»: 公告. */
stories('an announcement', (tell) => {
  tell(
    'is read back first, goes to the group, and is confirmed by button and by word; who has not is told',
    async (s) => {
      await s.manager.direct('公告 需确认 赵高斌、董亚杨：今晚22:00-23:00核心机房割接，联系人 13800138009');
      s.expectDirect(
        'wangxiubao',
        ['公告还没发，请核对', '今晚22:00-23:00核心机房割接', '将发到 1 个群，需 赵高斌、董亚杨 确认'],
        { buttons: ['发布', '取消'] },
      );
      s.nothingMore();
      await s.manager.presses('发布');
      const out = s.expectGroup(['📢 公告（王秀葆）', '今晚22:00-23:00核心机房割接', '前回复“公告收到”'], {
        mentions: ['zhaogaobin', 'dongyayang'],
        buttons: ['收到'],
      });
      s.expectDirect('wangxiubao', '公告已发到 1 个群');
      await s.engineer('zhaogaobin').presses('收到');
      await s.reporter('zjw-wang').pressesOn(out, '收到');
      await s.manager.direct('公告 情况');
      s.expectDirect('wangxiubao', ['已确认 2 人：赵高斌、张家湾中学王老师', '未确认 1 人：董亚杨']);
      await s.engineer('dongyayang').says('公告收到');
      s.expectGroup('好的，已记下');
      await s.until('18:00');
      s.expectDirect('wangxiubao', '汇总');
      await s.until('明天 10:45');
      s.expectDirect('wangxiubao', ['已结束', '已确认 3 人', '该确认的都确认了']);
    },
  );

  tell('is called off before it goes out; nobody hears of it', async (s) => {
    await s.lead.says('公告 明早 8 点起网管系统升级');
    s.expectGroup(['公告还没发', '将发到 1 个群。']);
    await s.lead.says('公告 取消');
    s.expectGroup('不发了');
    await s.lead.says('公告 发布');
    s.expectGroup('没有等着发布的公告');
  });

  tell('a wrong form is answered with the right one, and not everybody may', async (s) => {
    await s.lead.says('公告');
    s.expectGroup('请这样说：公告 今晚22:00-23:00核心机房割接');
    await s.desk.says('公告 今晚割接，请大家知悉');
    s.expectGroup('公告由 张冰冰、王秀葆 来做');
    await s.engineer('zhaogaobin').says('公告收到');
    s.expectGroup('现在没有要确认的公告');
  });
});
