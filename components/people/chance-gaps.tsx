import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import { GAPS, type MentorComparison, type TraineeChance } from '@/lib/training/mentor-schema';
import { personPath } from './people-paths';

/** So many are named on the page; the workbook has all. */
const NAMED = 60;

/** Trainees to look after first, in neutral words; where there are none, that is said. */
export function ChanceGaps({ gaps }: { gaps: MentorComparison['gaps'] }) {
  const t = useTranslations('people.mentors');
  const some = GAPS.filter((gap) => gaps[gap].length > 0);
  const none = GAPS.filter((gap) => gaps[gap].length === 0);
  return (
    <div className="grid gap-6">
      {some.map((gap) => (
        <section key={gap} aria-labelledby={`gap-${gap}`}>
          <h3 id={`gap-${gap}`} className="font-semibold">
            {t(`gap.${gap}`, { count: gaps[gap].length })}
          </h3>
          <p className="text-ink-soft">{t(`gapNext.${gap}`)}</p>
          <Names trainees={gaps[gap]} />
        </section>
      ))}
      {none.length > 0 && (
        <ul className="grid gap-1">
          {none.map((gap) => (
            <li key={gap} className="flex items-baseline gap-2">
              <Icon name="check" className="size-[1em] text-success" />
              {t(`gap.${gap}`, { count: 0 })}
            </li>
          ))}
        </ul>
      )}
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
