/** Who of the roster is named in a text: in full, by given name, by surname with 工 or 哥, also when heard wrongly. */
import type { Staff, StaffId } from '../model.js';
import { soundOf } from './syllables.js';

const soundsLike = (text: string, at: number, name: string): boolean => {
  for (let i = 0; i < name.length; i++) {
    if (at + i >= text.length || soundOf(text.charCodeAt(at + i)).loose !== soundOf(name.charCodeAt(i)).loose)
      return false;
  }
  return true;
};

const TITLE = '(?:工|哥|姐|师傅|老师|总|经理|主管|队|头儿?)';

/**
 * Makes the finder. A name may be heard wrongly (高冰 for 高斌); a surname needs its title and one bearer, or one bearer among the
 * engineers. Names to the letter go before those by sound.
 */
export const createPersonFinder = (
  staff: readonly Staff[],
): ((text: string, mentions: readonly string[]) => StaffId | null) => {
  const engineers = staff.filter((person) => person.role === 'engineer' || person.role === 'desk');
  const bearer = (surname: string): Staff | null => {
    const all = staff.filter((person) => person.name.startsWith(surname));
    const some = all.length === 1 ? all : engineers.filter((person) => person.name.startsWith(surname));
    return some.length === 1 ? (some[0] ?? null) : null;
  };
  const surnames = [...new Set(staff.map((person) => person.name.charAt(0)))].join('');
  const titled = new RegExp(`([${surnames}])${TITLE}|(?:小|老)([${surnames}])(?![\\u4e00-\\u9fff]{0,1}(?:师|板))`);
  // By the sound of its first character: full names, then given names of two characters.
  const bySound = new Map<number, { readonly name: string; readonly id: StaffId }[]>();
  for (const person of staff) {
    const names = person.name.length >= 3 ? [person.name, person.name.slice(1)] : [person.name];
    for (const name of names) {
      const sound = soundOf(name.charCodeAt(0)).loose;
      bySound.set(sound, [...(bySound.get(sound) ?? []), { name, id: person.id }]);
    }
  }
  const heard = (text: string): StaffId | null => {
    for (let at = 0; at + 1 < text.length; at++) {
      const named = bySound.get(soundOf(text.charCodeAt(at)).loose)?.find(({ name }) => soundsLike(text, at, name));
      if (named) return named.id;
    }
    return null;
  };
  return (text, mentions) => {
    if (staff.length === 0) return null;
    const all = mentions.length > 0 ? `${text} ${mentions.join(' ')}` : text;
    const written =
      staff.find((person) => all.includes(person.name)) ??
      staff.find((person) => person.name.length >= 3 && all.includes(person.name.slice(1)));
    if (written) return written.id;
    const title = titled.exec(all);
    return (title ? bearer(title[1] ?? title[2] ?? '')?.id : undefined) ?? heard(all);
  };
};
