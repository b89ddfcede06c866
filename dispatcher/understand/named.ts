/** Is the unit as such the subject of the loss (张家湾中学断网, 我校自今早起网络中断), and not a mere voice? */
import type { Part } from './part.js';
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';
import type { Telling } from './telling.js';

/** What the whole school hangs on. */
const GATEWAY = /出口|上联|核心(?:交换|路由)|网关|光猫|总交换|主交换|总机房/;

/** 后南仓小学报修，断网: nothing but the call stands between the name and the bare loss. */
const bareHeart = (reading: Reading, from: number, heart: readonly Statement[]): boolean => {
  const next = heart[0];
  return (
    next !== undefined &&
    next.start > from &&
    /^\s*(?:报修|来电|来电话|反映|反应|报障|报告|报|老师|的|:)*[\s,，:：。]*$/.test(
      reading.text.slice(from, next.start),
    ) &&
    /^(?:又|也|都|全)?(?:断网|没网|没有网|上不了网|网络|网断|断了)/.test(reading.text.slice(next.start))
  );
};

/** 我校自今早起，互联网全部中断: the school is the topic of what stands before the loss. */
const TOPIC =
  /^(?:我校|本校|我园|本园|敝校|该校|学校|校内|我们(?:学校|园|校)|咱们?(?:学校|园|校)|我单位|本单位|我院|我所|\uE000{3,}(?!的[^,，。\n]{0,8}(?:室|电脑|老师|班)))/;
const VOICE =
  /我们?(?:这|那|电脑|手机|办公|班|屋|组|俩|几)|我(?!们|校|园|单位|院|所|去|问|看|试|重)|咱(?:这|们这|班|屋)|俺/;

const schoolBefore = (reading: Reading, part: Part, heart: Part): boolean => {
  const first = heart.statements[0];
  if (!first || VOICE.test(heart.text) || part.places.some((place) => place.kind !== 'side')) return false;
  return part.statements.some(
    ({ start, end, faulty }) => start < first.start && !faulty && TOPIC.test(reading.text.slice(start, end)),
  );
};

/** Somebody of the team, or an alarm, tells that a unit is off, and names nothing within it. */
const alarmOf = (reading: Reading, part: Part, gone: boolean): boolean =>
  gone &&
  reading.context.role !== 'reporter' &&
  reading.units.mentions.some((mention) =>
    part.statements.some((one) => mention.start >= one.start && mention.start < one.end),
  );

/** 张家湾中学断网了: the unit itself is the subject of the loss; 我们 behind the name makes it a mere voice. */
const namesUnit = (reading: Reading, heart: readonly Statement[]): boolean =>
  reading.units.mentions.some((mention) => {
    const statement = heart.find((one) => mention.start >= one.start && mention.start < one.end);
    if (!statement && bareHeart(reading, mention.end, heart)) return true;
    const down = statement && reading.words.first(['netdown', 'down'], mention.end, statement.end);
    if (!down) return false;
    const between = reading.text.slice(mention.end, down.start);
    const placed = reading.places.some(
      ({ kind, start }) => kind !== 'side' && start >= mention.end && start < down.start,
    );
    return !placed && between.length <= 14 && !/我|咱|俺|这儿|这边|老师|主任|反映|的.{2}/.test(between);
  });

/** Is the unit as such the subject of the loss? */
export const isNamed = (reading: Reading, { said, heart }: Telling, gone: boolean): boolean =>
  heart.has('school') ||
  schoolBefore(reading, said, heart) ||
  alarmOf(reading, said, gone) ||
  /整个?\uE000/.test(said.text) ||
  namesUnit(reading, heart.statements) ||
  (gone && GATEWAY.test(heart.text));
