/** What the weights are asked about a message: its n-grams and what is known around it, each as a number made of its characters. */

/** Hashed features with the value of each; those of n-grams also with their place [from, to) in the text, others with from = to. */
export class Features {
  ids: Int32Array;
  values: Float32Array;
  from: Uint16Array;
  to: Uint16Array;
  size = 0;
  /** From here on stand what the rules answered: these a training may leave out. */
  rules = 0;

  /** One stretch of memory for all four: to be given memory costs more than to fill it. */
  constructor(room: number) {
    const bytes = new ArrayBuffer(room * 12);
    this.ids = new Int32Array(bytes, 0, room);
    this.values = new Float32Array(bytes, room * 4, room);
    this.from = new Uint16Array(bytes, room * 8, room);
    this.to = new Uint16Array(bytes, room * 10, room);
  }

  add(id: number, value: number, from = 0, to = 0): void {
    if (this.size >= this.ids.length) return;
    this.ids[this.size] = id;
    this.values[this.size] = value;
    this.from[this.size] = from;
    this.to[this.size] = to;
    this.size += 1;
  }

  /** A feature by its name. */
  mark(name: string, value = 1): void {
    this.add(finish(hashOf(name)), value);
  }
}

export const mix = (hash: number, code: number): number => {
  const mixed = Math.imul(hash ^ code, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/** The id of a feature: never 0. */
export const finish = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) | 1;
};

export const hashOf = (name: string, seed = 0x51ed27): number => {
  let hash = seed;
  for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i));
  return hash;
};

/** Adds the n-grams of 1 to `longest` characters of codes[start..end) under a seed; `value` is of one. */
export const addGrams = (
  features: Features,
  text: { readonly codes: Uint16Array; readonly at: Uint16Array; readonly to: Uint16Array },
  start: number,
  end: number,
  { seed, longest, value }: { readonly seed: number; readonly longest: number; readonly value: number },
): void => {
  for (let i = start; i < end; i++) {
    let hash = seed;
    const from = text.at[i] ?? 0;
    for (let n = i; n < i + longest && n < end; n++) {
      hash = mix(hash, text.codes[n] ?? 0);
      features.add(finish(hash), value, from, text.to[n] ?? from);
    }
  }
};
