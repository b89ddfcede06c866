import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, type Settings } from '../../config/settings.js';
import { checkHolidays } from './holidays.js';
import { checkTelegram, checkWecom } from './channels.js';
import { sayFinding, type Finding } from './finding.js';
import { checkClock, checkDataDir, checkPort } from './machine.js';
import { checkDatabase, checkRedis, judgeRedis } from './stores.js';

const kinds = (findings: readonly Finding[]): readonly string[] => findings.map((finding) => finding.kind);

const settings = (env: Record<string, string>): Settings => {
  const read = readSettings(env);
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return read.settings;
};

const listening = async <T>(status: number, work: (port: number) => Promise<T>): Promise<T> => {
  const server = createServer((_, answer) => answer.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};

describe('doctor', () => {
  it('says when the holidays run out, two months before they do', () => {
    const days = { off: [], on: [], known: [] };
    expect(checkHolidays(days, Date.UTC(2026, 8, 1))).toMatchObject({ kind: 'ok' });
    expect(checkHolidays(days, Date.UTC(2026, 10, 22))).toMatchObject({
      kind: 'note',
      what: expect.stringContaining('until 2026-12-31') as string,
      cure: expect.stringContaining('calendar.yaml') as string,
    });
    expect(checkHolidays({ ...days, known: [2027] }, Date.UTC(2026, 10, 22))).toMatchObject({ kind: 'ok' });
  });

  it('judges Redis by version, eviction and persistence', () => {
    expect(kinds(judgeRedis('redis_version:7.0.15\r\naof_enabled:1\r\n', 'noeviction'))).toEqual(['ok', 'ok']);
    expect(kinds(judgeRedis('redis_version:5.0.7\r\naof_enabled:0\r\n', 'allkeys-lru'))).toEqual([
      'bad',
      'bad',
      'note',
    ]);
    expect(kinds(judgeRedis('redis_version:6.2.0\r\n', null))).toEqual(['ok', 'note']);
  });

  it('tells a Redis that does not answer, without its URL', async () => {
    const [finding] = await checkRedis(settings({ REDIS_URL: 'redis://:hunter2@127.0.0.1:1' }));
    expect(finding?.kind).toBe('bad');
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });

  it('makes no database by looking for one', async () => {
    const dataDir = join(tmpdir(), 'doctor-is-nowhere');
    expect(await checkDatabase(settings({ DATA_DIR: dataDir }))).toMatchObject({ kind: 'ok' });
    expect(checkDataDir(dataDir)).toMatchObject({
      kind: 'ok',
      what: expect.stringContaining('will be made') as string,
    });
  });

  it('knows a free port, our own and another’s', async () => {
    const at = (port: number): Promise<Finding> => checkPort(settings({ PORT: String(port) }));
    expect((await at(0)).kind).toBe('ok');
    expect((await listening(200, at)).kind).toBe('note');
    expect((await listening(404, at)).kind).toBe('bad');
  });

  it('doubts a clock that stands in the past', () => {
    expect(checkClock(new Date('2026-11-22T02:00:00Z'))).toMatchObject({
      kind: 'ok',
      what: expect.stringContaining('10:00:00') as string,
    });
    expect(checkClock(new Date(0)).kind).toBe('bad');
  });

  it('tells what a channel lacks, and nothing of one that is not configured', async () => {
    expect(await checkWecom(null, true)).toEqual([]);
    const { wecom, telegram } = settings({
      WECOM_BOT_ID: 'b',
      WECOM_BOT_SECRET: 's',
      WECOM_WS_URL: 'ws://example.com',
      TELEGRAM_BOT_TOKEN: '1:t',
    });
    expect(kinds(await checkWecom(wecom, false))).toEqual(['ok', 'bad', 'note']);
    expect(kinds(await checkTelegram(telegram, false))).toEqual(['note']);
  });

  it('says a refused token as one', async () => {
    const findings = await listening(401, (port) =>
      checkTelegram(
        settings({ TELEGRAM_BOT_TOKEN: '1:hunter2', TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` }).telegram,
        true,
      ),
    );
    expect(kinds(findings)).toEqual(['note', 'bad']);
    expect(findings.map(sayFinding).join()).not.toContain('hunter2');
  });
});
