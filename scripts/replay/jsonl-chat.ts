/** A chat as JSON lines: {"at", "from", "text"}, one message a line. Pure; never throws. */
import { z } from 'zod';
import type { Instant } from '../../dispatcher/model.js';
import type { BadLine, Chat, Spoken } from './chat.js';
import { cutMedia } from './media.js';

const LINE = z.object({
  at: z.union([z.string(), z.number()]),
  from: z.string().min(1),
  text: z.string(),
});

/** ISO 8601, `2026-11-22 10:42` in Asia/Shanghai, or ms since the epoch. */
const instantOf = (at: string | number): Instant | null => {
  if (typeof at === 'number') return Number.isFinite(at) ? at : null;
  const whole = at.trim().replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T');
  const instant = Date.parse(/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(whole) ? whole : `${whole}+08:00`);
  return Number.isNaN(instant) ? null : instant;
};

const readLine = (raw: string, line: number): Spoken | BadLine => {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return { line, why: 'not JSON; left out' };
  }
  const read = LINE.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return {
      line,
      why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a message'}; left out`.replace(/^: /, ''),
    };
  }
  const at = instantOf(read.data.at);
  if (at === null) return { line, why: 'at: no such time; left out' };
  const named = /^(.+?) ?[(（]([^()（）]+)[)）]$/u.exec(read.data.from);
  const from = named ? { name: named[1] ?? '', id: named[2] ?? null } : { name: read.data.from, id: null };
  return { line, at, from, ...cutMedia(read.data.text) };
};

/** Does the text look like JSON lines? */
export const isJsonl = (text: string): boolean => /^\s*\{/.test(text);

/** Reads every line; what is no message is reported and left out. */
export const readJsonlChat = (text: string): Chat => {
  const read = text.split(/\r?\n/).flatMap((raw, index) => (raw.trim() === '' ? [] : [readLine(raw, index + 1)]));
  return {
    messages: read.filter((one): one is Spoken => 'text' in one),
    bad: read.filter((one): one is BadLine => 'why' in one),
    notices: 0,
  };
};
