/** Which part of the work a process does: `bot` holds the channels' connections, `worker` does jobs, `all` both. */
export type ProcessRole = 'all' | 'bot' | 'worker';

const ROLES: readonly ProcessRole[] = ['all', 'bot', 'worker'];

export type RoleRead =
  | { readonly kind: 'role'; readonly role: ProcessRole }
  | { readonly kind: 'fault'; readonly problem: string; readonly cure: string };

const isRole = (word: string): word is ProcessRole => ROLES.some((role) => role === word);

const fault = (problem: string): RoleRead => ({
  kind: 'fault',
  problem,
  cure: 'Start with --role all (the default), --role bot or --role worker.',
});

/**
 * Reads `--role all|bot|worker` (or `--role=worker`) from the arguments after the script's name. Without it the role is `all`.
 * Anything else that is given is a fault: a misspelt argument must not start the wrong process.
 */
export function readRole(args: readonly string[]): RoleRead {
  let role: ProcessRole | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const inline = /^--role=(.*)$/s.exec(arg);
    if (inline === null && arg !== '--role') return fault(`Unknown argument: ${arg}.`);
    const word = inline === null ? args[++i] : inline[1];
    if (word === undefined || word === '') return fault('--role lacks its word.');
    if (!isRole(word)) return fault(`There is no role ${word}.`);
    if (role !== null) return fault('--role is given twice.');
    role = word;
  }
  return { kind: 'role', role: role ?? 'all' };
}
