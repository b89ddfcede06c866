/** Who of the roster is named in a text: in full, by given name, by surname with 工 or 哥, also when heard wrongly. */
import type { Staff, StaffId } from '../model.js';
import { soundOf } from './syllables.js';

const soundsLike = (text: string, at: number, name: string): boolean => {
  for (let i = 0; i < name.length; i++) {
    const code = text.charCodeAt(at + i);
    if (Number.isNaN(code) || soundOf(code).loose !== soundOf(name.charCodeAt(i)).loose) return false;
  }
  return true;
};

const heardIn = (text: string, name: string): number => {
  for (let at = 0; at + name.length <= text.length; at++) if (soundsLike(text, at, name)) return at;
  return -1;
};

const TITLE = '(?:工|哥|姐|师傅|老师|总|经理|主管|队|头儿?)';

/**
 * Makes the finder. A full name may be heard wrongly, a given name only in letters; a surname needs its title and one bearer, or one
 * bearer among the engineers.
 */
export const createPersonFinder = (staff: readonly Staff[]): ((text: string, mentions: readonly string[]) => StaffId | null) => {
  const engineers = staff.filter((person) => person.role === 'engineer' || person.role === 'desk');
  const bearer = (surname: string): Staff | null => {
    const all = staff.filter((person) => person.name.startsWith(surname));
    const some = all.length === 1 ? all : engineers.filter((person) => person.name.startsWith(surname));
    return some.length === 1 ? (some[0] ?? null) : null;
  };
  const surnames = [...new Set(staff.map((person) => person.name.charAt(0)))];
  const titled = new RegExp(`([${surnames.join('')}])${TITLE}|(?:小|老)([${surnames.join('')}])(?![\\u4e00-\\u9fff]{0,1}(?:师|板))`);
  return (text, mentions) => {
    const all = `${text} ${mentions.join(' ')}`;
    const full = staff.find((person) => all.includes(person.name));
    if (full) return full.id;
    const given = staff.find((person) => person.name.length >= 3 && all.includes(person.name.slice(1)));
    if (given) return given.id;
    const title = surnames.length > 0 ? titled.exec(all) : null;
    const one = title ? bearer(title[1] ?? title[2] ?? '') : null;
    if (one) return one.id;
    const heard = staff.find((person) => person.name.length >= 3 && heardIn(all, person.name) >= 0);
    if (heard) return heard.id;
    return staff.find((person) => person.name.length >= 3 && heardIn(all, person.name.slice(1)) >= 0)?.id ?? null;
  };
};
