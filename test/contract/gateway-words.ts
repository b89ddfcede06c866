/** Words that break a careless encoder, and how to compare what people see of them. */

export const tricky = '张家湾𠮷中学 👩‍👩‍👧‍👦🇨🇳 é“三楼”\n第二行';
export const hostile =
  '<@all> @all @everyone <@zhaogaobin> @zhaogaobin <b>粗</b> **粗** _斜_ `码` # 题 ' +
  '<a href="https://evil.example/a">点我</a> [点我](https://evil.example/b) http://evil.example/c www.evil.com &lt;b&gt; <font color="warning">x</font>';

/** What a reader makes of it: width and zero-width forms, by which an encoder kills markup, look the same to people. */
export function legible(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b-\u200d\u2060\ufeff\\]/g, '');
}

/** Without blanks: a split message loses those at its cuts. */
export const bare = (text: string): string => text.replace(/\s+/g, '');
