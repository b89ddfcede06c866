import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createAdvisor } from './advisor/advisor.js';
import type { ChannelId, ChatRef, Gateway } from './bot/gateway.js';
import { createFileStore } from './bot/playground/file-store.js';
import { createPlayground, type Playground } from './bot/playground/playground-gateway.js';
import { createIntake } from './bot/intake.js';
import { createSpool } from './bot/spool.js';
import { createTelegramGateway } from './bot/telegram/telegram-gateway.js';
import { createWecomGateway } from './bot/wecom/wecom-gateway.js';
import type { LoadedProject } from './config/project.js';
import type { Settings } from './config/settings.js';
import type { Desk } from './dispatcher/desk.js';
import { EVERYBODY } from './dispatcher/decide/attendance.js';
import type { House } from './dispatcher/decide/scene.js';
import type { Instant, Millis } from './dispatcher/model.js';
import type { Advisor, Clock, Ids, KnownPerson, Logger } from './dispatcher/ports.js';
import { createRecord, type DispatchRecord } from './dispatcher/record/create-record.js';
import type { Mentions } from './dispatcher/say/message.js';
import { createUnderstand } from './dispatcher/understand/understand.js';
import { migrate } from './entities/migrate.js';
import { openStore, type Store } from './entities/store.js';
import { advance } from './workers/advance.js';
import type { MovableClock } from './workers/clock.js';
import { createHost, type Host, type HostParts, type Role } from './workers/host.js';
import { openQueues, type Queues } from './workers/queues.js';

export type SystemOptions = {
  readonly settings: Settings;
  readonly project: LoadedProject;
  readonly role: Role;
  readonly clock: Clock | MovableClock;
  readonly ids: Ids;
  readonly log: Logger;
  /** The key telephone numbers are sealed with, 32 bytes. */
  readonly phoneKey: Uint8Array;
  /** An opened store to use (tests); left open when the system closes. */
  readonly store?: Store;
  /** Wraps what the background is made of, before it is made (tests and measurements: a port that fails, dies or counts). */
  readonly wrap?: (parts: HostParts) => HostParts;
};

/** Everything but the console, wired and not yet running. */
export type System = {
  readonly host: Host;
  readonly record: DispatchRecord;
  readonly house: House;
  readonly queues: Queues;
  readonly gateways: readonly Gateway[];
  readonly playground: Playground | null;
  readonly clock: Clock;
  /** Moves the clock; null where it may not be moved: a real channel is connected, or time is the machine's. */
  readonly advance: ((ms: Millis) => Promise<Instant>) | null;
  close(): Promise<void>;
};

const isMovable = (clock: Clock | MovableClock): clock is MovableClock => 'moveTo' in clock;

const queuePlace = (settings: Settings, store: Store): Parameters<typeof openQueues>[0] => {
  if (settings.queue.kind === 'redis') {
    return { kind: 'redis', url: settings.queue.url.reveal(), prefix: 'xiaotong' };
  }
  const place = store.postgres;
  if (place === null) throw new Error('QUEUE_NO_PLACE: MySQL needs Redis for the queue; set REDIS_URL');
  return { kind: 'postgres', url: place.url.reveal(), Client: place.Client };
};

const openGateways = (
  options: SystemOptions,
  record: DispatchRecord,
  holder: string,
): { gateways: readonly Gateway[]; playground: Playground | null } => {
  const { settings, project, clock, ids, log } = options;
  const { wecom, telegram, botName } = settings;
  const names = new Map<string, string>([
    ...project.people.map((p) => [p.id, p.name] as const),
    ...project.staff.flatMap((s) => (s.ids.playground === undefined ? [] : [[s.ids.playground, s.name] as const])),
  ]);
  const playground = settings.playground
    ? createPlayground({
        clock,
        ids,
        botName,
        budget: project.lanes.playground.chat,
        names: (id) => names.get(id) ?? id,
        resolveMention: (text) =>
          [...names].filter(([id, name]) => text.includes(`@${name}`) || text.includes(`@${id}`)).map(([id]) => id),
        store: createFileStore(join(settings.dataDir, 'playground.jsonl')),
      })
    : null;
  const gateways = [
    ...(wecom === null
      ? []
      : [
          createWecomGateway({
            botId: wecom.botId,
            secret: wecom.botSecret.reveal(),
            wsUrl: wecom.wsUrl,
            webhookUrl: wecom.webhookUrl?.reveal() ?? null,
            chatIds: wecom.chatIds,
            groupCards: wecom.groupCards,
            botName,
            clock,
            logger: log,
            mayHold: () => record.leases.take('channel:wecom', holder, 9_000),
          }),
        ]),
    ...(telegram === null
      ? []
      : [
          createTelegramGateway({
            token: telegram.botToken.reveal(),
            apiRoot: telegram.apiRoot,
            chatIds: telegram.chatIds,
            botName,
            clock,
            logger: log,
          }),
        ]),
    ...(playground === null ? [] : [playground.gateway]),
  ];
  return { gateways, playground };
};

