import { type Locale, localePath } from '@/lib/i18n/locales';

export const STAGES_PATH = '/registry/stages';

/** What an address may say was done. */
export const STAGE_DONE = ['planned', 'taken'] as const;
export type StageDone = (typeof STAGE_DONE)[number];

/** The page of stages: a list of a kind, a record, or the form that plans one; what is empty is left out. */
export function stagesPath(
  locale: Locale,
  query: Readonly<
    Partial<Record<'kind' | 'stage' | 'after' | 'record' | 'plan', string | null>> & { done?: StageDone | null }
  > = {},
): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(given).toString();
  return localePath(locale, text ? `${STAGES_PATH}?${text}` : STAGES_PATH);
}
