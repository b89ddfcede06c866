/** A YAML file with the line of every field, and how a schema's issues become faults. */
import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Report } from '../fault.js';

export type Path = readonly PropertyKey[];

export type YamlFile = {
  readonly name: string;
  /** The plain value; undefined where the file is missing or does not parse. */
  readonly raw: unknown;
  /** The 1-based line of a field, or of the nearest field around it. */
  line(path: Path): number | null;
};

const lineIn = (doc: Document, lines: LineCounter, path: Path): number | null => {
  let node: unknown = doc.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
};

/** Parses a file's text. What YAML itself refuses (indentation, a key twice) is reported with its line. */
export function readYaml(name: string, text: string | null, report: Report): YamlFile {
  if (text === null) {
    report({
      file: name,
      line: null,
      field: '',
      problem: 'The file is missing.',
      cure: `Put ${name} into PROJECT_DIR.`,
    });
    return { name, raw: undefined, line: () => null };
  }
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of doc.errors) {
    const cure = 'Mend the line: look at its indentation, quotes and colons, and for a key that stands twice.';
    report({ file: name, line: lines.linePos(error.pos[0]).line, field: '', problem: error.message, cure });
  }
  const raw: unknown = doc.errors.length > 0 ? undefined : doc.toJS();
  return { name, raw, line: (path) => lineIn(doc, lines, path) };
}

/** `people[3].primary[0]`. */
export function sayPath(path: Path): string {
  return path.reduce<string>((said, step) => {
    if (typeof step === 'number') return `${said}[${step}]`;
    return said === '' ? String(step) : `${said}.${String(step)}`;
  }, '');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with names',
};

type Said = { readonly problem: string; readonly cure: string };

const sayIssue = (issue: z.core.$ZodIssue): Said => {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = KINDS[issue.expected] ?? issue.expected;
      if (issue.input === undefined) return { problem: 'This field is missing.', cure: `Add it: ${wanted}.` };
      return { problem: `Expected ${wanted}.`, cure: `Write ${wanted} here.` };
    }
    case 'invalid_value':
      return {
        problem: `${JSON.stringify(issue.input) ?? 'Nothing'} is not known here.`,
        cure: `Choose one of: ${issue.values.join(', ')}.`,
      };
    case 'unrecognized_keys':
      return { problem: `Unknown: ${issue.keys.join(', ')}.`, cure: 'Correct the spelling, or take it out.' };
    case 'too_small':
      return { problem: 'Too small or too short.', cure: `At least ${String(issue.minimum)}.` };
    case 'too_big':
      return { problem: 'Too big or too long.', cure: `At most ${String(issue.maximum)}.` };
    case 'custom': {
      const cure: unknown = issue.params?.['cure'];
      return { problem: issue.message, cure: typeof cure === 'string' ? cure : 'Correct it.' };
    }
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return { problem: issue.message, cure: 'Correct it.' };
  }
};

/** Checks a file against its schema; every issue is reported with its line. null where there was one. `at`: where in the file. */
export function checkYaml<S extends z.ZodType>(
  file: YamlFile,
  schema: S,
  report: Report,
  value = file.raw,
  at: Path = [],
): z.output<S> | null {
  if (file.raw === undefined) return null;
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const inner = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    const path = [...at, ...inner];
    report({ file: file.name, line: file.line(path), field: sayPath(path), ...sayIssue(issue) });
  }
  return null;
}

/** What stands at a path of the raw file, whether or not the rest of the file is right. */
export function rawAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return at;
}
