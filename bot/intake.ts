import type { Attachment, ChannelId, FetchedFile, Gateway, Inbound, Press, PressAnswer } from './gateway.js';
import { createInOrder } from './in-order.js';
import type { Spool } from './spool.js';

type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What intake needs of the inside. */
export type Inside = {
  keepMessage(message: Inbound): Promise<{ readonly id: string; readonly fresh: boolean }>;
  keepPress(press: Press): Promise<{ readonly id: string; readonly fresh: boolean }>;
  keepFile(
    message: string,
    file: { readonly kind: string; readonly name: string | null; readonly bytes: Uint8Array },
  ): Promise<void>;
  handleMessage(id: string): Promise<void>;
  handlePress(id: string): Promise<PressAnswer>;
  /** A channel was deaf from `from` to `to`, in ms since the epoch, and does not replay. */
  handleGap(channel: ChannelId, from: number, to: number): Promise<void>;
};

export type Intake = {
  /** Connects a gateway: from now on every message is kept, then handled in its chat's order. */
  attach(gateway: Gateway): void;
  /** Handles something kept earlier (found by the sweep, or at the start) in its chat's order. */
  again(kind: 'message' | 'press', id: string): Promise<void>;
  /** Keeps what was spooled while the database was gone. */
  recover(): Promise<void>;
  idle(): Promise<void>;
  /** Stops trying to keep what cannot be kept; it stays in the spool. */
  stop(): void;
};

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

const chatOf = (message: Inbound | Press): string => `${message.chat.channel}:${message.chat.id}`;

/**
 * The way in. Keep first, then handle: a message counts as received when its raw form is stored. While the database is gone the message
 * goes to the spool and is tried again with growing waits, in order; later ones queue behind it.
 */
export const createIntake = (inside: Inside, spool: Spool, log: Log, wait: (ms: number) => Promise<void>): Intake => {
  const order = createInOrder();
  let stopped = false;

  const kept = async (message: Inbound): Promise<{ readonly id: string; readonly fresh: boolean } | null> => {
    for (let ms = FIRST_WAIT_MS; ; ms = Math.min(ms * 2, LONGEST_WAIT_MS)) {
      try {
        return await inside.keepMessage(message);
      } catch (error) {
        log.error(
          { code: 'KEEP_FAILED', channel: message.chat.channel, messageId: message.messageId, error: nameOf(error) },
          'a message cannot be kept; it is in the spool and will be tried again',
        );
        if (ms === FIRST_WAIT_MS) await spool.add(message);
        if (stopped) return null;
        await wait(ms);
      }
    }
  };

  const fetchAll = async (gateway: Gateway, id: string, attachments: readonly Attachment[]): Promise<void> => {
    for (const attachment of attachments) {
      const file: FetchedFile = await gateway.fetchFile(attachment.ref);
      if (file.kind === 'gone')
        log.warn({ code: 'FILE_GONE', id, reason: file.reason }, 'an attachment could not be fetched');
      else await inside.keepFile(id, { kind: attachment.kind, name: file.name ?? attachment.name, bytes: file.bytes });
    }
  };

  const handle = (key: string, id: string): void => {
    void order
      .run(key, () => inside.handleMessage(id))
      .catch((error: unknown) => {
        log.error(
          { code: 'HANDLE_FAILED', id, error: nameOf(error) },
          'a kept message was not handled; the sweep takes it up again',
        );
      });
  };

  const message = async (gateway: Gateway, inbound: Inbound): Promise<void> => {
    const key = chatOf(inbound);
    const stored = await order.run(`keep:${key}`, () => kept(inbound));
    if (stored === null || !stored.fresh) return;
    handle(key, stored.id);
    if (inbound.attachments.length > 0) {
      void order
        .run(`file:${stored.id}`, () => fetchAll(gateway, stored.id, inbound.attachments))
        .catch((error: unknown) => {
          log.warn({ code: 'FILE_FAILED', id: stored.id, error: nameOf(error) }, 'an attachment was not kept');
        });
    }
  };

  const press = async (pressed: Press): Promise<PressAnswer> => {
    const stored = await inside.keepPress(pressed);
    if (!stored.fresh) return { toast: '已处理过了', retire: false };
    return order.run(chatOf(pressed), () => inside.handlePress(stored.id));
  };

  return {
    attach: (gateway) => {
      gateway.onMessage((inbound) => message(gateway, inbound));
      gateway.onPress(press);
      gateway.onGap((from, to) => {
        log.warn(
          { code: 'DEAF', channel: gateway.channel, from, to },
          'the channel was deaf for a while and does not replay',
        );
        return inside.handleGap(gateway.channel, from, to);
      });
    },
    again: (kind, id) =>
      kind === 'message'
        ? order.run(`again:${id}`, () => inside.handleMessage(id))
        : order.run(`again:${id}`, () => inside.handlePress(id)).then(() => undefined),
    recover: async () => {
      const count = await spool.replay(async (inbound) => {
        const stored = await inside.keepMessage(inbound);
        if (stored.fresh) handle(chatOf(inbound), stored.id);
      });
      if (count > 0) log.info({ count }, 'spooled messages were kept');
    },
    idle: () => order.idle(),
    stop: () => {
      stopped = true;
    },
  };
};

/** The name of an error for a log: its code or class, never its text, which may hold data. */
const nameOf = (error: unknown): string => {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return typeof error;
};
