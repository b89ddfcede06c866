/**
 * `npm start`: what is missing is installed, then main.ts runs in this very process, so that a signal reaches it directly (Ctrl-C
 * drains and stops) and its exit code is ours. Arguments go on to it: npm start -- --role worker
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertNode, ensurePackages, ROOT } from './setup.mjs';

assertNode();
await ensurePackages({ dev: false });
process.chdir(ROOT);

const { register } = await import('tsx/esm/api');
register();
const main = join(ROOT, 'main.ts');
process.argv[1] = main;
await import(pathToFileURL(main).href);
