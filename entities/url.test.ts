import { describe, expect, test } from 'vitest';
import { parseUrl } from './url.js';

const POSTGRES = ['postgres:', 'postgresql:'];

describe('a database URL', () => {
  test('is taken apart, percent signs decoded', () => {
    expect(parseUrl('postgres://us%40er:p%2Fw@[::1]:5433/db?a=1', POSTGRES)).toMatchObject({
      host: '::1',
      port: 5433,
      user: 'us@er',
      password: 'p/w',
      database: 'db',
    });
    expect(parseUrl('postgresql://h/db', POSTGRES)).toMatchObject({ host: 'h', port: null, user: '', password: '' });
  });

  test.each([
    ['not one', 'is not a URL'],
    ['mysql://u:secretword@h/db', 'does not begin with postgres: or postgresql://'],
    ['postgres://u:secretword@h', 'names no database'],
    ['postgres://u:secretword%@h/db', 'percent sign'],
  ])('%s is refused without being repeated', (url, what) => {
    expect(() => parseUrl(url, POSTGRES)).toThrow(expect.objectContaining({ code: 'STORE_URL_INVALID' }));
    expect(() => parseUrl(url, POSTGRES)).toThrow(what);
    expect(() => parseUrl(url, POSTGRES)).not.toThrow('secretword');
  });
});
