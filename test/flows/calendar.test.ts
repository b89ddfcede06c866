import { stories } from '../support/stories.js';

/** Friday 2026-11-27 17:30. */
const FRIDAY = Date.UTC(2026, 10, 27, 9, 30);
/** Monday 2027-01-25 10:00, the second day of the winter vacation. */
const VACATION = Date.UTC(2027, 0, 25, 2, 0);

/** Issue 4, «Time that is right»: a deadline in working time shows its sum. */
stories(
  'working time',
  (tell) => {
    tell('is summed up for the engineer, for whoever asks, and when it is over', async (s) => {
      await s.reporter('zjw-wang').says('张家湾中学办公楼201打印机连不上网，电话 13800138001');
      s.expectGroup('三级异常', { mentions: ['zhaogaobin'] });
      s.expectDirect(
        'zhaogaobin',
        '今天 17:30 受理，1 个工作日，周六、周日不计 → 周一 17:30 到场；2 个工作日 → 周二 17:30 修复',
      );
      await s.engineer('zhaogaobin').says('接单');
      s.expectGroup('赵高斌 已接单');
      await s.reporter('zjw-wang').says('0001 什么情况了');
      s.expectGroup(['0001 张家湾中学', '今天 17:30 受理，1 个工作日，周六、周日不计 → 周一 17:30 到场']);
      await s.engineer('zhaogaobin').direct('进度');
      s.expectDirect('zhaogaobin', ['在办 1 张', '周六、周日不计 → 周一 17:30 到场']);
    });
  },
  { start: FRIDAY },
);

stories(
  'a vacation',
  (tell) => {
    tell('sends nobody to a shut school without a call', async (s) => {
      await s.reporter('zjw-wang').says('张家湾中学教学楼三层整层上不了网，电话 13800138001');
      s.expectGroup('二级故障', { mentions: ['zhaogaobin'] });
      s.expectDirect('zhaogaobin', '寒假中（到 02-21），去之前先打电话约人开门');
    });
  },
  { start: VACATION },
);
