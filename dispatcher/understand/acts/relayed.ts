/** Does somebody of the team or the client pass on what a school said? */
import { signal } from './signal.js';

/** A school's word is passed on: 来电, 回访, 老师说. */
export const relayed = signal([
  [
    'a school is quoted',
    '来(?:了)?(?:个)?电话?|通(?:过|了|完)(?:个)?(?:电话|话)|打(?:来|了)?(?:个)?电话|回(?:了|访)(?:个)?(?:电话|过)?|回访|(?:电话|微信)(?:里)?(?:说|讲|问|确认)|(?:<insider>|那边|他们|她|他|\\uE000+)~6(?:说|讲|反馈|反映|告诉|表示|回复|回话|确认|称|通知)|转(?:达|告)|代(?:学校|老师|他们)',
  ],
]);
/** Words of a visit after the repair, with a rating in them. */
export const rated = signal([
  [
    'a rating is passed on',
    '(?:打|给|评)(?:了|的|个)?~4[1-5一二三四五两](?:分|颗?星)|[1-5一二三四五两](?:分|颗?星)(?=$|[,，。!！ ])|(?:满意度|评分|评价|好评|差评|打分)|(?:回访|用户|老师)~8(?:非常|很|挺|不太|不|比较|基本)?满意',
  ],
]);
/** Several schools or jobs at once: a summary, no word on one job. */
export const SUMMARY =
  /[两二三四五六七八九十\d]+(?:所|家|个学校|张|单|件|起)|各校|各单位|全部(?:学校|工单)|都(?:已)?(?:表示|反馈)|(?:昨日|本周|本月|今日)[^,，。]{0,12}(?:处置|处理|受理|闭环)/;
