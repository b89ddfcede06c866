/** The faults a message tells: each with its level, kind of work, scope, place and a few words. */
import type { Category, Evidence, Fault, Scope, UnitName } from '../model.js';
import { severalUnits } from './beside.js';
import { faultSureness } from './confidence.js';
import { kindOf } from './category.js';
import { judge } from './level.js';
import { isNamed } from './named.js';
import { FAULTY } from './part.js';
import type { Reading } from './reading.js';
import { wordsAt } from './reading.js';
import { reachOf } from './scope.js';
import { segmentsOf } from './segments.js';
import { isSingle, plural } from './single.js';
import { framesOf, Telling } from './telling.js';
import type { Frame } from './telling.js';
import { netIsWell } from './spared.js';
import { summaryOf } from './summary.js';
import { troubleOf } from './trouble.js';

/** The affected unit, and whether it is a key unit (rubric 2). */
export type Of = { readonly unit: UnitName | null; readonly key: boolean };
/** `sureness` is of each fault (confidence.ts); `gravest` is the first of the gravest. */
export type Told = {
  readonly faults: readonly Fault[];
  readonly gravest: Fault;
  readonly sureness: readonly number[];
  readonly evidence: readonly Evidence[];
};
/** One fault with how sure it is, its evidence and the clauses that tell it. */
export type One = {
  readonly fault: Fault;
  readonly sure: number;
  readonly evidence: readonly Evidence[];
  readonly frames: readonly Frame[];
  /** What the rules saw beside scope, level and kind: the effect, and what else a level hangs on. */
  readonly signs: readonly string[];
  /** The fault in a few words, were it of this category and reach. */
  readonly summary: (category: Category, scope: Scope) => string;
};

/** All faults with their evidence. `weighed`: what is made of the rules' answer to each (joint-faults.ts). */
export const faultsOf = (reading: Reading, affected: Of, weighed: (one: One) => One): Told | null => {
  const told = segmentsOf(reading, framesOf(reading)).map((frames) => weighed(faultOf(reading, frames, affected)));
  const faults = told.map((one) => one.fault);
  const gravest = [...faults].sort((a, b) => a.severity - b.severity)[0];
  if (!gravest) return null;
  return { faults, gravest, sureness: told.map((one) => one.sure), evidence: told.flatMap((one) => one.evidence) };
};

/** An engineer or an alarm names a core device and no school. */
const coreDevice = (reading: Reading, affected: Of): boolean =>
  reading.context.role !== 'reporter' &&
  (affected.unit === null || /(?:节点|核心|汇聚)机房/.test(reading.text)) &&
  /核心(?:交换机|路由器?|设备|层|机房)|节点机房|汇聚(?:交换机|设备|路由)|动环/.test(reading.text);

const EXAM_DEVICE = /考试机|考生机|监考机|主控机|管理机|服务器|机考|学生机|考务(?:电脑|机)/;
/** No unit is known, but the words are of the event itself. */
const OF_EVENT = /考场|考务|考点|机考|监考|考试(?:机|系统|平台|服务器)|会场|保障现场/;

/** So long may a clause be that is quoted for a word in it. */
const QUOTE = 16;

/** The writer's words at a span; a word too short to be read alone stands with its clause. */
const quotable = (reading: Reading, { start, end }: { readonly start: number; readonly end: number }): string => {
  const clause = reading.statements.find((one) => start >= one.start && end <= one.end);
  const alone = end - start >= 3 || !clause || clause.end - clause.start > QUOTE;
  return alone ? wordsAt(reading.source, start, end) : wordsAt(reading.source, clause.start, clause.end);
};

const faultOf = (reading: Reading, statements: readonly Frame[], affected: Of): One => {
  const telling = new Telling(reading, statements);
  const { all: wider, said: part, heart } = telling;
  const trouble = troubleOf(telling);
  const several = plural(part);
  const named = isNamed(reading, telling, trouble.effect === 'gone');
  const single = !several && isSingle(part, heart);
  const reach = severalUnits(reading, statements)
    ? { scope: 'region' as const, start: 0, end: 0, place: null }
    : reachOf(telling, single, named);
  const machineRoom = reading.room !== null || coreDevice(reading, affected);
  const around = { scope: reach.scope, machineRoom, effect: trouble.effect };
  const kind = kindOf(heart, part, wider, around);
  const event = reading.context.event;
  const listed =
    event && (affected.unit !== null ? event.units.includes(affected.unit) : !machineRoom && OF_EVENT.test(wider.text))
      ? event
      : null;
  // At an event a machine of the exam is of the network, even where elsewhere it would be a matter of advice.
  const category =
    listed && listed.phase !== 'next-week' && kind.category === 'support' && EXAM_DEVICE.test(part.text)
      ? 'campus'
      : kind.category;
  const judged = judge({
    scope: reach.scope,
    category,
    effect: trouble.effect,
    text: part.text,
    wider: wider.text,
    key: affected.key,
    event: listed,
    machineRoom,
    named,
    several,
    faulty: heart.has(...FAULTY),
    netWell: netIsWell(reading, statements),
    unitless: affected.unit === null,
    inSession: kind.category === 'video' && event?.phase === 'on' && (listed !== null || affected.unit === null),
  });
  const room = reading.room;
  const place =
    (kind.category === 'room' && room ? room : null) ??
    reach.place ??
    part.places.find((one) => one.kind !== 'side') ??
    null;
  const location = place ? wordsAt(reading.source, place.start, place.end) : null;
  const hit = trouble.hit;
  const decided = trouble.spares ?? (reach.end > reach.start ? reach : hit);
  const quoted = decided ? quotable(reading, decided) : '';
  const kindWords = kind.hit ? wordsAt(reading.source, kind.hit.start, kind.hit.end) : '';
  return {
    fault: {
      severity: judged.level,
      category,
      scope: reach.scope,
      location,
      summary: summaryOf(category, reach.scope, trouble, part),
      reason: { words: quoted, meaning: judged.meaning },
    },
    summary: (of, scope) => summaryOf(of, scope, trouble, part),
    sure: faultSureness(trouble, category, reach.scope, kind.hit !== null),
    frames: statements,
    signs: [
      `effect ${trouble.effect}`,
      `reach ${trouble.effect} ${reach.scope}`,
      `kind ${kind.category} ${trouble.effect}`,
      `kind ${kind.category} ${trouble.effect} ${reach.scope}`,
      `how ${named} ${several} ${single} ${machineRoom}`,
      `how ${named} ${trouble.effect} ${reach.scope}`,
      `how ${several} ${trouble.effect} ${reach.scope}`,
    ],
    evidence: [
      {
        field: 'severity',
        words: [quoted, hit ? wordsAt(reading.source, hit.start, hit.end) : ''].filter(Boolean).join(' · '),
        rule: judged.rule,
      },
      { field: 'category', words: kindWords, rule: kind.rule },
      ...(location === null
        ? []
        : [{ field: 'location', words: location, rule: 'rubric 4: the place inside the unit as written' }]),
    ],
  };
};
