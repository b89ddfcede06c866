/** How wide a fault reaches: what its clauses say of breadth (extent.ts), taken together. */
import type { Scope } from '../model.js';
import { denied, wider } from './breadth.js';
import type { Extent } from './breadth.js';
import { extentIn, isCableAt, isCausePlace } from './extent.js';
import type { Place } from './places.js';
import type { Telling } from './telling.js';

/** The scope with the words that told it ([start, end) in the text; empty where none did) and their place. */
export type Reach = {
  readonly scope: Scope;
  readonly start: number;
  readonly end: number;
  readonly place: Place | null;
};

/** 全区例会, 全镇运动会: the word is of the event. */
const OF_EVENT =
  /^(?:的)?(?:例会|视频|教学|教育|安全|工作|统一|会议|现场|活动|大会|的?会|系统|防汛|教研|课程|开学|运动会|比赛|统考|联考|通知|培训|[^,，。\s]{0,6}(?:会议|会$|会(?=[,，。\s今明后下上])|比赛|考试|活动|直播|论坛|评比))/;
/** 学校就两栋楼, 我们总共三层: what is named is all there is. */
const ALL_THERE_IS =
  /(?:学校|我们|我校|园里|全校|咱们?|我们园|园)(?:一共|总共|统共|就|只有|拢共|也就)+(?:这么|这|那|有)*[一二两三四五六\d](?:个)?(?:小)?(?:栋|座|层|个楼|排|楼)/;

/** Rooms by their kind alone: 教室没网，办公室没网 is the school. */
const KIND_OF_ROOM = /^(?:教室|办公室|班里|班级|宿舍|食堂|功能室|专用教室|教学区|办公区|机房|电教室|图书馆)$/;

/** Breadth words that reach beyond one school, said of the fault. */
const beyond = (telling: Telling): Reach | null => {
  const { text } = telling.reading;
  const wide = telling.reach.hits.find(
    (hit) => hit.tag === 'wide' && !denied(text, hit.start) && !OF_EVENT.test(text.slice(hit.end, hit.end + 10)),
  );
  return wide ? { scope: 'region', start: wide.start, end: wide.end, place: null } : null;
};

/** What each clause that tells the fault or its breadth says, in order. */
const extentsOf = (telling: Telling): readonly (Extent & { readonly fault: boolean })[] => {
  const { reading, frames, reach, heart } = telling;
  const found: (Extent & { fault: boolean })[] = [];
  let before: Place | null = null;
  for (const frame of frames) {
    if (!reach.statements.includes(frame)) continue;
    const extent = extentIn(reading, frame, before);
    if (extent) found.push({ ...extent, fault: heart.statements.includes(frame) });
    before = extent?.place ?? before;
  }
  return found;
};

/** The breadth of one fault. `single`: one device is broken. `named`: the unit as such is its subject, so that places of causes do not narrow it. */
export const reachOf = (telling: Telling, single: boolean, named: boolean): Reach => {
  const region = beyond(telling);
  if (region) return region;
  const { text } = telling.reading;
  const whole = ALL_THERE_IS.exec(telling.all.text);
  if (whole) {
    const start = text.indexOf(whole[0]);
    return { scope: 'unit', start, end: start + whole[0].length, place: null };
  }
  const all = extentsOf(telling);
  const limit = all.filter(({ how }) => how === 'limit').at(-1);
  if (limit) return limit;
  const sufferers = all.filter(
    ({ place, scope }) => !place || scope === 'unit' || !isCausePlace(telling.reading, place),
  );
  const gate = all.some(({ place }) => place !== null && isCableAt(telling.reading, place));
  const kept = sufferers.length > 0 || named || gate ? sufferers : all;
  const first = kept[0];
  if (!first) {
    const place = telling.reach.places.find((one) => one.kind !== 'side') ?? null;
    return { scope: single ? 'terminal' : 'unknown', start: 0, end: 0, place: named ? null : place };
  }
  const apart = kept.filter(({ scope, place, fault }) => fault && scope === 'room' && place !== null);
  const rooms = new Set(apart.map(({ place }) => text.slice(place?.start, place?.end)));
  if (rooms.size >= 2 && !single)
    return { ...first, scope: [...rooms].every((room) => KIND_OF_ROOM.test(room)) ? 'unit' : 'rooms' };
  const best = kept.reduce((so, one) => (wider(one.scope, so.scope) ? one : so), first);
  if (single && best.how === 'some' && best.scope !== 'unit' && best.scope !== 'unit-partly')
    return { ...best, scope: 'terminal' };
  return best;
};