/** The second opinion, where one is configured. */
const openAdvisor = ({ settings: { advisor }, log, clock }: SystemOptions): Advisor | null =>
  advisor === null
    ? null
    : createAdvisor({
        baseUrl: advisor.baseUrl,
        model: advisor.model,
        apiKey: advisor.apiKey?.reveal() ?? null,
        logger: log,
        clock,
      });

/** The group in which direct reports of a channel are spoken of: the first one served. */
const groupsOf = (settings: Settings): Readonly<Record<ChannelId, ChatRef | null>> => {
  const first = (channel: ChannelId, ids: readonly string[] | undefined): ChatRef | null => {
    const id = ids?.[0];
    return id === undefined ? null : { channel, kind: 'group', id };
  };
  return {
    wecom: first('wecom', settings.wecom?.chatIds),
    telegram: first('telegram', settings.telegram?.chatIds),
    playground: settings.playground ? { channel: 'playground', kind: 'group', id: 'playground' } : null,
  };
};

/** The playground's people, as the project knows them. */
const peopleOf = ({ people }: LoadedProject): readonly KnownPerson[] =>
  people
    .filter(({ unit, phone }) => unit !== null || phone !== null)
    .map(({ id, name, unit, phone }) => ({ key: `playground:${id}`, name, unit, phone }));

const mentionsOf = (gateways: readonly Gateway[]): Mentions => {
  const of = (channel: ChannelId): Mentions[ChannelId] =>
    gateways.find((g) => g.channel === channel)?.capabilities.mention ?? 'none';
  return { wecom: of('wecom'), telegram: of('telegram'), playground: of('playground') };
};

/** Opens the stores, brings them up to date and wires the parts. Throws StoreError where the database cannot be used. */
export const openSystem = async (options: SystemOptions): Promise<System> => {
  const { settings, project, role, clock, ids, log, phoneKey } = options;
  const store = options.store ?? (await openStore(settings.stores));
  try {
    if (options.store === undefined) await migrate(store.dataSource, log);
    const record = createRecord({
      dataSource: store.dataSource,
      clock,
      ids,
      logger: log,
      phoneKey,
      filesDir: join(settings.dataDir, 'files'),
    });
    if (role !== 'worker' && settings.playground) await record.people.welcome(peopleOf(project));
    const holder = randomUUID();
    const house: House = {
      policy: project.policy,
      staff: project.staff,
      units: new Map(project.units.map((u) => [u.name, u])),
      attendance: EVERYBODY,
      topology: project.topology,
    };
    const reader = createUnderstand({ units: project.units, staff: project.staff, rooms: project.policy.rooms });
    const { gateways, playground } =
      role === 'worker' ? { gateways: [], playground: null } : openGateways(options, record, holder);
    const real = settings.wecom !== null || settings.telegram !== null;
    const desk: Desk = {
      recorder: record.recorder,
      clock,
      log,
      house,
      understand: (text, context) => reader.understand(text, context),
      advisor: openAdvisor(options),
      mentions: role === 'worker' ? configuredMentions(settings) : mentionsOf(gateways),
      groups: groupsOf(settings),
      budgets: project.lanes,
      channels: real
        ? [
            ...(settings.wecom === null ? [] : ['wecom' as const]),
            ...(settings.telegram === null ? [] : ['telegram' as const]),
          ]
        : ['playground'],
    };
    const queues = openQueues(queuePlace(settings, store), log);
    const parts: HostParts = {
      role,
      desk,
      outbox: record.outbox,
      timers: record.timers,
      leases: record.leases,
      queues,
      gateways,
      budgets: project.lanes,
      intake: (handlers) =>
        createIntake(
          handlers,
          createSpool(join(settings.dataDir, 'spool.jsonl')),
          log,
          (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        ),
      holder,
    };
    const host = createHost(options.wrap?.(parts) ?? parts);
    return {
      host,
      record,
      house,
      queues,
      gateways,
      playground,
      clock,
      advance: real || !isMovable(clock) ? null : (ms) => advance(ms, clock, host),
      close: async () => {
        await host.stop();
        await queues.close();
        if (options.store === undefined) await store.close();
      },
    };
  } catch (error) {
    if (options.store === undefined) await store.close();
    throw error;
  }
};

/** What a worker says is sent by a bot process: it must know how that one's channels mention people. */
const configuredMentions = (settings: Settings): Mentions => ({
  wecom: settings.wecom === null || settings.wecom.webhookUrl === null ? 'none' : 'separate',
  telegram: 'inline',
  playground: 'inline',
});
