/**
 * Who can be spoken as, in groups, and how a role is called. Pure.
 * @import { WirePerson } from '../../wire.js'
 * @typedef {{ id: string, name: string, role: WirePerson['role'] | 'bot' | 'stranger', title: string }} Who
 */

/** @type {Record<Who['role'], string>} */
export const ROLE_NAMES = {
  reporter: '学校',
  engineer: '工程师',
  desk: '服务台',
  lead: '技术负责人',
  manager: '项目经理',
  client: '甲方',
  stranger: '陌生人',
  bot: '机器人',
};

/** @type {Who} */
export const BOT_PERSON = { id: 'bot', name: '小通', role: 'bot', title: '机器人' };

/** @type {readonly { name: string, roles: readonly Who['role'][] }[]} */
const GROUPS = [
  { name: '学校联系人', roles: ['reporter'] },
  { name: '工程师', roles: ['engineer'] },
  { name: '服务台与负责人', roles: ['desk', 'lead', 'manager'] },
  { name: '甲方', roles: ['client'] },
  { name: '陌生人', roles: ['stranger'] },
];

/** The chip beside a name: a school contact's school, else the role. @param {Who} who */
export const chipOf = (who) => (who.role === 'reporter' && who.title ? who.title : ROLE_NAMES[who.role]);

/**
 * Everybody by group; an id that is nobody's belongs to a stranger.
 * @param {readonly Who[]} people
 * @param {Iterable<string>} strangers ids
 */
export function groups(people, strangers) {
  const known = new Set(people.map(({ id }) => id));
  const others = [...new Set(strangers)].filter((id) => !known.has(id) && id !== BOT_PERSON.id).map(stranger);
  const everybody = [...people, ...others];
  return GROUPS.map(({ name, roles }) => ({ name, people: everybody.filter(({ role }) => roles.includes(role)) }));
}

/** @param {string} id @returns {Who} */
export function stranger(id) {
  return { id, name: id, role: 'stranger', title: '不在名单上' };
}

/** What is wrong with a stranger's id, in words; null where it is fine. @param {string} id */
export function idFault(id) {
  if (id.trim() === '') return '请先写一个编号，例如 laoli 或 李老师';
  if ([...id.trim()].length > 64) return '编号最长 64 个字';
  if (id.trim() === BOT_PERSON.id) return 'bot 是机器人自己，请换一个';
  return null;
}
