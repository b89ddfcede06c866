import type { Logger } from './options.js';

/**
 * The SDK's logger. Its texts hold message bodies, media keys and addresses (channels.md A.2), so none is passed on: a line we
 * know becomes a name of ours with its codes, any other becomes a bare «unlisted».
 */

/** Beginning of the SDK's line → our name for it. `quiet`: we see the same by an event and say it ourselves. */
const LINES: readonly (readonly [begins: string, name: string, quiet?: 'quiet'])[] = [
  ['Failed to create WebSocket connection', 'socket-not-created'],
  ['Failed to parse WebSocket message', 'frame-not-json'],
  ['WebSocket error', 'socket-error'],
  ['Failed to send auth frame', 'subscribe-not-sent'],
  ['Authentication failed', 'subscribe-refused', 'quiet'],
  ['Failed to send heartbeat', 'heartbeat-not-sent'],
  // One client is one connection here, so that it never reconnects is meant.
  ['Max auth failure attempts', 'life-over', 'quiet'],
  ['Max reconnect attempts', 'life-over', 'quiet'],
  ['Failed to send reply', 'command-not-sent', 'quiet'],
  ['Failed to handle message', 'listener-threw'],
  ['WebSocket connection closed', 'socket-closed', 'quiet'],
  ['Received disconnected_event', 'kicked', 'quiet'],
  ['Server disconnected', 'kicked', 'quiet'],
  ['Heartbeat ack error', 'heartbeat-refused'],
  ['No heartbeat ack', 'heartbeat-unanswered'],
  ['Received unknown frame', 'frame-unknown'],
  ['Received invalid message format', 'frame-without-msgtype'],
  ['Reply queue', 'queue-full'],
  ['Reply ack timeout', 'ack-timeout', 'quiet'],
  ['Reply ack error', 'command-refused', 'quiet'],
  ['Client not connected', 'closed-twice', 'quiet'],
];

type SdkLogger = {
  debug(message: string, ...args: unknown[]): void;
  info(message: string, ...args: unknown[]): void;
  warn(message: string, ...args: unknown[]): void;
  error(message: string, ...args: unknown[]): void;
};

/** Takes our logger; gives one for the SDK that lets no text of the SDK through. Its debug and info lines are dropped. */
export function redactingLogger(logger: Logger): SdkLogger {
  const tell = (level: 'warn' | 'error', message: string, args: readonly unknown[]): void => {
    const [, name = 'unlisted', quiet] = LINES.find(([begins]) => message.startsWith(begins)) ?? [];
    logger[quiet ? 'debug' : level]({ sdk: name, ...codesIn([message, ...args].join(' ')) }, 'wecom sdk');
  };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, ...args) => tell('warn', message, args),
    error: (message, ...args) => tell('error', message, args),
  };
}

/** Numbers and system codes only. */
function codesIn(text: string): { errcode?: number; code?: string } {
  const errcode = /errcode=(-?\d{1,7})\b/.exec(text)?.[1];
  const code = /\bE[A-Z]{3,20}\b/.exec(text)?.[0];
  return { ...(errcode === undefined ? {} : { errcode: Number(errcode) }), ...(code === undefined ? {} : { code }) };
}
