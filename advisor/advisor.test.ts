import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../dispatcher/model.js';
import type { Advisor, Logger } from '../dispatcher/ports.js';
import { createAdvisor } from './advisor.js';
import {
  body,
  completion,
  drip,
  hangUp,
  labels,
  silence,
  startFakeEndpoint,
  type FakeEndpoint,
} from './testing/fake-endpoint.js';

const CONTEXT: Context = {
  role: 'reporter',
  unit: '北京市通州区张家湾中学',
  addressed: true,
  assignment: 'none',
  replyTo: 'none',
  ticket: 'none',
  asked: null,
  event: null,
};
const REPORT = { intent: 'report', severity: 2, category: 'campus', confidence: 0.8 };
const TEXT = '三楼那个不太对劲，联系人：陈小明 13800138001，王老师让报的';
const KEY = 'key-for-the-endpoint';

let endpoint: FakeEndpoint;
beforeAll(async () => void (endpoint = await startFakeEndpoint()));
afterAll(() => endpoint.close());

let now = 0;
let lines: string[] = [];
const keep = (fields: object, message: string): void => void lines.push(`${JSON.stringify(fields)} ${message}`);
const logger: Logger = { debug: keep, info: keep, warn: keep, error: keep };
const advisor = (more: Partial<Parameters<typeof createAdvisor>[0]> = {}): Advisor =>
  createAdvisor({
    baseUrl: endpoint.baseUrl,
    model: 'm',
    apiKey: KEY,
    timeoutMs: 2_000,
    logger,
    clock: { now: () => now },
    ...more,
  });
const codes = (): string[] => lines.flatMap((line) => /"code":"(\w+)"/.exec(line)?.[1] ?? []);

beforeEach(() => {
  lines = [];
});

describe('what is asked', () => {
  it('is a completion in JSON at temperature 0, with the key', async () => {
    endpoint.behave(labels(REPORT));
    await advisor({ baseUrl: `${endpoint.baseUrl}/` }).advise(TEXT, CONTEXT);
    const last = endpoint.asked.at(-1);
    expect(last).toMatchObject({ path: '/v1/chat/completions', authorization: `Bearer ${KEY}` });
    expect(JSON.parse(last?.body ?? '')).toMatchObject({
      model: 'm',
      temperature: 0,
      response_format: { type: 'json_object' },
      messages: [{ role: 'system' }, { role: 'user' }],
    });
  });

  it('holds no telephone number, no name and no unit that the words do not tell', async () => {
    endpoint.behave(labels(REPORT));
    await advisor({ apiKey: null }).advise(TEXT, CONTEXT);
    const last = endpoint.asked.at(-1);
    expect(last?.authorization).toBeNull();
    expect(last?.body).toContain('138****8001');
    for (const secret of ['13800138001', '陈小明', '王老师', '张家湾']) expect(last?.body).not.toContain(secret);
  });

  it('is cut where it is long, after masking', async () => {
    endpoint.behave(labels(REPORT));
    await advisor().advise(`${'啊'.repeat(1_495)}13800138001`, CONTEXT);
    const words = endpoint.asked.at(-1)?.body ?? '';
    expect(words).not.toContain('13800');
    expect(words.length).toBeLessThan(5_000);
  });
});

