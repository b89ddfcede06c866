import { ConsoleError } from './fault.js';
import type { Fault } from './fault.js';

type Refusal = { readonly status: 400 | 404 | 409 | 503; readonly fault: Fault };

/** What the playground refuses by its code, in the page's words. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  PLAYGROUND_DOWN: { status: 503, fault: { code: 'not-ready', message: '演练群还没有启动，请稍等几秒再试。' } },
  PLAYGROUND_NOT_KEPT: {
    status: 503,
    fault: { code: 'not-kept', message: '没有记下来，请再试一次；原因见 /readyz。' },
  },
  PLAYGROUND_BAD_SENDER: {
    status: 400,
    fault: { code: 'bad-input', field: 'from', message: '请换一个说话人：编号不能为空，也不能是 bot。' },
  },
  PLAYGROUND_ID_TAKEN: {
    status: 409,
    fault: { code: 'id-taken', field: 'id', message: '这个编号已是别人的消息，请换一个，或不写 id。' },
  },
  PLAYGROUND_NO_MESSAGE: {
    status: 404,
    fault: { code: 'no-such-message', field: 'message', message: '这里没有机器人的这条消息，请从消息列表里取编号。' },
  },
};

/** Waits for the playground's answer; a refusal it is known for is thrown in words, any other failure as it is. */
export async function refusable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const refusal = REFUSALS[code];
    throw refusal === undefined ? error : new ConsoleError(refusal.status, refusal.fault);
  }
}
