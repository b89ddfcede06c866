/** What schools say, by how often they say it. Every report carries a number and a place, so that no question is left open. */
export type Wording = { readonly weight: number; readonly text: (unit: string, n: number) => string };

const room = (n: number): string => `${(n % 5) + 1}0${(n % 8) + 1}`;
const PHONE = '电话 13800138010';

export const REPORTS: readonly Wording[] = [
  { weight: 30, text: (unit, n) => `${unit}${room(n)}教室一台电脑上不了网，${PHONE}` },
  { weight: 14, text: (unit, n) => `${unit}${room(n)}办公室打印机连不上网络，${PHONE}` },
  { weight: 14, text: (unit, n) => `${unit}教学楼${(n % 4) + 1}层整层断网，${PHONE}` },
  { weight: 10, text: (unit) => `${unit}门卫室的摄像头黑屏，${PHONE}` },
  { weight: 8, text: (unit, n) => `${unit}实验楼${(n % 3) + 1}层无线全都连不上，${PHONE}` },
  { weight: 6, text: (unit) => `${unit}会议室的视频会议终端没有声音，${PHONE}` },
  { weight: 5, text: (unit) => `${unit}微机室有一台电脑中了病毒，${PHONE}` },
  { weight: 4, text: (unit) => `${unit}全校网速特别慢，${PHONE}` },
  { weight: 3, text: (unit) => `${unit}全校断网了，${PHONE}` },
  { weight: 1, text: (unit) => `${unit}门口的光缆被挖断了，全校断网，${PHONE}` },
];

export const STORM: readonly ((unit: string) => string)[] = [
  (unit) => `${unit}全校断网了，${PHONE}`,
  (unit) => `${unit}上不了网，怎么回事，${PHONE}`,
  (unit) => `急！${unit}全校网络瘫痪，${PHONE}`,
];

export const REPAIRS = ['处理完毕，更换了交换机', '处理完毕，更换网线 1 根', '处理完毕，重启了设备'] as const;
