/** Stories as tests: the same ones on every store that TEST_STORES names, each on empty tables and a system of its own. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { readEnv } from '../../config/env.js';
import { emptyTables, openTestStore, testStores, type StoreKind } from '../../dispatcher/record/testing.js';
import { StoreError } from '../../entities/fault.js';
import type { Store } from '../../entities/store.js';
import { ownRedis, redisUrl } from './assemble.js';
import { playgroundStage } from './playground-stage.js';
import { openStory, type Story, type StoryOptions } from './story.js';
import { sayTranscript } from './transcript.js';

export type Tell = (name: string, act: (story: Story) => Promise<void>) => void;

type Setting = Pick<StoryOptions, 'start' | 'patience'> & Partial<Pick<StoryOptions, 'stage'>>;

/** A full telephone number, which no group must ever see (design.md 3). */
const TELEPHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/u;

/** What holds in every story, whatever it is about. */
const always = (story: Story): void => {
  const leak = story.stage.heard().find((one) => one.place.kind === 'group' && TELEPHONE.test(one.text));
  if (leak !== undefined) throw new Error(`a telephone number stands in the group: ${leak.text}`);
};

const printed = (story: Story, title: string): string =>
  `\n═══ ${title}\n${sayTranscript(story.transcript(), story.nameOf)}\n`;

/** What helps to see why: all that was said, and what the log warned of. */
const explained = (error: unknown, story: Story, title: string): Error => {
  const warned = story.log.filter(({ level }) => level === 'warn' || level === 'error').slice(-8);
  const log = warned.map((line) => `  ${line.level} ${line.message} ${JSON.stringify(line.fields)}`).join('\n');
  const why = error instanceof Error ? error : new Error(String(error));
  why.message = `${why.message}\n${printed(story, title)}${log}`;
  return why;
};

/** Another test process may just be stopping the server they share: then the next try starts it anew. */
export const openStoreFor = async (kind: StoreKind): Promise<Store> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await openTestStore(kind);
    } catch (error) {
      const stopping = error instanceof StoreError && error.code === 'EMBEDDED_CONNECT_FAILED';
      if (!stopping || tries >= 5) throw error;
    }
  }
};

/** The address of a test's database, for a process of its own. */
export const urlOf = (store: Store, kind: StoreKind): string => {
  if (store.postgres !== null) return store.postgres.url.reveal();
  if (kind !== 'mysql') throw new Error('this store has no address');
  const url = new URL(readEnv()['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/mysql');
  url.pathname = `/${String(store.dataSource.options.database)}`;
  return url.href;
};

const play = async (kind: StoreKind, store: Store, title: string, setting: Setting, act: Parameters<Tell>[1]) => {
  await emptyTables(store);
  const redis = kind === 'mysql' ? redisUrl(ownRedis()) : null;
  const story = await openStory({ stage: playgroundStage, ...setting, store, redis });
  try {
    await act(story);
    await story.settled();
    story.nothingMore();
    always(story);
    if (readEnv()['TRANSCRIPT'] !== undefined) process.stdout.write(printed(story, title));
  } catch (error) {
    throw explained(error, story, title);
  } finally {
    await story.close();
  }
};

/** Tells stories about one thing, on every store under test. */
export const stories = (about: string, tellAll: (tell: Tell) => void, setting: Setting = {}): void => {
  for (const kind of testStores()) {
    describe(`${about} (${kind})`, () => {
      let store: Store;
      beforeAll(async () => {
        store = await openStoreFor(kind);
      });
      afterAll(() => store.close());
      tellAll((name, act) => it(name, () => play(kind, store, `${about}: ${name}`, setting, act)));
    });
  }
};
