import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { ReviewChoices, ReviewFilter } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';
import { useRecordWords } from './record-words';

const FIELDS = [
  { name: 'district', list: 'districts' },
  { name: 'centre', list: 'centres' },
  { name: 'expert', list: 'experts' },
] as const;

type Props = { path: string; filter: ReviewFilter; choices: ReviewChoices };

/** Narrows a list down by what occurs in it; an ordinary form, and nothing where there is nothing to choose. */
export function ReviewFilters({ path, filter, choices }: Props) {
  const t = useTranslations('review.filter');
  const locale = useLocale();
  const { named } = useRecordWords();
  const fields = FIELDS.filter(({ name, list }) => filter[name] !== null || choices[list].length > 1);
  if (fields.length === 0) return null;
  const action = localePath(locale, path);
  const isSet = fields.some(({ name }) => filter[name] !== null);
  return (
    <div className="no-print my-5">
      <Disclosure summary={t('title')} open={isSet || undefined}>
        <form method="get" action={action} aria-label={t('title')}>
          <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-3">
            {fields.map(({ name, list }) => (
              <SelectField
                key={name}
                id={`filter-${name}`}
                name={name}
                label={t(name)}
                empty={t('any')}
                options={choices[list].map((one) => ({ value: one.id, label: named(one) }))}
                defaultValue={filter[name] ?? ''}
              />
            ))}
          </div>
          <div className="mt-4 flex flex-wrap gap-3">
            <Button variant="secondary">
              <Icon name="search" />
              {t('apply')}
            </Button>
            {isSet && (
              <ButtonLink href={action} variant="quiet">
                {t('clear')}
              </ButtonLink>
            )}
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
