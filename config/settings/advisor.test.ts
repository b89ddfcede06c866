import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../settings.js';

const LOCAL = { LLM_BASE_URL: 'http://127.0.0.1:11434/v1/', LLM_MODEL: 'qwen3:4b' };

const read = (env: Record<string, string>) => {
  const answer = readSettings(env);
  return answer.kind === 'settings' ? answer.settings.advisor : answer.faults.map((fault) => fault.field).sort();
};

describe('the advisor’s settings', () => {
  it('are off by default', () => {
    expect(read({})).toBeNull();
  });

  it('need no key where the endpoint is local', () => {
    expect(read(LOCAL)).toEqual({ baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen3:4b', apiKey: null });
  });

  it('keep the key secret', () => {
    const answer = readSettings({ ...LOCAL, LLM_API_KEY: 'sk-1' });
    const advisor = answer.kind === 'settings' ? answer.settings.advisor : null;
    expect(advisor?.apiKey?.reveal()).toBe('sk-1');
    expect(`${inspect(answer, { depth: 9 })}${JSON.stringify(answer)}`).not.toContain('sk-1');
  });

  it.each([
    ['an address without a model', { LLM_BASE_URL: LOCAL.LLM_BASE_URL }, ['LLM_MODEL']],
    ['a model without an address', { LLM_MODEL: 'm' }, ['LLM_BASE_URL']],
    ['a key alone', { LLM_API_KEY: 'k' }, ['LLM_BASE_URL', 'LLM_MODEL']],
    ['a misspelt name', { ...LOCAL, LLM_APIKEY: 'k' }, ['LLM_APIKEY']],
    ['a misspelt name alone', { LLM_URL: 'http://h/v1' }, ['LLM_URL']],
    ['an address of another kind', { ...LOCAL, LLM_BASE_URL: 'ws://h' }, ['LLM_BASE_URL']],
    ['no address', { ...LOCAL, LLM_BASE_URL: '127.0.0.1:11434' }, ['LLM_BASE_URL']],
    ['a password in the address', { ...LOCAL, LLM_BASE_URL: 'http://u:p@h/v1' }, ['LLM_BASE_URL']],
    ['a key in the address', { ...LOCAL, LLM_BASE_URL: 'http://h/v1?key=k' }, ['LLM_BASE_URL']],
    ['an address that goes too far', { ...LOCAL, LLM_BASE_URL: 'http://h/v1/chat/completions' }, ['LLM_BASE_URL']],
  ])('refuse %s', (_, env, fields) => {
    expect(read(env)).toEqual(fields);
  });
});
