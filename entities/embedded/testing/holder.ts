/** A process that opens the embedded store of a folder and holds it until it is killed. Tells its server's process id. */
import { openStore } from '../../store.js';
import { readPostmaster } from '../postmaster.js';

const folder = process.argv[2] ?? '';
await openStore({ kind: 'embedded', dataDir: folder });
const server = readPostmaster(`${folder}/postgres`);
process.stdout.write(`open ${server.kind === 'running' ? server.pid : 0}\n`);
setInterval(() => undefined, 60_000);
