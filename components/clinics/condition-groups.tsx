import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ConditionView } from '@/lib/public-directory/views-schema';

/** Conditions under the heading of their department, in the order of the catalogue. */
export function ConditionGroups({ conditions }: { conditions: readonly ConditionView[] }) {
  const t = useTranslations('clinics.conditionList');
  const locale = useLocale();
  const departments = new Map<string, ConditionView[]>();
  for (const view of conditions) {
    const group = departments.get(view.condition.department);
    if (group) group.push(view);
    else departments.set(view.condition.department, [view]);
  }
  return (
    <>
      <nav aria-label={t('departments')} className="no-print my-5">
        <ul className="flex flex-wrap gap-2">
          {[...departments].map(([department, [first]], index) => (
            <li key={department}>
              <a
                href={`#department-${index + 1}`}
                className="inline-flex min-h-11 items-center rounded-lg border border-line bg-surface px-3 no-underline hover:border-accent hover:text-accent"
              >
                {inLocale(locale, department, first?.condition.departmentEn ?? null)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {[...departments].map(([department, group], index) => (
        <Section
          key={department}
          id={`department-${index + 1}`}
          title={inLocale(locale, department, group[0]?.condition.departmentEn ?? null)}
        >
          <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {group.map(({ condition, centreCount, clinicCount }) => (
              <li key={condition.code} className="border-b border-line py-2">
                <a
                  href={localePath(locale, `/conditions/${condition.code}`)}
                  className="inline-flex min-h-11 items-center text-link"
                >
                  {inLocale(locale, condition.name, condition.nameEn)}
                </a>
                <p className="text-sm text-ink-soft">
                  {t('centres', { count: centreCount })} ·{' '}
                  {clinicCount > 0 ? t('clinics', { count: clinicCount }) : t('noClinics')}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
