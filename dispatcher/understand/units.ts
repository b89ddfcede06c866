/** Which units a message names, and which of them is affected: not the one that is well, compared with, gone to or passed by. */
import type { Context, Unit, UnitName } from '../model.js';
import type { Statement } from './statement.js';
import { indexUnits, mentionsIn } from './unit-index.js';
import type { Mention } from './unit-index.js';
import { aliasesOf } from './unit-names.js';

export type UnitsFound = {
  readonly mentions: readonly Mention[];
  /** All units named, official names, each once. */
  readonly units: readonly UnitName[];
};

/** Which of the units named are affected. */
export type Affected = {
  /** The one; null where none, or several are. */
  readonly named: UnitName | null;
  readonly all: readonly UnitName[];
};

/** Words before a name that make it a place or a comparison: 在漷县走不开, 隔壁的芙蓉小学. */
const ELSEWHERE =
  /(?:隔壁|旁边|对面|像|跟|和|与|比|离|去|从|到|在|往|回|路过|同|冒充|给|向|问|接|属于?|托管在|放在|不是|借|听|调到|上次|上回|以前|那次|怕连累|类似)(?:的|是|了|咱|我们)?$/;
/** Words after a name that make it only spoken of: 运河中学那次, 芙蓉小学的王老师说. */
const SPOKEN_OF = /^(?:那次|那回|上次|上回|借|调来|也(?:这样|遇到|有过))/;
const OURS = /我们|我校|我园|咱们?(?!教育网)|本校|本园|俺们/;
const ON_BEHALF = /替|帮|代|转|受托|不在群|来电|反映|反应|报/;
/** Two ends of a cable or a route. */
const LINK = /^(?:节点|机房|中学|小学)?(?:—|-|–|~|到|至|和|与)$/;

const LINK_TO = /^(?:节点|机房)?(?:—|–|到|至)[\u4e00-\u9fff]{2,3}/;

const pick = (mention: Mention, known: UnitName | null): Unit | null =>
  mention.units.length === 1 ? (mention.units[0] ?? null) : (mention.units.find((unit) => unit.name === known) ?? null);

const unitNames = (mentions: readonly Mention[], own: UnitName | null): UnitName[] => [
  ...new Set(mentions.flatMap((mention) => pick(mention, own)?.name ?? [])),
];

/** Campuses that are spoken of by their own half of the name once the parent was named: 运河中学本部没事，是东校区. */
const campusesOf = (
  units: readonly Unit[],
): ReadonlyMap<UnitName, readonly { readonly suffix: string; readonly unit: Unit }[]> => {
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const campuses = new Map<UnitName, { suffix: string; unit: Unit }[]>();
  for (const unit of units) {
    const suffix = /[\u4e00-\u9fff]{1,4}(?:校区|分校)$/.exec(unit.name)?.[0];
    for (let length = 2; suffix && length <= suffix.length; length++) {
      const parent = byName.get(unit.name.slice(0, -length));
      if (parent)
        campuses.set(parent.name, [...(campuses.get(parent.name) ?? []), { suffix: unit.name.slice(-length), unit }]);
    }
  }
  return campuses;
};

