/** The project's directory as the reader of messages needs it, for scripts: exits with the faults where it cannot be read. */
import type { Directory } from '../dispatcher/understand/directory.js';
import { readEnv } from '../config/env.js';
import { loadProject } from '../config/project.js';

/** Reads `PROJECT_DIR` (default ./config/tongzhou). Prints every fault and ends the process (1) where there is one. */
export const readDirectory = (): Directory => {
  const read = loadProject(readEnv()['PROJECT_DIR'] ?? 'config/tongzhou');
  if (read.kind === 'faults') {
    for (const fault of read.faults) console.error(JSON.stringify(fault));
    process.exit(1);
  }
  return { units: read.project.units, staff: read.project.staff, rooms: read.project.policy.rooms };
};
