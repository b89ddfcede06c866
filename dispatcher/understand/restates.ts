/** Does a supplement tell anew how wide the fault is? */
import { FAULTY, partOf } from './part.js';
import type { Reading } from './reading.js';

/** 对，就是那间: points at what was told, and tells nothing anew. */
const DEICTIC = /^(?:对|是|嗯|没错)*[的,，。 ]*(?:就)?(?:是)?[那这](?:间|个|台|屋|层|栋)[屋楼的吧呢,，。!！ ]*$/;

/** Does a supplement state anew how wide the fault is (是整个四楼, 不止二楼, 三楼和四楼都断了)? */
export const restates = (reading: Reading): boolean => {
  const { text, context } = reading;
  const part = partOf(
    reading,
    reading.statements.filter((statement) => statement.stance === 'said'),
  );
  const broad =
    part.has('whole', 'every', 'several', 'partly', 'floor', 'wholebuilding', 'department', 'oneroom', 'self') ||
    part.places.length > 0;
  const corrects =
    /更正|说错|报错(?!代码|信息|误|提示|[:：\d])|不止|不只|不光|不是[^,，。]{1,10}[,，。 ]?\s*(?:是|就)|其实|变了|补一句|又(?:去)?[看转问试]|现在|原先|刚才|而是/.test(
      text,
    ) || part.has('whole', 'floor', 'wholebuilding');
  if (context.asked === 'scope' && broad && !DEICTIC.test(text)) return true;
  const faulty = part.has(...FAULTY) || (context.asked === 'scope' && broad) || /勒索/.test(text);
  return broad && faulty && corrects;
};
