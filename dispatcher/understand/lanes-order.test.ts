import { expect, it } from 'vitest';
import { lanesOrder } from './lanes-order.js';

it.each(['播报', '@小通 播报', '播报情况', '查看播报', '播报?'])('%s asks what waits', (words) => {
  expect(lanesOrder(words)).toEqual({ kind: 'lanes' });
});

it.each(['播报一下停电通知', '校园广播报修', '播报系统坏了'])('%s does not', (words) => {
  expect(lanesOrder(words)).toBeNull();
});
