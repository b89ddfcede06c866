import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchAttachment, fileName } from './download.js';

describe('fileName', () => {
  it.each<[header: string, name: string | null]>([
    ["attachment; filename*=UTF-8''%E6%8A%A5%E8%A1%A8.pdf", '报表.pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'%E6%8A%A5.pdf', '报.pdf'],
    ['attachment; filename="报表 1.pdf"', '报表 1.pdf'],
    ['attachment; filename=a.png', 'a.png'],
    ['attachment; filename="100%.png"', '100%.png'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="..%2F..%2Fpasswd"', 'passwd'],
    ['attachment; filename=""', null],
    ['inline', null],
  ])('%s', (header, name) => {
    expect(fileName(header)).toBe(name);
  });
});

describe('fetchAttachment', () => {
  it.each(['', 'x', '{}', '{"url":"file:///etc/passwd","aeskey":null}', '{"url":7,"aeskey":"k"}'])(
    '%j is no reference',
    async (ref) => {
      expect(await fetchAttachment(ref, 1_000)).toMatchObject({
        kind: 'gone',
        reason: 'not a reference of this channel',
      });
    },
  );

  it('stops reading above the size, also where no length was told', async () => {
    let written = 0;
    const server = createServer((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024))) written += 1;
      };
      response.on('drain', more);
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const got = await fetchAttachment(JSON.stringify({ url: `http://127.0.0.1:${port}/x`, aeskey: null }), 5_000);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(got).toEqual({ kind: 'gone', reason: 'larger than 20 MB' });
    expect(written).toBeLessThan(100);
  });
});
