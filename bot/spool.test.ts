import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from './gateway.js';
import { createSpool } from './spool.js';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tongzhou-spool-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const path = (): string => join(dir, 'deep', 'spool.jsonl');
const said = (messageId: string, text = '三楼断网\n第二行'): Inbound => ({
  chat: { channel: 'wecom', kind: 'group', id: 'g1' },
  messageId,
  from: { id: 'wang', name: null },
  text,
  addressed: true,
  mentions: [],
  quote: null,
  attachments: [],
  arrivedAt: 1,
});

/** Replays into a list; fails at the message of this id. */
const replay = async (failAt?: string): Promise<readonly string[]> => {
  const kept: string[] = [];
  await createSpool(path())
    .replay((message) => {
      if (message.messageId === failAt) return Promise.reject(new Error('database gone'));
      kept.push(message.messageId);
      return Promise.resolve();
    })
    .catch(() => undefined);
  return kept;
};

describe('the spool', () => {
  it('gives back what it was given, oldest first, and forgets it', async () => {
    const spool = createSpool(path());
    await spool.add(said('m1'));
    await spool.add(said('m2'));
    const back: Inbound[] = [];
    expect(await spool.replay((m) => Promise.resolve(void back.push(m)))).toBe(2);
    expect(back).toEqual([said('m1'), said('m2')]);
    expect(await spool.replay(() => Promise.reject(new Error('nothing is left')))).toBe(0);
  });

  it('has nothing to give where nothing was spooled', async () => {
    expect(await createSpool(path()).replay(() => Promise.reject(new Error('never called')))).toBe(0);
  });

  it('outlives the process, and nobody else may read it', async () => {
    await createSpool(path()).add(said('m1'));
    expect(await replay()).toEqual(['m1']);
    await createSpool(path()).add(said('m2'));
    expect(statSync(path()).mode & 0o077).toBe(0);
  });

  it('keeps all of it where one cannot be kept, and begins again from the oldest', async () => {
    const spool = createSpool(path());
    for (const id of ['m1', 'm2', 'm3']) await spool.add(said(id));
    expect(await replay('m2')).toEqual(['m1']);
    expect(await replay()).toEqual(['m1', 'm2', 'm3']);
    expect(await replay()).toEqual([]);
  });

  it('lays what came meanwhile behind what a failed replay left', async () => {
    await createSpool(path()).add(said('m1'));
    await replay('m1');
    await createSpool(path()).add(said('m2'));
    expect(await replay()).toEqual(['m1', 'm2']);
  });

  it('takes up what a replay that was killed had taken over', async () => {
    await createSpool(path()).add(said('m1'));
    // Killed in the middle of handing them on.
    renameSync(path(), `${path()}.replaying`);
    await createSpool(path()).add(said('m2'));
    expect(await replay()).toEqual(['m1', 'm2']);
    expect(existsSync(`${path()}.replaying`)).toBe(false);
  });

  it('takes a message in while it replays', async () => {
    const spool = createSpool(path());
    await spool.add(said('m1'));
    await spool.replay(() => spool.add(said('m2')));
    expect(readFileSync(path(), 'utf8')).toContain('"m2"');
    expect(await replay()).toEqual(['m2']);
  });
});
