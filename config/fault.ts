/**
 * One thing wrong with what a deployment configured: where, what, and what to do. `line` is 1-based, null where no line tells more.
 * Never holds a value that could be a secret.
 */
export type Fault = {
  /** The file's name inside the project directory, or `environment` for a setting. */
  readonly file: string;
  readonly line: number | null;
  /** The field's path or the setting's name: `people[3].primary`, `WECOM_BOT_SECRET`. */
  readonly field: string;
  readonly problem: string;
  readonly cure: string;
};

/** Takes the faults as they are found. */
export type Report = (fault: Fault) => void;

/** One fault as one line for an operator: `roster.yaml:12 people[3].role: problem → cure`. */
export function sayFault(fault: Fault): string {
  const where = fault.line === null ? fault.file : `${fault.file}:${fault.line}`;
  const field = fault.field === '' ? '' : ` ${fault.field}`;
  return `${where}${field}: ${fault.problem} → ${fault.cure}`;
}
