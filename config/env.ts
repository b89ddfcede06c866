/** The environment's variables as plain data. Blank values count as unset (compose files write `${X:-}`). */
export type Env = Readonly<Record<string, string>>;

/** The only reader of `process.env`: a copy without blank values, each value trimmed. */
export function readEnv(): Env {
  return tidyEnv(process.env);
}

/** The same for any set of variables. */
export function tidyEnv(raw: Readonly<Record<string, string | undefined>>): Env {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    const word = value?.trim() ?? '';
    if (word !== '') env[name] = word;
  }
  return env;
}
