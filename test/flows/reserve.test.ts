import { stories } from '../support/stories.js';

/** Issue 4, «Who goes»: the reserve, whose people the manager names when calling them. */
stories('the reserve', (tell) => {
  tell('is called by name, gets jobs by name, and hands on what it has when it is ended', async (s) => {
    await s.lead.says('启用后备 城域网 2 人 李强、王磊');
    s.expectGroup('后备由 王秀葆 点名启用和停用');
    await s.manager.calls('启用后备 城域网 3 人 李强、王磊');
    s.expectGroup('说的是 3 人，点了 2 个名字');
    await s.manager.calls('启用后备 网络组 李强');
    s.expectGroup(['后备里没有“网络组”', '高级工程师、城域网、机房、施工队']);
    await s.manager.calls('启用后备 城域网 2 人 李强、王磊');
    s.expectGroup([
      '已启用后备 城域网 2 人：李强、王磊',
      '可派 城域网、光缆 的单',
      '李强、王磊 没有账号，收不到提醒，请电话通知',
    ]);
    await s.engineer('caoyunwu').says('后备列表');
    s.expectGroup(['后备 2 人', '城域网：李强、王磊（11-23（周一）起）', '可启用：高级工程师 2 人']);
    await s.reporter('hx-li').says('漷县中学三层整层上不了网，电话 13800138002');
    s.expectGroup('0001', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0001');
    await s.lead.says('0001 派给 李强');
    s.expectGroup(['派单', '0001', '@李强（未登记本群账号'], { mentions: ['zhangbingbing'] });
    s.expectDirect('zhaogaobin', '0001 已由 张冰冰 改派给 李强');
    await s.desk.says('代 李强 0001 接单');
    s.expectGroup('李强 已接单');
    await s.manager.says('停用后备 城域网');
    s.expectGroup(['派单', '0001', '李强 转：后备停用'], { mentions: ['dongyayang'] });
    s.expectGroup(['已停用后备：李强、王磊', '手上的单已转派：0001 → 董亚杨']);
    s.expectDirect('dongyayang', '0001');
    await s.manager.says('后备列表');
    s.expectGroup('没有启用后备');
    await s.manager.says('停用后备');
    s.expectGroup('现在没有启用后备');
  });
});
