import { useLocale, useTranslations } from 'next-intl';
import { FilterForm } from '@/components/ui/filter-form';
import type { ReviewChoices, ReviewFilter } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';
import { useRecordWords } from './record-words';

const FIELDS = [
  { name: 'district', list: 'districts' },
  { name: 'centre', list: 'centres' },
  { name: 'expert', list: 'experts' },
] as const;

type Props = { path: string; filter: ReviewFilter; choices: ReviewChoices };

/** Narrows a list down by what occurs in it; nothing where there is nothing to choose. */
export function ReviewFilters({ path, filter, choices }: Props) {
  const t = useTranslations('review.filter');
  const locale = useLocale();
  const { named } = useRecordWords();
  const fields = FIELDS.filter(({ name, list }) => filter[name] !== null || choices[list].length > 1);
  if (fields.length === 0) return null;
  return (
    <FilterForm
      title={t('title')}
      action={localePath(locale, path)}
      folded
      fields={fields.map(({ name, list }) => ({
        kind: 'select',
        name,
        label: t(name),
        options: choices[list].map((one) => ({ value: one.id, label: named(one) })),
        value: filter[name],
      }))}
    />
  );
}
