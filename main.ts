import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { pino, type Logger as Pino } from 'pino';
import { readEnv } from './config/env.js';
import { sayFault, type Fault } from './config/fault.js';
import { openPhoneKey } from './config/phone-key.js';
import { loadProject } from './config/project.js';
import { readRole } from './config/role.js';
import { readSettings, type Settings } from './config/settings.js';
import { startConsole, type RunningConsole } from './console/server.js';
import { runsOut } from './dispatcher/decide/calendar.js';
import { dateOf } from './dispatcher/decide/time.js';
import { boardOf } from './dispatcher/board.js';
import { openSystem, type System } from './system.js';
import type { LoadedProject } from './config/project.js';
import { createKeptClock, systemClock } from './workers/clock.js';
import { healthOf } from './workers/health.js';
import { createIds } from './workers/ids.js';
import type { Role } from './workers/host.js';

/** Says what is wrong, all of it at once, and ends: a process with half a setting must not start. */
const refuse = (faults: readonly Fault[]): never => {
  process.stderr.write(`启动不了，请先改好这几处：\n${faults.map(sayFault).join('\n')}\n`);
  process.exit(1);
};

type Start = {
  readonly role: Role;
  readonly settings: Settings;
  readonly project: LoadedProject;
  readonly phoneKey: Uint8Array;
};

const readStart = (): Start => {
  const role = readRole(process.argv.slice(2));
  if (role.kind === 'fault')
    return refuse([{ file: 'arguments', line: null, field: '--role', problem: role.problem, cure: role.cure }]);
  const settings = readSettings(readEnv(), role.role);
  if (settings.kind === 'faults') return refuse(settings.faults);
  mkdirSync(settings.settings.dataDir, { recursive: true });
  const project = loadProject(settings.settings.projectDir);
  if (project.kind === 'faults') return refuse(project.faults);
  const key = openPhoneKey(settings.settings.phoneKey);
  if (key.kind === 'faults') return refuse(key.faults);
  return {
    role: role.role,
    settings: settings.settings,
    project: project.project,
    phoneKey: Buffer.from(key.key.reveal(), 'base64'),
  };
};

const openConsole = (system: System, { settings, project }: Start, log: Pino): Promise<RunningConsole> => {
  const { record, house, clock, queues, host, gateways, playground } = system;
  return startConsole({
    host: settings.host,
    port: settings.port,
    playground: playground?.port ?? null,
    board: async () => boardOf(await record.views.openTickets(), house, clock.now()),
    people: () => [
      ...project.people.map((p) => ({ id: p.id, name: p.name, role: p.role, title: p.title })),
      ...project.staff.map((s) => ({ id: s.ids.playground ?? s.id, name: s.name, role: s.role, title: s.title })),
    ],
    samples: () => project.samples,
    advance: system.advance,
    now: () => clock.now(),
    health: () => healthOf({ views: record.views, timers: record.timers, queues, gateways, held: host.held, clock }),
    figures: async () => ({ ...(await record.views.figures()), queues: await queues.depth().catch(() => ({})) }),
    logger: log,
  });
};

/** That the holidays are not known far enough ahead; '' where they are. */
const holidays = ({ project }: Start, now: number): string => {
  const end = runsOut(now, project.policy.workingHours.days);
  return end === null
    ? ''
    : `  放假安排只到 ${dateOf(end - 1)}，之后按周一到周五算；新一年公布后请写进 calendar.yaml。\n`;
};

/** What runs and what to do next, in a few lines. */
const banner = (start: Start, url: string, tookMs: number, now: number): string => {
  const { settings, role } = start;
  const store = settings.stores.kind === 'embedded' ? `内置 PostgreSQL（${settings.dataDir}）` : settings.stores.kind;
  const channels = [
    ...(settings.wecom === null ? [] : ['企业微信']),
    ...(settings.telegram === null ? [] : ['Telegram']),
    ...(settings.playground ? ['演练场'] : []),
  ].join('、');
  const seconds = (tookMs / 1000).toFixed(1);
  const next =
    role === 'worker'
      ? ''
      : settings.playground
        ? `  打开 ${url} ，选一位老师，说一句“三楼整层上不了网”。\n`
        : `  状态页 ${url} 。\n`;
  return `小通已就绪（${seconds} 秒）\n  角色 ${role}；通道 ${channels}；数据 ${store}\n${holidays(start, now)}${next}  Ctrl-C 退出，数据保留。\n`;
};

const run = async (): Promise<void> => {
  const began = Date.now();
  const start = readStart();
  const { settings, role } = start;
  // On a terminal the log goes to a file, so that a person sees the few lines meant for people; in a container to stdout.
  const target = process.stdout.isTTY ? pino.destination(join(settings.dataDir, 'xiaotong.log')) : pino.destination(1);
  const log = pino(
    {
      level: settings.logLevel,
      base: { role },
      redact: { paths: ['text', 'phone', 'url', 'token', 'secret'], remove: true },
    },
    target,
  );
  const real = settings.wecom !== null || settings.telegram !== null;
  const clock = real ? systemClock : createKeptClock(join(settings.dataDir, 'clock.json'));
  const system = await openSystem({ ...start, clock, ids: createIds(clock), log });
  await system.host.start();
  const console = await openConsole(system, start, log);
  process.stdout.write(banner(start, console.url, Date.now() - began, clock.now()));

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    process.stdout.write('正在收尾：处理完手上的消息就退出……\n');
    log.info({ signal }, 'stopping');
    const all = async (): Promise<void> => {
      await console.close();
      await system.close();
    };
    all().then(
      () => {
        process.stdout.write('已退出，数据都在。\n');
        process.exit(0);
      },
      (error: unknown) => {
        log.error(
          { code: 'STOP_FAILED', error: error instanceof Error ? error.name : typeof error },
          'the stop was not clean',
        );
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

run().catch((error: unknown) => {
  const { code, message, cure } = error as { code?: string; message?: string; cure?: string };
  process.stderr.write(`启动失败 ${code ?? ''} ${message ?? String(error)}\n${cure ?? ''}\n`);
  process.exit(1);
});
