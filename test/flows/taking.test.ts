import type { Story } from '../support/story.js';
import { stories } from '../support/stories.js';

/** As long as nobody has accepted, whoever goes out may take the job; an acceptance is never met with silence (issue 2). */
const lapsed = async (s: Story): Promise<void> => {
  await s.reporter('hx-li').says('漷县中学全校断网，电话 13800138002');
  s.expectGroup('一级故障', { mentions: ['cuijianchao'] });
  s.expectDirect('cuijianchao', '一级故障');
  for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '一级故障');
  await s.later('10 分钟');
  s.expectGroup('还有 1 分钟', { mentions: ['cuijianchao'] });
  s.expectGroup('已过接单时限', { mentions: ['cuijianchao'] });
  s.expectDirect('cuijianchao', ['0001 已过接单时限', '请尽快接单']);
  s.expectGroup('崔建超 超时未接', { mentions: ['guozhenxin'] });
  s.expectDirect('guozhenxin', '崔建超 超时未接');
  for (const who of ['zhangbingbing', 'wangxiubao']) s.expectDirect(who, '崔建超 超时未接单，已改派 郭镇鑫');
};
/** Who took it hears all of it, who had it on offer that he need not go, and those who worried that somebody comes. */
const taken = async (s: Story, who: string, group: { readonly told?: boolean } = {}): Promise<void> => {
  s.expectGroup(`${s.nameOf(who)} 已接单，11:12 前到场`);
  if (group.told !== false) s.expectDirect(who, ['0001', '由您处理', '13800138002'], { buttons: ['到场', '转派'] });
  s.expectDirect('guozhenxin', `0001 ${s.nameOf(who)} 接了，您不用去了`);
  for (const boss of ['zhangbingbing', 'wangxiubao'])
    s.expectDirect(boss, ['已有人接单', `${s.nameOf(who)} 10:52 已接单`]);
  await s.expectTicket('0001', 'accepted', who);
};

stories('a job whose first engineer did not answer in time', (tell) => {
  for (const words of ['接', '接单', '我去', '收到', '0001 接单'])
    tell(`goes back to him by ${words}`, async (s) => {
      await lapsed(s);
      await s.engineer('cuijianchao').says(words);
      await taken(s, 'cuijianchao');
    });

  tell('goes back to him directly, in one answer', async (s) => {
    await lapsed(s);
    await s.engineer('cuijianchao').direct('好的，马上去');
    await taken(s, 'cuijianchao');
  });

  tell('goes back to him by the button of his first call', async (s) => {
    await lapsed(s);
    await s.engineer('cuijianchao').presses('接单', '一级故障 · 城域网');
    await taken(s, 'cuijianchao');
  });

  tell('is his who stands before the school already', async (s) => {
    await lapsed(s);
    await s.engineer('cuijianchao').says('已到');
    s.expectGroup('崔建超 已到场');
    s.expectDirect('cuijianchao', '由您处理', { buttons: ['办结'] });
    s.expectDirect('guozhenxin', '崔建超 接了，您不用去了');
    for (const boss of ['zhangbingbing', 'wangxiubao']) s.expectDirect(boss, '已有人接单');
  });

  for (const words of ['我来吧', '我去', '崔建超那个我来吧', '漷县中学那个我去', '那单给我吧', '接单'])
    tell(`goes to a colleague by ${words}`, async (s) => {
      await lapsed(s);
      await s.engineer('lichengqing').says(words);
      await taken(s, 'lichengqing');
    });

  tell('is nobody’s by talk', async (s) => {
    await lapsed(s);
    await s.engineer('lichengqing').says('我去吃饭');
    await s.engineer('lichengqing').says('收到');
    await s.engineer('lichengqing').says('谁去？');
    await s.manager.says('我来吧');
    await s.expectTicket('0001', 'offered', 'guozhenxin');
  });

  tell('is taken once: who comes second is told who has it, in whatever words', async (s) => {
    await lapsed(s);
    await s.engineer('lichengqing').says('我来吧');
    await taken(s, 'lichengqing');
    await s.later('1 分钟');
    for (const [who, words] of [
      ['cuijianchao', '接单'],
      ['cuijianchao', '我去'],
      ['guozhenxin', '接单'],
    ] as const) {
      await s.engineer(who).says(words);
      s.expectGroup('0001 已由 李承庆 接单，您不用去了');
    }
    await s.engineer('lichengqing').says('接单');
    s.expectGroup('0001 现在是“已接单”，到场回复“到场”');
  });
});

stories('an acceptance', (tell) => {
  tell('of one of two is asked about, and the answer decides though neither was offered to him', async (s) => {
    await lapsed(s);
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0002', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0002');
    await s.engineer('lichengqing').says('我来吧');
    s.expectGroup(['说的是哪张', '① 0001', '② 0002'], { buttons: ['0001', '0002'] });
    await s.engineer('lichengqing').says('2');
    s.expectGroup(['0002', '李承庆 已接单']);
    s.expectDirect('lichengqing', ['0002', '由您处理']);
    s.expectDirect('zhaogaobin', '0002 李承庆 接了');
    await s.expectTicket('0001', 'offered', 'guozhenxin');
  });

  tell('that names whose it was or the school needs no question', async (s) => {
    await lapsed(s);
    await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
    s.expectGroup('0002', { mentions: ['zhaogaobin'] });
    s.expectDirect('zhaogaobin', '0002');
    await s.engineer('lichengqing').says('崔建超那个我来吧');
    await taken(s, 'lichengqing');
  });

  tell('where nothing waits is told so; talk is left alone', async (s) => {
    await s.engineer('zhaogaobin').says('接单');
    s.expectGroup('现在没有等人接的单');
    await s.engineer('zhaogaobin').says('我去');
  });
});