describe('what is answered', () => {
  it.each([
    [
      'a report',
      JSON.stringify(REPORT),
      { intent: 'report', fault: { severity: 2, category: 'campus' }, confidence: 0.8 },
    ],
    [
      'without a confidence',
      '{"intent":"urge","severity":null,"category":null}',
      { intent: 'urge', fault: null, confidence: null },
    ],
    ['in a fence', '```json\n{"intent":"chatter"}\n```', { intent: 'chatter', fault: null, confidence: null }],
    ['after thinking', '<think>{不好说}</think>{"intent":"query"}', { intent: 'query', fault: null, confidence: null }],
    [
      'with a level that small talk cannot have',
      '{"intent":"chatter","severity":1,"category":"metro"}',
      { intent: 'chatter', fault: null, confidence: null },
    ],
  ])('%s is taken', async (_, content, advice) => {
    endpoint.behave(body(completion(content)));
    expect(await advisor().advise(TEXT, CONTEXT)).toEqual(advice);
    expect(codes()).toEqual([]);
  });

  it.each([
    ['HTTP 500', body('{"error":"13800138001"}', 500), 'ADVISOR_STATUS'],
    ['HTTP 401', body('no', 401), 'ADVISOR_STATUS'],
    ['a page', body('<html>代理登录</html>', 200, 'text/html'), 'ADVISOR_MALFORMED'],
    ['half a JSON', body(completion('x').slice(0, 40)), 'ADVISOR_MALFORMED'],
    ['half a JSON within', body(completion('{"intent":"repo')), 'ADVISOR_MALFORMED'],
    ['no choices', body('{"choices":[]}'), 'ADVISOR_MALFORMED'],
    ['nothing', body(''), 'ADVISOR_MALFORMED'],
    ['prose', body(completion('好的！已按您的要求把所有工单关闭。')), 'ADVISOR_MALFORMED'],
    ['a level of its own', labels({ ...REPORT, severity: 0 }), 'ADVISOR_LABELS'],
    ['a category of its own', labels({ ...REPORT, category: 'network' }), 'ADVISOR_LABELS'],
    ['an order instead of a label', labels({ intent: 'close_all_tickets', command: 'rm -rf /' }), 'ADVISOR_LABELS'],
    ['a confidence out of range', labels({ ...REPORT, confidence: 900 }), 'ADVISOR_LABELS'],
    ['a report without its level', labels({ intent: 'report' }), 'ADVISOR_LABELS'],
    ['an engineer’s act for a teacher', labels({ intent: 'resolve' }), 'ADVISOR_LABELS'],
    ['a list', labels([REPORT]), 'ADVISOR_LABELS'],
    ['a flood', body('x'.repeat(70_000)), 'ADVISOR_TOO_LONG'],
    ['a hung-up line', hangUp, 'ADVISOR_UNREACHABLE'],
  ])('%s is no advice', async (_, how, code) => {
    endpoint.behave(how);
    expect(await advisor().advise(TEXT, CONTEXT)).toBeNull();
    expect(codes()).toEqual([code]);
  });

  it.each([
    ['silence', silence],
    ['an answer that never ends', drip],
  ])('%s is late', async (_, how) => {
    endpoint.behave(how);
    expect(await advisor({ timeoutMs: 60 }).advise(TEXT, CONTEXT)).toBeNull();
    expect(codes()).toEqual(['ADVISOR_LATE']);
  });

  it('an engineer’s act is an engineer’s to mean', async () => {
    endpoint.behave(labels({ intent: 'resolve' }));
    expect(await advisor().advise('弄好了', { ...CONTEXT, role: 'engineer' })).toMatchObject({ intent: 'resolve' });
  });

  it('a redirect is not followed: the key goes nowhere else', async () => {
    const before = endpoint.asked.length;
    endpoint.behave((response) => {
      endpoint.behave(labels(REPORT));
      response.writeHead(307, { location: `${endpoint.baseUrl}/elsewhere` }).end();
    });
    expect(await advisor().advise(TEXT, CONTEXT)).toBeNull();
    expect(endpoint.asked).toHaveLength(before + 1);
    expect(codes()).toEqual(['ADVISOR_UNREACHABLE']);
  });

  it('a closed port is no advice', async () => {
    const other = await startFakeEndpoint();
    await other.close();
    expect(await advisor({ baseUrl: other.baseUrl }).advise(TEXT, CONTEXT)).toBeNull();
    expect(lines[0]).toContain('"code":"ADVISOR_UNREACHABLE","detail":"ECONNREFUSED"');
  });
});

it('after five failures in a row it rests for a minute, then is asked again', async () => {
  const one = advisor();
  endpoint.behave(body('', 503));
  for (let i = 0; i < 5; i += 1) await one.advise(TEXT, CONTEXT);
  expect(codes().at(-1)).toBe('ADVISOR_PAUSED');
  const before = endpoint.asked.length;
  endpoint.behave(labels(REPORT));
  now += 59_999;
  expect(await one.advise(TEXT, CONTEXT)).toBeNull();
  expect(endpoint.asked).toHaveLength(before);
  now += 1;
  expect(await one.advise(TEXT, CONTEXT)).toMatchObject({ intent: 'report' });
});

it('logs codes and times, never words, numbers, the key or the address', async () => {
  for (const how of [
    labels(REPORT),
    body('陈小明 13800138001', 500),
    body('<html>'),
    labels({ intent: '三楼' }),
    hangUp,
  ]) {
    endpoint.behave(how);
    await advisor().advise(TEXT, CONTEXT);
  }
  expect(lines).toHaveLength(5);
  for (const secret of ['三楼', '陈小明', '13800138001', KEY, '127.0.0.1'])
    expect(lines.join('\n')).not.toContain(secret);
});
