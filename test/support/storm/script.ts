/** A storm as people make it: 漷县's node loses power at 08:10 (issue 4, «Shown by»). The same seed gives the same storm. */
import type { LoadedProject } from '../../../config/project.js';
import { createRandom } from '../../../scripts/simulate/random.js';

/** 15 units under 漷县's node: the ten of units.csv, and five neighbours that this district's list hangs elsewhere. */
export const UNITS = [
  '漷县中学',
  '觅子店中学',
  '西集中学',
  '郎府中学',
  '漷县中心小学',
  '西集中心小学',
  '杜柳棵小学',
  '漷县幼儿园',
  '觅子店幼儿园',
  '西集幼儿园',
  '永乐店中学',
  '小务中学',
  '柴厂屯学校',
  '牛堡屯学校',
  '大杜社中学',
] as const;

/** The district with all of them under that node, and a group that may be spoken to 20 times a minute, as WeCom's. */
export const stormProject = (project: LoadedProject): LoadedProject => ({
  ...project,
  units: project.units.map((unit) =>
    UNITS.some((short) => unit.shortNames.includes(short)) ? { ...unit, node: '漷县中学' } : unit,
  ),
  lanes: {
    ...project.lanes,
    playground: { chat: { perSecond: null, perMinute: 20, perHour: null }, mention: null },
  },
});

const WORDINGS: readonly ((unit: string) => string)[] = [
  (unit) => `${unit}全校断网了`,
  (unit) => `${unit}上不了网，怎么回事`,
  (unit) => `${unit}没网了，整个学校都没有`,
  (unit) => `急！${unit}全校网络瘫痪，电子白板都用不了`,
  (unit) => `${unit}网断了，老师们都上不去`,
  (unit) => `我们${unit}上不去网`,
];

/** Reports of other things elsewhere; `level` as the rubric has it. */
export const OTHERS = [
  { who: 'zjw-wang', text: '张家湾中学全校断网，电话 13800138001', level: 1 },
  { who: 'ks-liu', text: '考试中心考务室上不了网，电话 13800138005', level: 1 },
  { who: 'lh-chen', text: '潞河中学实验楼二层整层上不了网，电话 13800138004', level: 2 },
  { who: 'mjq-zhao', text: '马驹桥镇中心小学门卫室的摄像头黑屏，电话 13800138003', level: 3 },
  { who: 'ylh-sun', text: '运河小学会议室的视频会议终端没有声音，电话 13800138006', level: 2 },
  { who: 'yq-he', text: '玉桥中学教务处一台打印机连不上，电话 13800138009', level: 3 },
] as const;

const TALK = ['收到', '各位老师辛苦了', '下午教研活动照常', '好的谢谢', '早上好'] as const;

export type StormStep = {
  /** Seconds after 08:10. */
  readonly at: number;
  readonly who: string;
  readonly text: string;
  readonly kind: 'member' | 'other' | 'talk';
  readonly unit: string | null;
};

/** 40 reports of the 15 units, 6 of other things, 20 lines of talk, within five minutes, in order of time. */
export const stormSteps = (seed: number): readonly StormStep[] => {
  const { next: random, pick } = createRandom(seed);
  const when = (): number => Math.floor(random() * 295);
  const members = Array.from({ length: 40 }, (_, n): StormStep => {
    const index = n < UNITS.length ? n : Math.floor(random() * UNITS.length);
    const unit = UNITS[index] ?? '';
    const text = `${pick(WORDINGS)(unit)}${random() < 0.5 ? '' : '，电话 13800138010'}`;
    return { at: when(), who: `teacher-${index}-${n}`, text, kind: 'member', unit };
  });
  const others = OTHERS.map(({ who, text }): StormStep => ({ at: when(), who, text, kind: 'other', unit: null }));
  const talk = Array.from({ length: 20 }, (_, n): StormStep => ({
    at: when(),
    who: `talker-${n}`,
    text: pick(TALK),
    kind: 'talk',
    unit: null,
  }));
  return [...members, ...others, ...talk].sort((a, b) => a.at - b.at || a.who.localeCompare(b.who));
};
