import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import { GAPS, type MentorComparison, type TraineeChance } from '@/lib/training/mentor-schema';
import { personPath } from './people-paths';

/** So many are named on the page; the workbook has all. */
const NAMED = 60;

/** Trainees to look after first, in neutral words; where there are none, that is said. */
export function ChanceGaps({ gaps }: { gaps: MentorComparison['gaps'] }) {
  const t = useTranslations('people.mentors');
  return (
    <div className="grid gap-6">
      {GAPS.map((gap) => (
        <section key={gap} aria-labelledby={`gap-${gap}`}>
          <h3 id={`gap-${gap}`} className="font-semibold">
            {t(`gap.${gap}`, { count: gaps[gap].length })}
          </h3>
          {gaps[gap].length > 0 && (
            <>
              <p className="text-ink-soft">{t(`gapNext.${gap}`)}</p>
              <Names trainees={gaps[gap]} />
            </>
          )}
        </section>
      ))}
    </div>
  );
}

function Names({ trainees }: { trainees: readonly TraineeChance[] }) {
  const t = useTranslations('people.mentors');
  const locale = useLocale();
  return (
    <>
      <ul className="mt-2 grid gap-x-6 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3">
        {trainees.slice(0, NAMED).map(({ id, name, nameEn, centre }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <TextLink href={personPath(locale, 'trainee', id)} className="inline-flex min-h-11 items-center">
              {inLocale(locale, name, nameEn)}
            </TextLink>
            <span className="text-sm text-ink-soft">{inLocale(locale, centre.name, centre.nameEn)}</span>
          </li>
        ))}
      </ul>
      {trainees.length > NAMED && <p className="text-ink-soft">{t('gapMore', { count: trainees.length - NAMED })}</p>}
    </>
  );
}
