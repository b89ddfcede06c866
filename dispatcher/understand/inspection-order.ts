/** Inspections as they are told: 「渠头小学 巡检完成，UPS 电池告警」「渠头小学 巡检改天，学校考试」「巡检」. Pure; who may is decided later. */
import type { UnitName } from '../model.js';
import type { FindUnits } from './guarantee.js';
import { headless } from './order-text.js';

/** place: as it was typed, '' where none was; units: official names that it means. */
type Place = { readonly place: string; readonly units: readonly UnitName[] };

export type InspectionOrder =
  | { readonly kind: 'inspection'; readonly what: 'list' }
  /** finding: what was found wrong, '' for nothing. */
  | ({ readonly kind: 'inspection'; readonly what: 'done'; readonly finding: string } & Place)
  | ({ readonly kind: 'inspection'; readonly what: 'move'; readonly reason: string } & Place);

export type InspectionRead = InspectionOrder | { readonly kind: 'wrong'; readonly form: 'inspection' };

const LIST = /^(?:我的|今天的?|今日)?巡检(?:列表|清单|任务|安排|计划)?$/u;
const DONE =
  /^(.{0,30}?)\s*(?:今天|今日)?(?:的)?巡检(?:已经|已)?(?:完成|做完|完毕|结束|完)了?(?:$|[\s,，。;；:：]+(.*)$)/u;
const MOVE = /^(.{0,30}?)\s*(?:的)?(?:巡检\s*改天|改天\s*巡检|改天)(?:$|[\s,，。;；:：]+(.*)$)/u;
const EDGE = /^[\s:,，。]+|[\s:,，。!！]+$/gu;
const FINE = /^(?:一切|都|均|设备|运行|情况)*(?:正常|无异常|没有?问题|没有异常|未发现(?:问题|异常)|良好)[\s,，。]*$/u;
const tidy = (words: string): string => words.replace(EDGE, '').replace(/^(?:今天|今日)\s*/u, '');

const wrong = { kind: 'wrong', form: 'inspection' } as const;

const placed = (place: string, find: FindUnits): Place => ({ place, units: place === '' ? [] : find(place) });

/** A school, or a machine room; anything else before the words is talk (「按计划巡检完了」). */
const isPlace = ({ place, units }: Place): boolean => units.length > 0 || /机房|中心|节点/u.test(place);

/** The order in a message of staff; null where it is none. find: official names of the units that a few words name. */
export const inspectionOrder = (raw: string, find: FindUnits): InspectionRead | null => {
  const text = headless(raw).replace(EDGE, '');
  if (LIST.test(text)) return { kind: 'inspection', what: 'list' };
  const done = DONE.exec(text);
  if (done !== null) {
    const place = placed(tidy(done[1] ?? ''), find);
    if (place.place !== '' && !isPlace(place)) return null;
    const told = tidy(done[2] ?? '');
    return { kind: 'inspection', what: 'done', ...place, finding: FINE.test(told) ? '' : told };
  }
  const move = MOVE.exec(text);
  if (move === null) return null;
  const place = placed(tidy(move[1] ?? ''), find);
  const reason = tidy(move[2] ?? '');
  // 「改天再说」 between colleagues is talk.
  if (!isPlace(place)) return place.place === '' && text.includes('巡检') ? wrong : null;
  return reason === '' ? wrong : { kind: 'inspection', what: 'move', ...place, reason };
};
