/** Ordinary words that sound like a short name of two or three characters. */
export const NOT_A_UNIT: ReadonlySet<string> = new Set(
  '始终 四种 六种 其中 空中 与中 于终 用中 运送 特效 交委 公园 工院 公院 关校 关小 管小 同有 章中 涨中 长中 路和 路合 路河 郎重 狼中 密中 通有 运钟 永终 鱼种 余种 四重 六重 四钟 六钟 流中 留中 肆中 死中 时钟 时中 师中 实中 是中 试中 事中 市中 使中 世中 私中 视中 士中 室中 拾中 食中 史中 室终 叫委 校委 特较 特叫 特笑 刘中 柳中 路何 陆何 云中 孕中 晕中 允中 永钟 勇种 贡员 共院 供院 供员 攻院 功员 关效 观小 馆小 馆校 关孝 宫院 工员'.split(
    ' ',
  ),
);
