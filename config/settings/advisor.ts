/** The optional second opinion: an OpenAI-compatible endpoint (issue 3). Off unless it is configured whole. */
import { Secret } from '../secret.js';
import { findTypos, isOff } from './channels.js';
import type { SettingsReader } from './reader.js';
import type { AdvisorSettings } from './types.js';

const ADVISOR = ['LLM_BASE_URL', 'LLM_MODEL', 'LLM_API_KEY'] as const;
const EXAMPLE = 'http://127.0.0.1:11434/v1';

/** What is wrong with an address that is one, or null. */
const problemOf = (url: URL): { readonly problem: string; readonly cure: string } | null => {
  if (url.username !== '' || url.password !== '')
    return { problem: 'The address holds a user or a password.', cure: 'Put the key into LLM_API_KEY.' };
  if (url.search !== '' || url.hash !== '')
    return { problem: 'The address has a part behind ? or #.', cure: `Write it like ${EXAMPLE}.` };
  if (/\/(chat\/)?completions\/?$/.test(url.pathname))
    return { problem: 'The address goes too far.', cure: `Leave /chat/completions out: ${EXAMPLE}.` };
  return null;
};

/** LLM_BASE_URL with LLM_MODEL, and LLM_API_KEY where the endpoint wants one; null where none is set. */
export function readAdvisor(env: SettingsReader): AdvisorSettings | null {
  findTypos(env, 'LLM_', ADVISOR);
  const url = env.url('LLM_BASE_URL', ['http:', 'https:'], EXAMPLE);
  const wrong = url === null ? null : problemOf(url);
  if (wrong !== null) env.fault('LLM_BASE_URL', wrong.problem, wrong.cure);
  const cure = `An address like ${EXAMPLE} and the model’s name belong together: set both.`;
  const off = isOff(env, ADVISOR, ['LLM_BASE_URL', 'LLM_MODEL'], cure);
  const model = env.text('LLM_MODEL');
  if (off || url === null || model === null) return null;
  const key = env.text('LLM_API_KEY');
  return {
    baseUrl: `${url.origin}${url.pathname}`.replace(/\/+$/, ''),
    model,
    apiKey: key === null ? null : new Secret(key),
  };
}
