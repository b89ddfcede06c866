import type { Staff, Unit, UnitName } from '../model.js';

/** Who and what can be named in a message. */
export type Directory = {
  readonly units: readonly Unit[];
  readonly staff: readonly Staff[];
  readonly rooms: readonly { readonly name: string; readonly aliases: readonly string[] }[];
};

/** What can be seen without knowing who writes and what is open; enough to choose the locks. */
export type Glance = {
  readonly units: readonly UnitName[];
  readonly unit: UnitName | null;
  readonly tickets: readonly string[];
  readonly faultsLikely: boolean;
};
