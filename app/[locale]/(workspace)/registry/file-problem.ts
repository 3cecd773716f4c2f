import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FieldProblem } from '@/lib/core/errors';
import type { UploadLimits } from '@/lib/registry/schema';

// A file that was not read leads back to its form; the address says why, for the form works without scripts.

const MOST_COLUMNS = 300;
const MOST_SHEET_NAMES = 120;
const problemSchema = z.object({
  problem: z.string().regex(/^[a-zA-Z]{3,20}$/),
  /** keys of the columns that are missing */
  columns: z.string().max(MOST_COLUMNS).catch('').default(''),
  /** names of the sheets that are the list, as the file has them */
  sheets: z.string().max(MOST_SHEET_NAMES).catch('').default(''),
});

/** A problem of a file as parameters of an address. */
export function fileProblemQuery({ messageKey, values }: FieldProblem): Record<string, string | undefined> {
  const textOf = (value: unknown, most: number) => (typeof value === 'string' ? value.slice(0, most) : undefined);
  return {
    problem: messageKey.split('.').at(-1),
    columns: textOf(values?.columns, MOST_COLUMNS),
    sheets: textOf(values?.sheets, MOST_SHEET_NAMES),
  };
}

/** What the address says is wrong with the file, in the reader's words; null when it says nothing that is known. */
export async function fileProblemText(parameters: unknown, limits: UploadLimits): Promise<string | null> {
  const [t, column, locale] = await Promise.all([
    getTranslations('registry.file'),
    getTranslations('registry.column'),
    getLocale(),
  ]);
  const parsed = problemSchema.safeParse(parameters);
  if (!parsed.success || !t.has(parsed.data.problem)) return null;
  const missing = parsed.data.columns.split(',').filter((key) => /^[a-zA-Z]+$/.test(key) && column.has(`${key}.label`));
  const columns = missing.map((key) => column(`${key}.label`)).join(locale === 'en' ? ', ' : '、');
  return t(parsed.data.problem, { ...limits, columns, sheets: parsed.data.sheets });
}
