/**
 * Word tables in, one automaton out: every table is looked up in a single pass over the text, so that a hundred words more cost
 * nothing. Generic; knows no Chinese and no rubric.
 */

/** A word of a table found in the text, [start, end). */
export type Hit<T extends string> = { readonly tag: T; readonly start: number; readonly end: number };

/** The words found in one text, filed by table, so that asking for one table looks at its words alone. */
export class Hits<T extends string> {
  readonly #byTag = new Map<T, Hit<T>[]>();

  /** `all`: in order of their start. */
  constructor(readonly all: readonly Hit<T>[]) {
    for (const hit of all) {
      const filed = this.#byTag.get(hit.tag);
      if (filed) filed.push(hit);
      else this.#byTag.set(hit.tag, [hit]);
    }
  }

  /** Is there a word of one of these tables that lies within [from, to)? */
  has(tags: readonly T[], from = 0, to = Infinity): boolean {
    return this.first(tags, from, to) !== null;
  }

  /** The first such word, or null. */
  first(tags: readonly T[], from = 0, to = Infinity): Hit<T> | null {
    let best: Hit<T> | null = null;
    for (const tag of tags) {
      const filed = this.#byTag.get(tag);
      if (!filed) continue;
      for (const hit of filed) {
        if (hit.start < from || hit.end > to) continue;
        if (!best || hit.start < best.start) best = hit;
        break;
      }
    }
    return best;
  }

  /** All such words in order. */
  list(tags: readonly T[], from = 0, to = Infinity): readonly Hit<T>[] {
    const found: Hit<T>[] = [];
    for (const tag of tags)
      for (const hit of this.#byTag.get(tag) ?? []) if (hit.start >= from && hit.end <= to) found.push(hit);
    return found.length > 1 && tags.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
  }
}

/** `tags`: by layer. */
type Node<T> = { next: Map<number, Node<T>> | null; tags: (T[] | undefined)[] | null };

const node = <T>(): Node<T> => ({ next: null, tags: null });

/** Writes out `{a,b}` groups of a pattern: `上不{了,去}网` gives 上不了网 and 上不去网; an empty choice is allowed. */
export const expand = (pattern: string): readonly string[] => {
  const open = pattern.indexOf('{');
  const close = pattern.indexOf('}', open);
  if (open < 0 || close < 0) return [pattern];
  const head = pattern.slice(0, open);
  const tails = expand(pattern.slice(close + 1));
  return pattern
    .slice(open + 1, close)
    .split(',')
    .flatMap((choice) => tails.map((tail) => head + choice + tail));
};

/** The words of a table written as one string: separated by white space, with `{a,b}` groups. */
export const wordsOf = (table: string): readonly string[] => table.split(/\s+/).filter(Boolean).flatMap(expand);

/**
 * Compiles tables (tag → words, lower case) to a scanner. A word that lies wholly within a longer one of its own layer is not reported:
 * 考试 in 考试中心 is no exam. Words that only cross each other are both reported. Layers do not hide each other's words (两个电源 is
 * a pair, and 电源 a thing), save those of `hides`, which hide in all.
 */
export const compile = <T extends string>(
  layers: readonly Readonly<Partial<Record<T, string>>>[],
  hides: Readonly<Partial<Record<T, string>>>,
): ((text: string) => readonly Hit<T>[]) => {
  const root = node<T>();
  layers.forEach((tables, layer) => fileIn(root, tables, [layer]));
  fileIn(
    root,
    hides,
    layers.map((_, layer) => layer),
  );
  // Most characters begin no word: one look into an array tells so.
  // Room for every code at once: filled bit by bit from so far up, an array would be a slow hash table.
  const starts = new Array<Node<T> | undefined>(0x10000);
  for (const [code, to] of root.next ?? []) starts[code] = to;
  return (text) => scan(starts, layers.length, text);
};

const fileIn = <T extends string>(
  root: Node<T>,
  tables: Readonly<Partial<Record<T, string>>>,
  layers: readonly number[],
): void => {
  for (const tag of Object.keys(tables) as T[]) {
    for (const word of wordsOf(tables[tag] ?? '')) {
      let at = root;
      for (let i = 0; i < word.length; i++) {
        at.next ??= new Map();
        const code = word.charCodeAt(i);
        let to = at.next.get(code);
        if (!to) at.next.set(code, (to = node<T>()));
        at = to;
      }
      at.tags ??= [];
      for (const layer of layers) {
        const filed = (at.tags[layer] ??= []);
        if (!filed.includes(tag)) filed.push(tag);
      }
    }
  }
};

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Would [start, end) cut a Latin word in two (ac in tracert)? */
const cutsLetters = (text: string, start: number, end: number): boolean =>
  (isLetter(text.charCodeAt(start)) && isLetter(text.charCodeAt(start - 1))) ||
  (isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end)));

/** In each layer the longest word at each position, unless it lies within one that began earlier. */
const scan = <T extends string>(starts: readonly (Node<T> | undefined)[], layers: number, text: string): Hit<T>[] => {
  const found: Hit<T>[] = [];
  const reach = new Array<number>(layers).fill(0);
  const tags = new Array<readonly T[] | undefined>(layers);
  const ends = new Array<number>(layers).fill(0);
  for (let start = 0; start < text.length; start++) {
    let at = starts[text.charCodeAt(start)];
    if (!at) continue;
    tags.fill(undefined);
    for (let i = start + 1; at; i++) {
      if (at.tags && !cutsLetters(text, start, i))
        for (let layer = 0; layer < layers; layer++) {
          const here = at.tags[layer];
          if (!here) continue;
          tags[layer] = here;
          ends[layer] = i;
        }
      at = i < text.length ? at.next?.get(text.charCodeAt(i)) : undefined;
    }
    for (let layer = 0; layer < layers; layer++) {
      const end = ends[layer] ?? 0;
      const here = tags[layer];
      if (!here || end <= (reach[layer] ?? 0)) continue;
      reach[layer] = end;
      for (const tag of here)
        if (!found.some((hit) => hit.tag === tag && hit.start === start)) found.push({ tag, start, end });
    }
  }
  return found;
};
