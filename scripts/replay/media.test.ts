import { expect, it } from 'vitest';
import { cutMedia } from './media.js';

it.each([
  ['[图片]', '', 1],
  ['看 [图片][图片]\n[语音]', '看', 3],
  ['[文件] 报告.docx', '', 1],
  ['[文件: 光衰.xlsx] 收光太低', '收光太低', 1],
  ['断网了[捂脸][强]', '断网了[捂脸][强]', 0],
  ['[图书馆] 断网', '[图书馆] 断网', 0],
])('%s', (text, words, media) => {
  expect(cutMedia(text)).toEqual({ text: words, media });
});
