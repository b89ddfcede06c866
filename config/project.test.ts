import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATEGORIES as DOMAIN_CATEGORIES } from '../dispatcher/model.js';
import type { Project } from '../dispatcher/policy.js';
import { sayFault } from './fault.js';
import {
  checkProject,
  loadProject,
  missingIds,
  readProjectFiles,
  type LoadedProject,
  type ProjectFileName,
} from './project.js';
import { CATEGORIES } from './project/vocabulary.js';

const dir = fileURLToPath(new URL('./tongzhou', import.meta.url));
const files = readProjectFiles(dir);

const shipped = (): LoadedProject => {
  const read = loadProject(dir);
  if (read.kind === 'faults') throw new Error(read.faults.map(sayFault).join('\n'));
  return read.project;
};

type Change = readonly [file: ProjectFileName, from: string, to: string];

/** The shipped project with some words replaced, in memory, and the faults that come of it. */
const faultsOf = (...changes: readonly Change[]): readonly string[] => {
  const texts = new Map<ProjectFileName, string>();
  for (const [name, from, to] of changes) {
    const text = texts.get(name) ?? new TextDecoder().decode(files[name] ?? undefined);
    expect(text).toContain(from);
    texts.set(
      name,
      text.replace(from, () => to),
    );
  }
  const broken = Object.fromEntries([...texts].map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const read = checkProject({ ...files, ...broken });
  return read.kind === 'project' ? [] : read.faults.map(sayFault);
};

describe('the shipped project', () => {
  it('is what the deciding code reads', () => {
    const project: Project = shipped();
    expect(project.units).toHaveLength(118);
    expect(project.staff.filter((staff) => staff.role !== 'client')).toHaveLength(11);
    expect(project.policy.sla[1]).toEqual({
      acceptMs: 300_000,
      arrive: { unit: 'ms', ms: 1_800_000 },
      resolve: { unit: 'ms', ms: 14_400_000 },
      hours: 'all',
      beatMs: 900_000,
    });
    expect(project.policy.sla[3].arrive).toEqual({ unit: 'working-days', days: 1 });
    expect(project.policy.workingHours.parts).toEqual([
      { from: 480, to: 720 },
      { from: 780, to: 1080 },
    ]);
  });

  it('knows exactly the kinds of work of the domain', () => {
    expect(CATEGORIES).toEqual(DOMAIN_CATEGORIES);
  });

  it('has the contract’s 22 lines and total', () => {
    const { catalogue } = shipped();
    expect(catalogue.map((line) => line.no)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    expect(catalogue.reduce((sum, line) => sum + line.quantity * line.priceFen, 0)).toBe(396_600_000);
  });

  it('has somebody of the playground for reporters, and sentences for every role', () => {
    const { people, samples } = shipped();
    expect(new Set(people.map((person) => person.unit)).size).toBeGreaterThan(5);
    expect(new Set(samples.map((sample) => sample.role)).size).toBe(6);
  });

  it('reaches all eleven on WeCom and nobody on Telegram yet', () => {
    const { staff } = shipped();
    expect(missingIds(staff, ['wecom', 'playground'])).toEqual([]);
    expect(missingIds(staff, ['telegram'])).toHaveLength(11);
  });
});

describe('faults of a project', () => {
  const KINDS: readonly (readonly [what: string, change: Change, said: RegExp])[] = [
    [
      'a short name of two units',
      ['units.csv', '永顺小学,primary', '永顺小学|运河小学,primary'],
      /^units\.csv:\d+ short_names: "运河小学" is already a name of .*\(line \d+\)/,
    ],
    ['a unit twice', ['units.csv', '北京市通州区官园小学', '北京市通州区司空小学'], /^units\.csv:\d+ name: /],
    ['a kind nobody knows', ['units.csv', '永顺小学,primary', '永顺小学,primery'], /^units\.csv:\d+ kind: "primery"/],
    [
      'a unit on no room',
      ['units.csv', '玉桥,研修中心,0', '玉桥,研究中心,0'],
      /^units\.csv:\d+ node_site: 研究中心 is no room/,
    ],
    [
      'a key that is neither',
      ['units.csv', 'office,,研修中心,1', 'office,,研修中心,yes'],
      /^units\.csv:\d+ key_unit: /,
    ],
    [
      'a cell too few',
      ['units.csv', 'office,,研修中心,1', 'office,,研修中心'],
      /^units\.csv:\d+: The line has 5 cells, not 6/,
    ],
    ['another head', ['units.csv', 'name,short_names', 'name,shortnames'], /^units\.csv:4: The first line/],
    [
      'a turn of duty for somebody who has none',
      ['rota.yaml', 'rotation: null', "rotation: { start: '2026-11-30', days: 7, turns: [[wangxiubao]] }"],
      /^rota\.yaml:\d+ rotation\.turns\[0\]\[0\]: wangxiubao cannot have duty\. → Choose one of: zhangbingbing/,
    ],
    [
      'a role nobody knows',
      ['roster.yaml', 'role: desk', 'role: boss'],
      /^roster\.yaml:\d+ people\[10\]\.role: "boss"/,
    ],
    [
      'a category nobody knows',
      ['roster.yaml', '[security, video]', '[security, vidio]'],
      /^roster\.yaml:\d+ people\[9\]\.primary\[1\]: "vidio"/,
    ],
    [
      'a duty nobody has',
      ['roster.yaml', '[security, video]', '[video]'],
      /^roster\.yaml people\[\]\.primary: Nobody has security/,
    ],
    [
      'a deputy nobody is',
      ['roster.yaml', 'secondary: [fibre]', 'secondary: []'],
      /^roster\.yaml people\[\]\.secondary: Nobody has fibre/,
    ],
    [
      'a duty in both lists',
      ['roster.yaml', '[metro, virtual, backup, security]', '[metro, virtual, backup, security, room]'],
      /people\[8\]\.secondary: room is both/,
    ],
    [
      'a person twice',
      ['roster.yaml', 'id: dongyayang', 'id: zhaogaobin'],
      /people\[5\]\.id: zhaogaobin stands twice, first in people\[4\]/,
    ],
    [
      'a platform id twice',
      ['roster.yaml', 'wecom: dongyayang', 'wecom: zhaogaobin'],
      /people\[5\]\.channels\.wecom: /,
    ],
    [
      'a field nobody knows',
      ['roster.yaml', 'wecom: suzhe', 'wechat: suzhe'],
      /^roster\.yaml:\d+ people\[10\]\.channels\.wechat: Unknown: wechat/,
    ],
    [
      'an unknown lead',
      ['policy.yaml', 'lead: zhangbingbing', 'lead: zhangbinbin'],
      /^policy\.yaml:7 lead: zhangbinbin is not on the roster/,
    ],
    [
      'a lead of another role',
      ['policy.yaml', 'lead: zhangbingbing', 'lead: suzhe'],
      /^policy\.yaml:7 lead: suzhe has another role/,
    ],
    [
      'a length without a unit people know',
      ['policy.yaml', 'accept: 5 分钟', 'accept: 5 mins'],
      /^policy\.yaml:\d+ sla\.1\.accept: "5 mins" is no length/,
    ],
    [
      'a repair before arrival',
      ['policy.yaml', 'resolve: 4 小时', 'resolve: 10 分钟'],
      /sla\.1\.resolve: The repair is due before arrival/,
    ],
    [
      'working days round the clock',
      ['policy.yaml', 'hours: working', 'hours: all'],
      /sla\.3\.arrive: Working days count only/,
    ],
    ['hours in disorder', ['policy.yaml', '13:00-18:00', '11:00-18:00'], /workingHours: The parts overlap/],
    [
      'two cores',
      ['policy.yaml', '- name: 渠头小学', '- core: true\n    name: 渠头小学'],
      /rooms: Not exactly one room/,
    ],
    [
      'a lane above the platform’s limit',
      ['policy.yaml', 'mention: { perMinute: 16 }', 'mention: { perMinute: 30 }'],
      /lanes\.wecom\.mention\.perMinute: The platform allows 20/,
    ],
    [
      'a trunk to nowhere',
      ['topology.yaml', 'ends: [研修中心, 漷县中学]', 'ends: [研修中心, 郭县中学]'],
      /^topology\.yaml:\d+ trunks\[1\]\.ends\[1\]: 郭县中学 is no room of policy\.yaml/,
    ],
    [
      'a trunk in a circle',
      ['topology.yaml', 'ends: [研修中心, 漷县中学]', 'ends: [漷县中学, 漷县中学]'],
      /trunks\[1\]\.ends: A trunk ends where it began/,
    ],
    [
      'two lines of one name',
      ['topology.yaml', 'name: 南环', 'name: 漷县干线'],
      /rings\[0\]\.name: "漷县干线" stands twice/,
    ],
    ['no day', ['calendar.yaml', "'2027-01-01'", "'2027-02-30'"], /years\.2027\.off\[0\]: "2027-02-30"/],
    ['an incident of one report', ['policy.yaml', 'units: 3', 'units: 1'], /incident\.units: Too small/],
    ['a field left out', ['policy.yaml', 'managerAfter: 30 分钟', ''], /^policy\.yaml:\d+ managerAfter: /],
    [
      'a key twice',
      ['policy.yaml', 'desk: suzhe', 'desk: suzhe\nlead: suzhe'],
      /^policy\.yaml:\d+: Map keys must be unique/,
    ],
    [
      'a sum that is wrong',
      ['catalogue.yaml', 'price: 17.50', 'price: 17.05'],
      /^catalogue\.yaml:3 total: The lines come to /,
    ],
    [
      'a category booked nowhere',
      ['catalogue.yaml', 'categories: [event]', 'categories: []'],
      /lines: event is booked on no line/,
    ],
    [
      'a category booked twice',
      ['catalogue.yaml', 'categories: [event]', 'categories: [event, room]'],
      /lines\[13\]\.categories: room is booked on line 8/,
    ],
    [
      'a number that is no example',
      ['people.yaml', '13800138003', '010-80540003'],
      /people\[2\]\.phone: Not an example number/,
    ],
    [
      'a reporter of no known unit',
      ['people.yaml', '北京市通州区潞河中学', '潞河'],
      /people\[3\]\.unit: 潞河 is no unit/,
    ],
    ['a reporter with a colleague’s id', ['people.yaml', 'id: hx-li', 'id: suzhe'], /people\[1\]\.id: suzhe is taken/],
    [
      'a sentence of nobody',
      ['samples.yaml', 'role: client', 'role: customer'],
      /^samples\.yaml:\d+ samples\[\d+\]\.role: "customer"/,
    ],
  ];

  it.each(KINDS)('%s', (_, change, said) => {
    const faults = faultsOf(change);
    expect(
      faults.filter((fault) => said.test(fault)),
      faults.join('\n'),
    ).toHaveLength(1);
    for (const fault of faults) expect(fault).toMatch(/ → .{5,}/);
  });

  it('come all at once, over all files', () => {
    const faults = faultsOf(
      ['units.csv', '永顺小学,primary', '永顺小学,primery'],
      ['roster.yaml', 'role: desk', 'role: boss'],
      ['roster.yaml', '[security, video]', '[video]'],
      ['policy.yaml', 'lead: zhangbingbing', 'lead: nobody'],
      ['policy.yaml', 'accept: 5 分钟', 'accept: soon'],
      ['catalogue.yaml', 'total: 3966000', 'total: 1'],
      ['people.yaml', 'id: hx-li', 'id: bot'],
      ['samples.yaml', 'role: client', 'role: customer'],
    );
    const fields = [
      'kind',
      'people[10].role',
      'people[].primary',
      'lead',
      'sla.1.accept',
      'total',
      'people[1].id',
      'samples[',
    ];
    for (const field of fields)
      expect(
        faults.some((fault) => fault.includes(` ${field}`)),
        `${field} in\n${faults.join('\n')}`,
      ).toBe(true);
  });

  it('name a file that is missing, and one that is not UTF-8', () => {
    const missing = checkProject({ ...files, 'roster.yaml': null });
    expect(missing.kind === 'faults' && missing.faults.map(sayFault)).toEqual([
      expect.stringMatching(/^roster\.yaml: The file is missing/),
    ]);
    const gbk = checkProject({ ...files, 'units.csv': Uint8Array.from([0xcd, 0xa8, 0xd6, 0xdd]) });
    expect(gbk.kind === 'faults' && gbk.faults.map(sayFault)).toEqual([
      expect.stringMatching(/^units\.csv: The file is not UTF-8/),
    ]);
  });

  it('of an empty directory are seven missing files', () => {
    const read = loadProject(fileURLToPath(new URL('./nowhere', import.meta.url)));
    expect(read.kind === 'faults' && read.faults).toHaveLength(7);
  });
});
