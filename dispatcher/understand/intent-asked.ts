/** What the desk answers when the bot asks for a caller: what is missing on the ticket, or how the caller rates the repair. */
import type { Role } from '../model.js';
import { meant, type Meant } from './meant.js';
import { relapseIn } from './relapse.js';
import type { Reading } from './reading.js';

/** Who enters calls and calls back (contract.md, «Channels and desk»). */
const KEEPS_DESK: readonly Role[] = ['desk', 'lead', 'manager'];

/** A score is told with its 分: a bare number may be a choice, and 5 分钟 is a time. */
const SCORE = /(?:^|[^\d\-:.点第])[1-5一二两三四五]\s*分(?![钟之校公店])/;
const PLACE = /全校|全园|整[层楼栋]|一层|一[台间个]|几[台间]|教室|办公室|机房|[楼室层]|(?<![值上下])班/;
/** Said of a job, not of a place. */
const ACT = /接单|派|到场|已到|挂起|恢复|办结|修好|处理|撤|催|进度/;

const bare = (text: string): string => text.replace(/[\uE000\s,，。.:：!！]|电话|号码|是|学校/g, '');

/** The answer, or null where the words are none. Nothing is guessed from words that could be about a job. */
export const answerOfDesk = (reading: Reading): Meant | null => {
  const { context, text, tickets, phone, units, places } = reading;
  const { asked } = context;
  if (!KEEPS_DESK.includes(context.role)) return null;
  const visits = asked === 'rating' || tickets.length > 0;
  const score = visits ? SCORE.exec(text)?.[0] : undefined;
  if (score !== undefined) return meant('feedback', score, 0.95);
  const relapse = visits ? relapseIn(text) : null;
  if (relapse !== null && !/[?？]/.test(text)) return meant('urge', relapse, 0.8);
  const rest = bare(text);
  if (asked === 'phone' && phone !== null && rest.length <= 4) return meant('supplement', phone.digits, 0.9);
  if (asked === 'unit' && units.units.length === 1 && rest.length <= 4) return meant('supplement', units.units[0], 0.9);
  const placed = (asked === 'location' || asked === 'scope') && (places.length > 0 || PLACE.test(text));
  return placed && rest.length <= 20 && !ACT.test(text) ? meant('supplement', rest.slice(0, 12), 0.8) : null;
};
