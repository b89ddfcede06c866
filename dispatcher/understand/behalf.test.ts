import { describe, expect, it } from 'vitest';
import { behalfOrder, callerIn } from './behalf.js';

const read = (text: string) => behalfOrder(text, ['赵高斌', '董亚杨']);
const call = { kind: 'call', at: null, sure: true };

describe('a call that is entered', () => {
  it.each([
    ['代报 张家湾中学 王老师 13800138001 三楼断网', { ...call, words: '张家湾中学 王老师 13800138001 三楼断网' }],
    ['@小通 代报：玉桥中学，三楼断网', { ...call, words: '玉桥中学，三楼断网' }],
    ['热线登记 09:26：大方居幼儿园王老师，打印机脱机', { ...call, at: 566, words: '大方居幼儿园王老师，打印机脱机' }],
    [
      '13:20来电 育才学校通州分校，艺术楼搜不到无线',
      { ...call, at: 800, sure: false, words: '育才学校通州分校，艺术楼搜不到无线' },
    ],
    ['代登记 下午1:05 玉桥中学断网', { ...call, at: 785, words: '玉桥中学断网' }],
    [
      '热线：010-80547733，芙蓉幼儿园赵园长，全园没网',
      { ...call, sure: false, words: '010-80547733，芙蓉幼儿园赵园长，全园没网' },
    ],
    ['代 张家湾中学 王老师 三楼断网', { ...call, words: '张家湾中学 王老师 三楼断网' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['代报', '热线登记：'])('without words is a wrong form: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'wrong', form: 'call' });
  });

  it.each(['热线已经被打爆了', '代理服务器挂了', '来电了，设备都起来了', '热线', '上午热线汇总：三件'])(
    'is not in: %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it.each([
    ['大方居幼儿园王老师，保健室打印机脱机', '王老师'],
    ['张家湾中学 王老师 13800138001 三楼断网', '王老师'],
    ['010-80547733，芙蓉幼儿园赵园长，全园没网', '赵园长'],
    ['艺术楼搜不到无线，联系人郑老师 13800138530', '郑老师'],
    ['玉桥中学三楼断网', null],
  ])('tells the caller: %s', (words, name) => {
    expect(callerIn(words)).toBe(name);
  });
});

describe('a word for somebody else', () => {
  const behalf = { kind: 'behalf', school: '' };
  it.each([
    ['代 赵高斌 接单 0012', { ...behalf, who: '赵高斌', words: '接单 0012' }],
    ['代赵高斌接单0012', { ...behalf, who: '赵高斌', words: '接单0012' }],
    ['代 @赵高斌 0012 到场', { ...behalf, who: '赵高斌', words: '0012 到场' }],
    ['代 王老师 撤单 0003', { ...behalf, who: '王老师', words: '撤单 0003' }],
    ['代 张家湾中学王老师 催单', { ...behalf, who: '王老师', school: '张家湾中学', words: '催单' }],
    ['代 张家湾中学 王老师 催单', { ...behalf, who: '王老师', school: '张家湾中学', words: '催单' }],
    ['替王老师催一下 0003', { ...behalf, who: '王老师', words: '催一下 0003' }],
    ['帮李主任评价 0003 5分', { ...behalf, who: '李主任', words: '评价 0003 5分' }],
    ['代 @王芳 补充 钥匙在门卫', { ...behalf, who: '', words: '补充 钥匙在门卫' }],
    ['代 zjw-wang 恢复 0003', { ...behalf, who: 'zjw-wang', words: '恢复 0003' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['代 王老师', '代 某某'])('wrongly formed: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'wrong', form: 'behalf' });
  });

  it.each(['帮我看一下 0003', '帮忙催一下', '替换了一个光模块', '帮王老师装打印机', '代课老师上不了网'])(
    'is not in: %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
