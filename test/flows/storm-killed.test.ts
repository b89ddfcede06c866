import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables, testStores } from '../../dispatcher/record/testing.js';
import { InboundTable } from '../../entities/inbound.js';
import { OutboxTable } from '../../entities/outbox.js';
import type { Store } from '../../entities/store.js';
import { TicketMemberTable, TicketTable } from '../../entities/ticket.js';
import { createRandom } from '../../scripts/simulate/random.js';
import type { Role } from '../../workers/host.js';
import { ownRedis, redisUrl, shippedProject } from '../support/assemble.js';
import { startChild, type Child } from '../support/killed/child.js';
import { awaited } from '../support/patience.js';
import { openStoreFor, urlOf } from '../support/stories.js';
import { UNITS, stormSteps, type StormStep } from '../support/storm/script.js';
import { WECOM_GROUP, wecomStage, type WecomStage } from '../support/wecom-stage.js';

/**
 * Issue 4, «A storm»: two bot processes and three workers on one MySQL and Redis, one after another killed at random while the storm
 * is on; each is started anew, as a supervisor would. What comes of it equals what a single process makes of the same storm.
 */
const ROLES: readonly Role[] = ['bot', 'bot', 'worker', 'worker', 'worker'];
const SEED = 1;
/** So many of the storm's messages lie between two kills. */
const BEAT = 9;
/** A message that the connection's holder took into its grave is not kept; people are then asked to say it again. */
const KEPT_MS = 4_000;

type Fates = {
  /** Of each unit of the storm: who told of it. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly incidents: number;
  /** `reporter level category` of all other tickets. */
  readonly others: readonly string[];
};

const fatesOf = async (store: Store): Promise<Fates> => {
  const tickets = await store.dataSource.getRepository(TicketTable).find();
  const told = await store.dataSource.getRepository(TicketMemberTable).find();
  const inIncident = tickets.filter((ticket) => ticket.incident !== null);
  const members: Record<string, string[]> = {};
  for (const { id, unit } of inIncident) {
    // The incident's own ticket is of no unit.
    if (unit === null) continue;
    const people = told.filter(({ ticket }) => ticket === id).map(({ person }) => person);
    members[unit] = [...(members[unit] ?? []), ...people].sort();
  }
  return {
    members,
    incidents: new Set(inIncident.map(({ incident }) => incident)).size,
    others: tickets
      .filter(({ incident }) => incident === null)
      .map(({ reporter, level, category }) => `${reporter} ${level} ${category}`)
      .sort(),
  };
};

describe.runIf(testStores().includes('mysql'))('a storm over several processes (mysql)', () => {
  const steps = stormSteps(SEED);
  let store: Store;
  let stage: WecomStage;
  let dataDir: string;
  let running: { readonly role: Role; readonly child: Promise<Child> }[] = [];

  beforeEach(async () => {
    store = await openStoreFor('mysql');
    await emptyTables(store);
    dataDir = mkdtempSync(join(tmpdir(), 'tongzhou-storm-'));
    running = [];
    stage = await wecomStage({
      now: () => Date.now(),
      reporters: [...new Set(steps.map(({ who }) => who))],
      staff: shippedProject().staff.map((member) => member.id),
    });
  });
  afterEach(async () => {
    await Promise.all(running.map(async ({ child }) => (await child).kill()));
    await stage.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = (role: Role): void => {
    const child = startChild({
      role,
      wecom: { ...stage.fake, chatId: WECOM_GROUP },
      store: { kind: 'mysql', url: urlOf(store, 'mysql') },
      redis: redisUrl(ownRedis()),
      dataDir,
      district: 'storm',
      ahead: 0,
      moment: null,
    });
    running.push({ role, child });
  };
  const connected = (): Promise<number> => awaited('a bot holds the connection', () => stage.fake.connection(), 30_000);
  const kept = (who: string): Promise<number> =>
    store.dataSource.getRepository(InboundTable).countBy({ senderId: who });

  /** Says it until it is kept; somebody who was not heard says it again, as the bot asks him to. */
  const say = async ({ who, text }: StormStep): Promise<number> => {
    const before = await kept(who);
    for (let times = 1; ; times += 1) {
      await connected();
      await stage.say(who, { text, place: { kind: 'group' } });
      const heard = await awaited('it is kept', async () => ((await kept(who)) > before ? true : null), KEPT_MS).catch(
        () => false,
      );
      if (heard) return times;
      if (times === 8) throw new Error(`${who} was never heard: ${text}`);
    }
  };

  /** Everything is handled and said. The group's budget makes the last words wait up to a minute or two. */
  const quiet = (): Promise<true> =>
    awaited(
      'everything is said',
      async () => {
        const waiting = await store.dataSource
          .getRepository(OutboxTable)
          .countBy([{ state: 'due' }, { state: 'sending' }]);
        const unread = await store.dataSource.getRepository(InboundTable).countBy({ state: 'kept' });
        return waiting === 0 && unread === 0 ? true : null;
      },
      240_000,
    );

  /** `before`: so many messages were there when this run began. */
  const everythingHeard = async (before: number): Promise<void> => {
    const inbound = await store.dataSource.getRepository(InboundTable).find();
    expect(inbound.filter(({ state }) => state !== 'handled')).toEqual([]);
    const outbox = await store.dataSource.getRepository(OutboxTable).find();
    // Nothing was given up; nothing is called sent that nobody knows of.
    expect(outbox.filter(({ state }) => state === 'dead' || state === 'unknown')).toEqual([]);
    // One message for each row that is sent; whatever came twice says so.
    const first = stage
      .heard()
      .slice(before)
      .filter(({ text }) => !text.startsWith('（重发）'));
    expect(first.length).toBeLessThanOrEqual(outbox.filter(({ state }) => state === 'sent').length);
  };

  it('equals that of a single process', { timeout: 600_000 }, async () => {
    start('all');
    for (const step of steps) await say(step);
    await quiet();
    await everythingHeard(0);
    const single = await fatesOf(store);
    expect(single.incidents).toBe(1);
    expect(Object.keys(single.members)).toHaveLength(UNITS.length);

    await Promise.all(running.map(async ({ child }) => (await child).kill()));
    await emptyTables(store);
    running = [];
    const before = stage.heard().length;
    const { pick } = createRandom(SEED);
    for (const role of ROLES) start(role);
    const killed: Role[] = [];
    let repeated = 0;
    for (const [n, step] of steps.entries()) {
      if (n % BEAT === BEAT - 1) {
        const victim = pick(running);
        running = running.filter((one) => one !== victim);
        await (await victim.child).kill();
        killed.push(victim.role);
        start(victim.role);
      }
      repeated += (await say(step)) - 1;
    }
    await quiet();
    process.stdout.write(`killed: ${killed.join(', ')}; said again by people: ${repeated}\n`);
    expect(killed.length).toBeGreaterThanOrEqual(6);
    await everythingHeard(before);
    expect(await fatesOf(store)).toEqual(single);
  });
});
