/** The name of what is inspected. */
import type { Inspection } from '../inspection.js';
import type { Stage } from './stage.js';
import { unitName } from './words.js';

/** 张家湾中学, or 漷县中学机房. */
export const inspectedName = ({ of }: Inspection, { house }: Stage): string =>
  of.kind === 'unit' ? (unitName(of.unit, house) ?? of.unit) : `${of.room}机房`;
