/** Are units beside the one affected? By what is said of neighbours, and by the names in the statements of the fault. */
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';

/** 我们跟他们都没网, 隔壁中学也断了: the writer's own and another's. */
export const besideOurs = (reading: Reading): boolean =>
  /(?:隔壁|附近|旁边|周边|邻近|对面)(?:的|那个|那家)?[^,，。\s]{0,6}(?:学校|中学|小学|幼儿园|\uE000)[^,，。]{0,9}(?:也|都)[^,，。]{0,8}(?:没|断|不|上不|掉)|(?:我们|咱们?|我校)(?:学校|园|校)?(?:跟|和|与)[^,，。]{0,2}\uE000+[^,，。]{0,8}(?:都|也|一起|同时)[^,，。]{0,6}(?:没|断|不|上不|掉)|\uE000+(?:也|同样|一样)[^,，。]{0,4}(?:没|断|不通|上不|掉)|不(?:止|光|只)(?:是)?我们(?:一家|一个|学校|一所|园|这|校)/.test(
    reading.text,
  );

/** Are several units affected by this one fault? */
export const severalUnits = (reading: Reading, statements: readonly Statement[]): boolean => {
  const here = reading.units.mentions.filter((mention) =>
    statements.some((one) => mention.start >= one.start && mention.start < one.end),
  );
  if (besideOurs(reading)) return true;
  return (
    new Set(
      here
        .map((mention) => mention.units[0]?.name)
        .filter((name) => name !== undefined && reading.affected.all.includes(name)),
    ).size > 1
  );
};
