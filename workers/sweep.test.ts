import { describe, expect, it } from 'vitest';
import type { Outbox, Recorder } from '../dispatcher/ports.js';
import { SILENT } from '../dispatcher/testing/story.js';
import { createSweepMessages, sweepLanes, type SweepPlace } from './sweep.js';

type Forgotten = { readonly kind: 'message' | 'press'; readonly id: string };
type Rig = { place: SweepPlace; calls: string[]; asked: number[] };

const rig = (
  parts: {
    readonly forgotten?: readonly Forgotten[];
    readonly broken?: readonly string[];
    readonly lanes?: readonly string[];
    readonly held?: readonly string[];
  } = {},
): Rig => {
  const calls: string[] = [];
  const asked: number[] = [];
  const aside = new Set<string>();
  const recorder: Partial<Recorder> = {
    unhandled: (olderThan) => {
      asked.push(olderThan);
      return Promise.resolve((parts.forgotten ?? []).filter((f) => !aside.has(f.id)));
    },
    setAside: (cause, code) => {
      aside.add(cause.id);
      calls.push(`aside ${cause.kind} ${cause.id} ${code}`);
      return Promise.resolve();
    },
  };
  const outbox: Partial<Outbox> = {
    lanes: (channels) => {
      calls.push(`lanes of ${channels.join()}`);
      return Promise.resolve(parts.lanes ?? []);
    },
  };
  const place: SweepPlace = {
    recorder: recorder as Recorder,
    outbox: outbox as Outbox,
    intake: {
      recover: () => Promise.resolve(void calls.push('recover')),
      again: (kind, id) => {
        if (parts.broken?.includes(id) === true) return Promise.reject(new TypeError('of no use'));
        calls.push(`again ${kind} ${id}`);
        return Promise.resolve();
      },
    },
    held: () => parts.held ?? ['wecom'],
    deliver: (channel, lane) => {
      calls.push(`deliver ${channel} ${lane}`);
      return Promise.resolve({ kind: 'empty' });
    },
    log: SILENT,
  };
  return { place, calls, asked };
};

describe('messages that were kept and forgotten', () => {
  it('are taken up in order, after what was spooled', async () => {
    const { place, calls, asked } = rig({
      forgotten: [
        { kind: 'message', id: 'a' },
        { kind: 'press', id: 'b' },
      ],
    });
    expect(await createSweepMessages(place)()).toBe(2);
    expect(calls).toEqual(['recover', 'again message a', 'again press b']);
    expect(asked).toEqual([15_000]);
  });

  it('are all taken up at the start, however young', async () => {
    const { place, asked } = rig();
    await createSweepMessages(place)(0);
    expect(asked).toEqual([0]);
  });

  it('are set aside after five tries, and keep nobody else waiting', async () => {
    const { place, calls } = rig({
      forgotten: [
        { kind: 'message', id: 'bad' },
        { kind: 'message', id: 'good' },
      ],
      broken: ['bad'],
    });
    const sweep = createSweepMessages(place);
    for (let i = 0; i < 4; i += 1) await sweep();
    expect(calls.filter((c) => c.startsWith('aside'))).toEqual([]);
    expect(calls.filter((c) => c === 'again message good')).toHaveLength(4);
    await sweep();
    expect(calls).toContain('aside message bad TypeError');
    await sweep();
    expect(calls.filter((c) => c.startsWith('aside'))).toHaveLength(1);
  });
});

describe('lanes that the queue forgot', () => {
  it('are said where their connection is held', async () => {
    const { place, calls } = rig({ lanes: ['wecom:g1', 'wecom:g1:mention'] });
    expect(await sweepLanes(place)).toEqual([{ kind: 'empty' }, { kind: 'empty' }]);
    expect(calls).toEqual(['lanes of wecom', 'deliver wecom wecom:g1', 'deliver wecom wecom:g1:mention']);
  });

  it('are left to others where nothing is held', async () => {
    const { place, calls } = rig({ held: [], lanes: ['wecom:g1'] });
    expect(await sweepLanes(place)).toEqual([]);
    expect(calls).toEqual([]);
  });
});
