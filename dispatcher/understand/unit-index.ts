/** Where units are named in a text: by sound, so that homophones are read aright, in one pass whose cost no number of units changes. */
import type { Unit } from '../model.js';
import type { Alias } from './unit-names.js';
import { NOT_A_UNIT } from './unit-words.lexicon.js';
import { looseOf, soundOf, soundsOf } from './syllables.js';

/** A place in the text, [start, end), that names one of these units. `cost`: how far from the letter, 0 is the very words. */
export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly units: readonly Unit[];
  readonly kind: Alias['kind'];
  readonly cost: number;
};

type Entry = { readonly words: string; readonly kind: Alias['kind']; readonly units: Unit[] };
type Node = { next: Map<number, Node> | null; entries: Entry[] | null };
const node = (): Node => ({ next: null, entries: null });

/** Most paths by which one name is filed, where several of its characters have several readings. */
const MAX_READINGS = 8;

const pathsOf = (words: string): readonly (readonly number[])[] => {
  let paths: number[][] = [[]];
  for (const char of words) {
    const codes = [...new Set(soundsOf(char).map((sound) => sound.loose))];
    const room = paths.length * codes.length <= MAX_READINGS ? codes : codes.slice(0, 1);
    paths = paths.flatMap((path) => room.map((code) => [...path, code]));
  }
  return paths;
};

/** Files every alias under its sounds. */
export const indexUnits = (aliases: readonly Alias[]): Node => {
  const root = node();
  const known = new Map<string, Entry>();
  for (const { words, kind, unit } of aliases) {
    const entry = known.get(words);
    if (entry) {
      entry.units.push(unit);
      continue;
    }
    const fresh: Entry = { words, kind, units: [unit] };
    known.set(words, fresh);
    for (const path of pathsOf(words)) {
      let at = root;
      for (const code of path) {
        at.next ??= new Map();
        let to = at.next.get(code);
        if (!to) at.next.set(code, (to = node()));
        at = to;
      }
      at.entries ??= [];
      at.entries.push(fresh);
    }
  }
  return root;
};

/** How far the text at `start` is from the words: 1 a homophone, 1.5 a near one. */
const costOf = (words: string, text: string, start: number): number => {
  let cost = 0;
  for (let i = 0; i < words.length; i++) {
    const wrote = text.charCodeAt(start + i);
    const meant = words.charCodeAt(i);
    if (wrote !== meant) cost += soundOf(wrote).exact === soundOf(meant).exact ? 1 : 1.5;
  }
  return cost;
};

const CLAUSE_EDGE = /[\s,.;:!?，。；：！？、「」“”"'()（）\n]/;

/**
 * May a name be read so far from its letters? Two characters sound like too many ordinary words: one of them must stand, at a
 * clause's edge, and the pair must be no word. From three on, half of the characters may be homophones.
 */
const tolerable = (entry: Entry, cost: number, text: string, start: number): boolean => {
  const next = text.charAt(start + entry.words.length);
  if (/[小幼]$/.test(entry.words) && /[区镇伙朋组时孩儿学子型]/.test(next)) return false;
  if (entry.words.length === 2 && entry.kind === 'town')
    return (
      cost === 0 &&
      !/[心学午间国文年期途断等级层]/.test(next) &&
      (start === 0 || CLAUSE_EDGE.test(text.charAt(start - 1)))
    );
  if (cost === 0) return true;
  if (entry.kind === 'stem') return false;
  const length = entry.words.length;
  if (length === 2) {
    const wrote = text.slice(start, start + 2);
    const edge = start === 0 || CLAUSE_EDGE.test(text.charAt(start - 1));
    return cost === 1 && edge && !NOT_A_UNIT.has(wrote);
  }
  if (length === 3) return cost <= 1 && !NOT_A_UNIT.has(text.slice(start, start + 3));
  return cost <= length / 2;
};

const bestAt = (root: Node, text: string, start: number): Mention | null => {
  let at = root.next?.get(looseOf(text.charCodeAt(start)));
  let best: Mention | null = null;
  for (let end = start + 1; at; end++) {
    for (const entry of at.entries ?? []) {
      const cost = costOf(entry.words, text, start);
      if (!tolerable(entry, cost, text, start)) continue;
      if (!best || best.end < end || cost < best.cost)
        best = { start, end, units: entry.units, kind: entry.kind, cost };
    }
    at = end < text.length ? at.next?.get(looseOf(text.charCodeAt(end))) : undefined;
  }
  return best;
};

/** The units named in `text`, in order, the longest name at each place; names never overlap. */
export const mentionsIn = (root: Node, text: string): readonly Mention[] => {
  const found: Mention[] = [];
  for (let start = 0; start < text.length; start++) {
    const best = bestAt(root, text, start);
    if (!best) continue;
    const last = found.at(-1);
    if (last && best.start < last.end) {
      // Crossing names: the longer stands, and of equals the one nearer to its letters.
      const longer = best.end - best.start - (last.end - last.start);
      if (longer < 0 || (longer === 0 && best.cost >= last.cost)) continue;
      found.pop();
    }
    found.push(best);
  }
  return found;
};
