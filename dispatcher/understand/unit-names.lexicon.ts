/** Characters that look like one in a unit's name and are typed for it. */
export const CONFUSABLE: Readonly<Record<string, string>> = {
  漷: '郭廓嘟鄠',
  驹: '驷',
  觅: '觉',
  萃: '卒',
  骏: '骑',
  寨: '塞',
  渠: '梁',
  堡: '铺埔',
  厂: '广',
  潞: '潞璐',
  郎: '朗',
  郊: '效',
};

/** Stems that are words or places in their own right: alone they name no unit. */
export const STEMS_NOT_NAMES: ReadonlySet<string> = new Set(
  '东方 民族 幸福里 运河 玉桥 教师 第一 第二 第四 第六 特殊教育 北苑 梨园 台湖 永顺 临河里 中山街 银河湾 次渠 郎府 西集 宋庄 潞城 漷县 东关 西关 北关 南关 新城 实验 通州 北京 区'.split(
    ' ',
  ),
);
