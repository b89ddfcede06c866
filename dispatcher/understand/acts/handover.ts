/** Is the job handed to somebody who is named, or to somebody else at all? */
import type { Reading } from '../reading.js';
import { signal } from './signal.js';
import type { Cue } from './signal.js';

const outright = signal(
  [
    [
      'he hands it on',
      '转(?:派|单|给|交|出|一下|别人|其他|发给)|转(?!换|发|接头|速|圈|为|成|正|入|存|台|播|码|一圈|机|动|不|运)(?=[\\u4e00-\\u9fff]{2,3}(?:$|[,，。 去来处接吧]))|改派|移交|交(?:给|由|接给)|派给|(?:改|换)(?:给|成)',
    ],
  ],
  ['fact', 'wished', 'coming'],
);
/** A person of the roster is named; he is to go, to take it, or knows it better. */
const toSomebody = signal([
  [
    'he names who shall go',
    '(?:给|让|派|换|找|请|叫|喊|问|该|得|归|是|由|推荐|麻烦|劳烦|@)~6(?:去|来(?!电)|接|跑|处理|弄|干|看|修|上|出马|顶|吧|了|负责|管|$|[,，。])|替我|(?:他|她|[工哥姐总师傅队头])(?:懂|熟|会|在行|更快|离得近|就在|近|去|来|接|有空|闲着|专业|擅长|管)|受累|辛苦(?:一趟|跑|你)|劳(?:驾|烦)|你(?:去|来|接|替|跑|顶|帮我|方便|受累|上)|更快|更熟|更近|接手|接着(?:弄|干|修|处理)|跑这趟',
  ],
]);
const TOGETHER =
  /一起|一块|一同|陪|带上|跟我|和我|搭把手|搭档|帮忙抬|配合|俩人|帮我(?:带|拿|送|测|看|查|盯一|登|建|记)|带(?:个|根|条|点|一|块)|送(?:个|根|点|一|来|过来)|拿(?:个|根|点|一|来)/;

/** The words by which the job goes to somebody else. `offered`: nobody has taken it yet, so a name alone is enough. */
export const handsOver = (reading: Reading, offered: boolean): Cue | null => {
  const given = outright(reading);
  if (given && !/转了(?!给)|换了/.test(given.words)) return given;
  if (reading.target === null || TOGETHER.test(reading.text)) return null;
  const named = toSomebody(reading);
  if (named) return named;
  const words = reading.text.trim().slice(0, 12);
  return offered && words.length <= 8 ? { why: 'he names somebody', words, start: 0, end: words.length } : null;
};
