/** What the playground API takes (design.md 5), and what is said when it gets something else. */
import type { Context } from 'hono';
import { z } from 'zod';
import { ConsoleError } from './fault.js';

/** Characters (UTF-16 units) of one message; what a person types is far shorter. */
export const MAX_TEXT = 10_000;
/** Bytes of one request body. */
export const MAX_BODY = 256 * 1024;
const MAX_ADVANCE_MS = 31 * 24 * 3_600_000;

const noControls = (value: string): boolean => !/\p{Cc}/u.test(value);

const personId = z
  .string('请填写说话人的编号，例如 zhaogaobin 或任意的教师编号。')
  .trim()
  .min(1, '请填写说话人的编号，例如 zhaogaobin 或任意的教师编号。')
  .max(64, '说话人的编号最长 64 个字符。')
  .refine(noControls, '编号里不能有控制字符。')
  .refine((id) => id !== 'bot', 'bot 是机器人自己，请换一个说话人。');

const messageId = z
  .string('消息编号是文字。')
  .min(1, '消息编号不能为空；没有就不要写这个字段。')
  .max(128, '消息编号最长 128 个字符。')
  .refine(noControls, '编号里不能有控制字符。');

const text = z
  .string('请填写要说的话。')
  .max(MAX_TEXT, `一条消息最长 ${MAX_TEXT} 个字符，请分几条发。`)
  .refine((words) => words.trim() !== '', '消息是空的，请写上要说的话。');

export const postSchema = z.object({
  from: personId,
  text,
  chat: z.enum(['group', 'direct'], 'chat 只能是 group（群聊）或 direct（私聊）。').default('group'),
  replyTo: messageId.nullish(),
  id: messageId.nullish(),
});

export const pressSchema = z.object({
  from: personId,
  message: messageId,
  button: z.string('请填写按钮的编号。').min(1, '请填写按钮的编号。').max(64, '按钮的编号最长 64 个字符。'),
});

export const clockSchema = z.object({
  advanceMs: z
    .int('advanceMs 是要快进的毫秒数，须为整数。')
    .min(1, 'advanceMs 须大于 0：时钟只能往前。')
    .max(MAX_ADVANCE_MS, 'advanceMs 一次最多快进 31 天。'),
});

export const afterSchema = z.object({
  after: z.coerce
    .number('after 是消息序号 n，须为不小于 0 的整数。')
    .int('after 须为整数。')
    .min(0, 'after 不能小于 0。')
    .default(0),
});

/** Checks a value against a schema; the first fault is thrown as 400 (413 for a text too long), naming field and cure. */
export function check<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const tooLong = field === 'text' && issue?.code === 'too_big';
  throw new ConsoleError(tooLong ? 413 : 400, {
    code: tooLong ? 'text-too-long' : 'bad-input',
    ...(field === '' ? {} : { field }),
    message: field === '' ? '请求正文须为一个 JSON 对象。' : (issue?.message ?? '请检查这个字段。'),
  });
}

/** Reads the JSON body of a request, whatever it calls itself; anything else is thrown as 400. */
export async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new ConsoleError(400, { code: 'bad-json', message: '请求正文不是合法的 JSON，请检查引号和逗号。' });
  }
}
