import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
import { DescriptionList } from '@/components/ui/description-list';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { TraineeSeen } from '@/lib/training/schema';
import { personPath } from './people-paths';

/** Who a trainee is: centre, mentor, cohort, goal, employment, clinics. */
export function TraineeFacts({ trainee }: { trainee: TraineeSeen }) {
  const t = useTranslations('people.trainees');
  const locale = useLocale();
  const format = useFormatter();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  const { centre, mentor, cohort, hospitals, clinics, opensMentor, goal } = trainee;
  return (
    <DescriptionList
      items={[
        {
          key: 'centre',
          term: t('column.centre'),
          description: named(centre),
        },
        {
          key: 'mentor',
          term: t('column.mentor'),
          description: mentor ? (
            opensMentor ? (
              <TextLink href={personPath(locale, 'expert', mentor.id)}>{named(mentor)}</TextLink>
            ) : (
              named(mentor)
            )
          ) : (
            t('noMentor')
          ),
        },
        { key: 'cohort', term: t('cohort'), description: t('cohortYear', { cohort: String(cohort) }) },
        {
          key: 'goal',
          term: t('goal'),
          description:
            goal.sessions === null && goal.text === null ? (
              t('noGoal')
            ) : (
              <>
                {goal.sessions !== null && (
                  <p>
                    {t('goalProgress', {
                      goal: goal.sessions,
                      attended: goal.attended,
                      share: format.number(goal.attended / goal.sessions, {
                        style: 'percent',
                        maximumFractionDigits: 0,
                      }),
                    })}
                  </p>
                )}
                {goal.text !== null && <p className="whitespace-pre-line">{goal.text}</p>}
              </>
            ),
        },
        {
          key: 'dual',
          term: t('employment'),
          description:
            hospitals.length === 0 ? t('single') : t('dualAt', { hospitals: hospitals.map(named).join(t('and')) }),
        },
        {
          key: 'clinics',
          term: t('clinics'),
          description:
            clinics.length === 0 ? (
              t('noClinics')
            ) : (
              <ul>
                {clinics.map((clinic) => (
                  <li key={clinic.id}>
                    <TextLink href={clinicPath(locale, clinic.id)}>{named(clinic)}</TextLink>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
