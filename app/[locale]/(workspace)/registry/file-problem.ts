import 'server-only';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FieldProblem } from '@/lib/core/errors';
import { UPLOAD_LIMITS } from './upload-limits';

// A file that was not read leads back to its form; the address says why, for the form works without scripts.

const MOST_COLUMNS = 300;
const problemSchema = z.object({
  problem: z.string().regex(/^[a-zA-Z]{3,20}$/),
  columns: z.string().max(MOST_COLUMNS).catch('').default(''),
});

/** A problem of a file as parameters of an address. */
export function fileProblemQuery({ messageKey, values }: FieldProblem): Record<string, string | undefined> {
  const columns = values?.columns;
  return {
    problem: messageKey.split('.').at(-1),
    columns: typeof columns === 'string' ? columns.slice(0, MOST_COLUMNS) : undefined,
  };
}

/** What the address says is wrong with the file, in the reader's words; null when it says nothing that is known. */
export async function fileProblemText(parameters: unknown): Promise<string | null> {
  const t = await getTranslations('registry.file');
  const parsed = problemSchema.safeParse(parameters);
  if (!parsed.success || !t.has(parsed.data.problem)) return null;
  return t(parsed.data.problem, { ...UPLOAD_LIMITS, columns: parsed.data.columns });
}
