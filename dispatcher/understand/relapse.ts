/** Do the words say that a repair did not hold (「还是不行」「又断了」)? On the cleaned text; whether there was a repair is decided later. */

const HELD_NOT = new RegExp(
  [
    '还是(?:不(?!错|好意思|用|麻烦|急)|没(?!问题|毛病|事)|上不|连不|打不|断|慢(?!慢)|卡|老样|那样)',
    '还(?:不行|不好(?!意思)|没好(?!意思)|没通|没修好|没恢复|没解决|是那样|那样)',
    '仍(?:然|旧)?(?:不|没|断|上不)',
    '又(?:断|掉(?!头)|不(?:行|通|好使|能|亮|显示|稳|上网|出|动|灵)|没(?:网|信号|画面|声|图|电|反应|法|有)|坏|卡|慢|上不|连不|打不开|黑|挂|犯)',
    '(?:^|[,，。 ]|毛病|故障|问题|现象)又来了',
    '没(?:修好|解决|恢复|弄好|好(?!意思|气|多|几|久|看|吃)|完全(?:好|恢复)|彻底|全好)',
    '依(?:然|旧)(?:不|没|断|慢|卡)',
    '(?:好|修|通)了?(?:一会儿?|没多久|没几分钟|不到).{0,8}(?:又|断|不)',
    '白修',
    '(?:还是|也|仍|根本|重启|[修弄换试]了?(?:[,，]|一下)*)没用(?!上|到|过|着)',
    '^ *没用[啊呀了!！。~ ]*$',
    '治标不治本|老样子|复发|反反复复|反复(?:断|掉|出现|发作)',
  ].join('|'),
);

/** Only asked: 好了吗, 又断了吗, 是不是又断了. 「怎么又断了？」 asks and tells. */
const ASKED = /(?:吗|么(?<!什么|怎么)|嘛|(?<!还)没有?|不)[呀啊呢的]?[?？!！。~ ]*$|是不是|会不会|有没有|(.)没\1/;

/** The words that say so, or null: where nothing does, or it is only asked. */
export const relapseIn = (text: string): string | null => {
  const found = HELD_NOT.exec(text);
  if (found === null) return null;
  // The clause they stand in: 「还是不行，你们什么时候来啊，有人吗」 tells it all the same.
  const from = found.index;
  const stop = text.slice(from).search(/[,，。;；!！?？\n]/);
  const clause = stop < 0 ? text.slice(from) : text.slice(from, from + stop + 1);
  const before = text.slice(
    Math.max(text.lastIndexOf('，', from), text.lastIndexOf(',', from), text.lastIndexOf('。', from)) + 1,
    from,
  );
  return ASKED.test(before + clause) ? null : found[0];
};
