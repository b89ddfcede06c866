/**
 * The words of the domain that project files may use. `config/` is a leaf (design.md 1), so they stand here once more;
 * `config/project.test.ts` fails where they part from `dispatcher/model.ts`.
 */
export const CATEGORIES = [
  'campus',
  'fibre',
  'metro',
  'room',
  'wireless',
  'virtual',
  'backup',
  'video',
  'security',
  'surveillance',
  'event',
  'platform',
  'support',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const ROLES = ['reporter', 'engineer', 'desk', 'lead', 'manager', 'client'] as const;
export type Role = (typeof ROLES)[number];
export const STAFF_ROLES = ['engineer', 'desk', 'lead', 'manager', 'client'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const CHANNELS = ['wecom', 'telegram', 'playground'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Kinds of units in units.csv. */
export const UNIT_KINDS = [
  'full',
  'senior',
  'junior',
  'nine-year',
  'primary',
  'kindergarten',
  'vocational',
  'special',
  'office',
] as const;

/** Milliseconds. */
export type Millis = number;
