/** catalogue.yaml: the contract's service list (annex 1), and on which line each kind of work is booked by default. */
import { z } from 'zod';
import type { Report } from '../fault.js';
import type { CatalogueLine } from './types.js';
import { CATEGORIES } from './vocabulary.js';
import { checkYaml, readYaml } from './yaml-file.js';

const yuan = z.number().min(0).max(1e9);
const fen = (amount: number): number => Math.round(amount * 100);

const line = z.strictObject({
  no: z.int().min(1),
  item: z.string().min(1),
  quantity: z.number().min(0),
  unit: z.string().min(1),
  price: yuan,
  categories: z.array(z.enum(CATEGORIES)).default([]),
});

const schema = z.strictObject({ total: yuan, lines: z.array(line).min(1) }).superRefine(({ total, lines }, ctx) => {
  const tell = (path: readonly (string | number)[], message: string, cure: string): void => {
    ctx.addIssue({ code: 'custom', message, path: [...path], params: { cure } });
  };
  const numbers = new Set<number>();
  const booked = new Map<string, number>();
  lines.forEach((each, i) => {
    if (numbers.has(each.no))
      tell(['lines', i, 'no'], `Line ${each.no} stands twice.`, 'Number the lines as the contract does.');
    numbers.add(each.no);
    for (const category of each.categories) {
      const other = booked.get(category);
      if (other === undefined) booked.set(category, each.no);
      else
        tell(
          ['lines', i, 'categories'],
          `${category} is booked on line ${other} already.`,
          'Leave each category to one line.',
        );
    }
  });
  for (const category of CATEGORIES) {
    if (!booked.has(category))
      tell(['lines'], `${category} is booked on no line.`, `Add ${category} to the categories of one line.`);
  }
  const sum = lines.reduce((all, each) => all + Math.round(each.quantity * fen(each.price)), 0);
  if (sum !== fen(total))
    tell(['total'], `The lines come to ${sum / 100}, not ${total}.`, 'Correct a quantity, a price or the total.');
});

/** Reads the service list; empty where the file has a fault. */
export function readCatalogue(text: string | null, report: Report): readonly CatalogueLine[] {
  const checked = checkYaml(readYaml('catalogue.yaml', text, report), schema, report);
  return (checked?.lines ?? []).map(({ price, ...rest }) => ({ ...rest, priceFen: fen(price) }));
}
