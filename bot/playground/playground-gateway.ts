import type { Budget, Capabilities, Gateway, GatewayStatus, Inbound, Press, PressAnswer } from '../gateway.js';
import { PlaygroundError } from './message.js';
import type { PlaygroundPort, PlaygroundPost, PlaygroundPress, PlaygroundStore } from './message.js';
import { createMemoryStore, createRoom } from './room.js';
import { BOT, chatOf, GROUP, outboundDraft, postDraft, toInbound } from './translate.js';
import { createWork } from './work.js';

/** The console's group chat as a gateway: the same port as the others, and no network. */

export type PlaygroundOptions = {
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number };
  /** A new id at each call. */
  readonly ids: { next(): string };
  /** What a person is called; the id itself for somebody unknown. */
  names(userId: string): string;
  /** The ids of the people whom a text mentions (`@赵高斌`, `@zhaogaobin`). */
  resolveMention(text: string): readonly string[];
  /** Default: forgotten with the process. */
  readonly store?: PlaygroundStore;
  /** Default 小通. */
  readonly botName?: string;
  /** Default: generous, so that trying things out never waits. */
  readonly budget?: Budget;
};

export type Playground = { readonly gateway: Gateway; readonly port: PlaygroundPort };

/** Longer ones are refused rather than split: a page has no limit, this is a guard. UTF-16 units. */
const MAX_TEXT = 1_000_000;
const GENEROUS: Budget = { perSecond: null, perMinute: 6_000, perHour: null };

/** Makes the playground, not started. */
export function createPlayground(options: PlaygroundOptions): Playground {
  const { clock, ids } = options;
  const room = createRoom({ clock, store: options.store ?? createMemoryStore() });
  const reading = {
    botName: options.botName ?? '小通',
    names: options.names,
    resolveMention: options.resolveMention,
    find: room.find,
  };
  const capabilities: Capabilities = {
    mention: 'inline',
    buttons: { group: true, direct: true },
    edit: true,
    direct: true,
    hearsAll: true,
    maxText: { unit: 'utf16-units', size: MAX_TEXT },
    budget: { chat: options.budget ?? GENEROUS, mention: null },
  };

  let onMessage = (_message: Inbound): Promise<void> => Promise.reject(new Error('no handler for messages'));
  let onPress = (_press: Press): Promise<PressAnswer> => Promise.reject(new Error('no handler for presses'));
  let status: GatewayStatus = { kind: 'down', since: clock.now(), reason: 'not started', retrying: false };
  let stopped = false;
  let lastHeardAt: number | null = null;
  const work = createWork();

  function mustBeUp(): void {
    if (status.kind === 'down') throw new PlaygroundError('PLAYGROUND_DOWN');
  }

  async function post(post: PlaygroundPost): Promise<{ readonly id: string }> {
    mustBeUp();
    if (post.from.trim() === '' || post.from === BOT) throw new PlaygroundError('PLAYGROUND_BAD_SENDER');
    const id = post.id ?? ids.next();
    const message = toInbound(post, id, clock.now(), reading);
    return work.inLine(message.chat.id, async () => {
      const there = room.find(id);
      if (there !== null && there.from !== post.from) throw new PlaygroundError('PLAYGROUND_ID_TAKEN');
      lastHeardAt = clock.now();
      await kept(async () => {
        // A repeat is passed on as any platform passes it, and shown once.
        if (there === null) await room.append(postDraft(post, id, reading));
        await onMessage(message);
      });
      return { id };
    });
  }

  async function press({ from, message: id, button }: PlaygroundPress): Promise<PressAnswer> {
    mustBeUp();
    const message = room.find(id);
    const theirs = message?.from === BOT && (message.to === undefined || message.to === from);
    if (message === null || !theirs) throw new PlaygroundError('PLAYGROUND_NO_MESSAGE');
    if (from.trim() === '' || from === BOT) throw new PlaygroundError('PLAYGROUND_BAD_SENDER');
    lastHeardAt = clock.now();
    // Buttons that are gone can still be pressed, as on any platform where two people press at once: the inside refuses.
    const pressed: Press = {
      chat: chatOf(message),
      pressId: ids.next(),
      from: { id: from, name: options.names(from) },
      button,
      messageId: id,
      arrivedAt: clock.now(),
    };
    return work.tracked(
      kept(async () => {
        const answer = await onPress(pressed);
        if (answer.retire) await room.retire(id);
        return answer;
      }),
    );
  }

  async function kept<T>(job: () => Promise<T>): Promise<T> {
    try {
      return await job();
    } catch {
      throw new PlaygroundError('PLAYGROUND_NOT_KEPT');
    }
  }

  const gateway: Gateway = {
    channel: 'playground',
    capabilities,
    onMessage(handler) {
      onMessage = handler;
    },
    onPress(handler) {
      onPress = handler;
    },
    // Nothing is ever missed: there is no network.
    onGap: () => undefined,
    async start() {
      if (status.kind === 'up') return;
      stopped = false;
      try {
        await room.ready();
        if (!stopped) status = { kind: 'up', since: clock.now(), lastHeardAt: null };
      } catch {
        const reason = 'the kept messages cannot be read: check DATA_DIR and the database, then start again';
        status = { kind: 'down', since: clock.now(), reason, retrying: false };
      }
    },
    async stop() {
      stopped = true;
      status = { kind: 'down', since: clock.now(), reason: 'stopped', retrying: false };
      await work.idle();
    },
    status: () => (status.kind === 'up' ? { ...status, lastHeardAt } : status),
    async send(message) {
      if (status.kind === 'down')
        return { kind: 'retry', reason: 'the playground is not running', afterMs: null, slow: false };
      const { chat } = message;
      if (chat.kind === 'group' && chat.id !== GROUP.id)
        return { kind: 'dead', reason: 'the playground has one group' };
      if (chat.id.trim() === '' || chat.id === BOT) return { kind: 'dead', reason: 'nobody to send it to' };
      const draft = outboundDraft(message, ids.next());
      if (draft.text.trim() === '') return { kind: 'dead', reason: 'an empty message' };
      if (draft.text.length > MAX_TEXT) return { kind: 'dead', reason: `longer than ${MAX_TEXT} characters` };
      try {
        const { id } = await work.tracked(room.append(draft));
        return { kind: 'sent', messageId: id };
      } catch {
        return { kind: 'retry', reason: 'the message could not be stored', afterMs: null, slow: false };
      }
    },
    retire: ({ messageId }) => work.tracked(room.retire(messageId)).catch(() => undefined),
    fetchFile: () => Promise.resolve({ kind: 'gone', reason: 'the playground has no files' }),
  };
  return { gateway, port: { post, press, list: room.list, subscribe: room.subscribe } };
}