/** Makes the finders: files all names of the units once. */
export const createUnitFinder = (units: readonly Unit[]) => {
  const root = indexUnits(aliasesOf(units));
  const campuses = campusesOf(units);
  const offices = new Set(units.filter((unit) => unit.kind === 'office').map((unit) => unit.name));

  const find = (text: string, own: UnitName | null): UnitsFound => {
    const found = mentionsIn(root, text);
    const parents = unitNames(found, own);
    if (own !== null) parents.push(own);
    const extra = parents
      .flatMap((parent) => campuses.get(parent) ?? [])
      .flatMap(({ suffix, unit }): Mention[] => {
        const start = text.indexOf(suffix);
        const taken = start < 0 || found.some((mention) => start >= mention.start && start < mention.end);
        return taken ? [] : [{ start, end: start + suffix.length, units: [unit], kind: 'sure', cost: 0 }];
      });
    const mentions = [...found, ...extra].sort((a, b) => a.start - b.start);
    return {
      mentions,
      units: unitNames(
        mentions.filter((mention) => mention.kind !== 'stem' || found.length === 1),
        own,
      ),
    };
  };

  const elsewhere = (text: string, mention: Mention, before: Mention | undefined): boolean => {
    const gap = text.slice(before?.end ?? Math.max(0, mention.start - 6), mention.start);
    if (before && /^(?:和|跟|与|、|及|以及)$/.test(gap)) return false;
    return (
      ELSEWHERE.test(text.slice(Math.max(0, mention.start - 4), mention.start)) ||
      SPOKEN_OF.test(text.slice(mention.end, mention.end + 4))
    );
  };

  /** Names before narrower sense: in statements meant as said, not elsewhere; then any said; then any. */
  const affected = (
    text: string,
    found: UnitsFound,
    statements: readonly Statement[],
    own: UnitName | null,
  ): Affected => {
    const { mentions } = found;
    const link = (index: number): boolean => {
      const next = mentions[index + 1];
      const last = mentions[index - 1];
      const to = next && LINK.test(text.slice(mentions[index]?.end, next.start));
      const from = last && LINK.test(text.slice(last.end, mentions[index]?.start));
      const town = LINK_TO.test(text.slice(mentions[index]?.end)) && /纤|otdr|断点|波分|光缆|链路|路由/.test(text);
      return Boolean(to || from || town) && /光缆|纤|波分|链路|路由|方向|架空|主干|线路|otdr|断点/.test(text);
    };
    const said = (mention: Mention): boolean => {
      const statement = statements.find((one) => mention.start >= one.start && mention.start < one.end);
      return statement === undefined || statement.stance === 'said';
    };
    const here = mentions.filter((mention, index) => !elsewhere(text, mention, mentions[index - 1]) && !link(index));
    const sure = (list: readonly Mention[]): readonly Mention[] => {
      const named = list.filter((mention) => mention.kind !== 'stem');
      return named.length > 0 ? named : list;
    };
    const away = mentions.filter((mention, index) => mention.kind !== 'stem' && !link(index));
    // Whose own unit is known and who only goes to or compares with another speaks of his own.
    const first =
      [here.filter(said), here, own === null ? away : []]
        .map((list) => unitNames(sure(list), own))
        .find((list) => list.length > 0) ?? [];
    const schools = first.filter((name) => !offices.has(name));
    // With 我们 in the text and another's name said only in passing, the writer's own unit is meant.
    if (own !== null && !schools.includes(own) && schools.length === 1 && OURS.test(text) && !ON_BEHALF.test(text)) {
      const passing =
        mentions.every((mention) => unitNames([mention], own)[0] !== schools[0] || mention.start > 0) &&
        mentions.every((mention) => {
          const statement = statements.find((one) => mention.start >= one.start && mention.start < one.end);
          return statement !== undefined && statement.start > 0 && !statement.faulty;
        });
      if (passing) return { named: null, all: [] };
    }
    // A school's person who speaks of an office mostly means whom he asks; it is affected where the fault is told of it.
    const subject = (name: UnitName): boolean =>
      mentions.some(
        (mention) =>
          unitNames([mention], own)[0] === name &&
          statements.some(({ start, end, faulty }) => faulty && mention.start === start && mention.end < end),
      );
    const spoken = own !== null && !offices.has(own);
    const told = spoken ? (OURS.test(text) ? [] : first.filter(subject)) : first;
    const all = schools.length > 0 ? schools : told;
    return { named: all.length === 1 ? (all[0] ?? null) : null, all };
  };

  return { find, affected };
};

/** The affected unit: the one the text names, else the sender's own; null where several are named. */
export const affectedUnit = (affected: Affected, context: Context): UnitName | null =>
  affected.named ?? (affected.all.length > 1 ? null : context.unit);
