import { describe, expect, it } from 'vitest';
import { reserveOrder } from './reserve.js';

describe('the reserve', () => {
  it.each([
    '启用后备 城域网 2 人 李强、王磊',
    '@小通 启用后备：城域网2人 李强和王磊',
    '调用后备 城域网 李强 王磊',
    '启用后备小组 城域网 两人：@李强 @王磊',
  ])('is called: %s', (text) => {
    expect(reserveOrder(text)).toEqual({ kind: 'reserve', group: '城域网', names: ['李强', '王磊'] });
  });

  it.each([
    ['启用后备', { kind: 'reserve-no-group', words: '' }],
    ['启用后备 2 人 李强、王磊', { kind: 'reserve-no-group', words: '' }],
    ['启用后备 城域网 2 人', { kind: 'reserve-no-names' }],
    ['启用后备 城域网 3 人 李强、王磊', { kind: 'reserve-count', told: 3, named: 2 }],
    ['启用后备 城域网 李强、13800138001', { kind: 'reserve-no-name', words: ['13800138001'] }],
  ])('lacks something: %s', (text, fault) => {
    expect(reserveOrder(text)).toEqual({ kind: 'reserve-wrong', fault });
  });

  it('is ended and listed', () => {
    expect(reserveOrder('停用后备 李强、城域网')).toEqual({ kind: 'reserve-end', words: ['李强', '城域网'] });
    expect(reserveOrder('停用后备')).toEqual({ kind: 'reserve-end', words: [] });
    expect(reserveOrder('后备列表')).toEqual({ kind: 'reserve-list' });
  });

  it.each(['备用线路启用了', '后备人员都到了', '后备电源没启用'])('is not meant by: %s', (text) => {
    expect(reserveOrder(text)).toBeNull();
  });
});
