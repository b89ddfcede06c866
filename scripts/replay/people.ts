/** Who an export's names are: staff by the roster, the bot itself, and everybody else a reporter. Pure. */
import type { Sender, Staff, UnitName } from '../../dispatcher/model.js';
import type { Speaker } from './chat.js';

/** What has been learnt of a reporter on the way. */
export type Learnt = { readonly name: string; readonly unit: UnitName | null; readonly phone: string | null };

const TITLE = '(?:工|工程师|师傅|老师|经理|主任|总)?';
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name that holds a member's whole name, not as a part of a longer Chinese one: 运维-赵高斌, 赵高斌工程师, 赵高斌@运维公司. */
const holds = (name: string, member: string): boolean =>
  new RegExp(`(?<![\\u4e00-\\u9fff])${escaped(member)}${TITLE}(?![\\u4e00-\\u9fff])`, 'u').test(name);

/** The member of staff who spoke: by account (on any channel, or the roster's id), else by name; null for others. */
export const staffOf = (from: Speaker, staff: readonly Staff[]): Staff | null => {
  const { name, id } = from;
  const byId = id === null ? undefined : staff.find((one) => one.id === id || Object.values(one.ids).includes(id));
  return byId ?? staff.find((one) => holds(name, one.name)) ?? null;
};

/** Is it the bot of an earlier trial? Its own words are no messages. */
export const isBot = ({ name, id }: Speaker, botName: string): boolean =>
  [name, id].some((word) => word === botName || word === `${botName}机器人`);

/** Under which key each speaker is kept apart. */
export type Keys = (from: Speaker) => string;

/** Keys for a whole chat: the account where the name has just one in it, also where a head leaves it out; else the name. */
export const keysOf = (speakers: Iterable<Speaker>): Keys => {
  const ids = new Map<string, Set<string>>();
  for (const { name, id } of speakers) {
    if (id === null) continue;
    ids.set(name, (ids.get(name) ?? new Set()).add(id));
  }
  return ({ name, id }) => {
    const [only, ...others] = ids.get(name) ?? [];
    return `replay:${id ?? (only !== undefined && others.length === 0 ? only : name)}`;
  };
};

/** The sender as the dispatcher sees them; `key` is a reporter's. */
export const senderOf = (from: Speaker, key: string, staff: readonly Staff[], learnt: Learnt | null): Sender => {
  const member = staffOf(from, staff);
  if (member !== null)
    return {
      key: `staff:${member.id}`,
      name: member.name,
      role: member.role,
      staff: member.id,
      unit: null,
      phone: null,
    };
  const { unit, phone } = learnt ?? { unit: null, phone: null };
  return { key, name: from.name, role: 'reporter', staff: null, unit, phone };
};
