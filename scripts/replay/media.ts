/** [图片], [语音], [文件] 报告.docx: what an export writes in the place of what is no text. Smileys stay. */
const MEDIA =
  /[[【<](?:图片|照片|动画表情|语音|视频|文件|链接|位置|聊天记录|小程序|音乐|名片|微信红包|红包|image|photo|picture|video|voice|file|sticker)(?:[:：]? ?[^\]】>\n]{0,80})?[\]】>](?: ?\S+\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|png|jpe?g|gif|mp4|txt))?/giu;

/** The words without them, without blank lines at the ends, and how many there were. */
export const cutMedia = (text: string): { readonly text: string; readonly media: number } => {
  let media = 0;
  const words = text.replace(MEDIA, () => {
    media += 1;
    return '';
  });
  return { text: words.trim(), media };
};
