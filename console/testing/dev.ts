/**
 * Shows the page with the scripted bot: `npx tsx console/testing/dev.ts [port]` (8090 if left out). Ends by Ctrl-C.
 */
import { startConsole } from '../server.js';
import { fakeDeps } from './fake-deps.js';

const port = Number(process.argv[2] ?? 8090);
const running = await startConsole(fakeDeps({ port }));
console.log(running.url);
process.once('SIGINT', () => void running.close());
process.once('SIGTERM', () => void running.close());
