import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
import { SlotName } from '@/components/joint-clinics/slot-text';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import { FigureTile } from '@/components/ui/figure-tile';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import { addDays } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { EXPERT_LOAD } from '@/lib/joint-clinics/schema';
import type { ExpertSeen, ExpertWeek, Presence } from '@/lib/training/schema';
import { personPath } from './people-paths';

/** Who an expert is, and when the expert sits where. */
export function ExpertFacts({ expert }: { expert: ExpertSeen }) {
  const t = useTranslations('people.experts');
  const title = useTranslations('terms.expertTitle');
  const locale = useLocale();
  const format = useFormatter();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  const { hospital, department, departmentEn, conditions, slots, halfDaysAWeek } = expert;
  return (
    <DescriptionList
      items={[
        { key: 'title', term: t('title'), description: title(expert.title) },
        {
          key: 'hospital',
          term: t('column.hospital'),
          description: t('atDepartment', {
            hospital: named(hospital),
            department: inLocale(locale, department, departmentEn),
          }),
        },
        {
          key: 'specialties',
          term: t('specialties'),
          description: conditions.length === 0 ? t('noSpecialties') : conditions.map(named).join(t('and')),
        },
        {
          key: 'halfDays',
          term: t('column.halfDays'),
          description: t('halfDays', { count: format.number(halfDaysAWeek) }),
        },
        {
          key: 'slots',
          term: t('slots'),
          description:
            slots.length === 0 ? (
              t('noSlots')
            ) : (
              <ul>
                {slots.map((slot) => (
                  <li key={slot.id}>
                    <SlotName slot={slot} />{' '}
                    <TextLink href={clinicPath(locale, slot.clinic.id)}>
                      {t('slotAt', { centre: named(slot.centre), clinic: named(slot.clinic) })}
                    </TextLink>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

/** What the records say of an expert, as tiles. */
export function PresenceFigures({ presence, sessionsHref }: { presence: Presence; sessionsHref?: string }) {
  const t = useTranslations('people.presence');
  const format = useFormatter();
  const { planned, came, notHeld } = presence;
  const held = planned - notHeld;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6 senior:grid-cols-1">
      <FigureTile value={planned} label={t('planned')} note={t('plannedNote')} href={sessionsHref} />
      <FigureTile
        value={came}
        label={t('came')}
        note={
          held === 0
            ? t('noShare')
            : t('share', { share: format.number(came / held, { style: 'percent', maximumFractionDigits: 0 }) })
        }
      />
      <FigureTile value={presence.substituted} label={t('substituted')} />
      <FigureTile value={presence.absent} label={t('absent')} />
      <FigureTile value={notHeld} label={t('notHeld')} />
      <FigureTile value={presence.stoodIn} label={t('stoodIn')} />
    </div>
  );
}

/** An expert's load week by week: what plans expect, and what the records say became of it. */
export function LoadTable({ weeks, today }: { weeks: readonly ExpertWeek[]; today: CivilDate }) {
  const t = useTranslations('people.weeks');
  const format = useFormatter();
  const isThis = ({ monday }: ExpertWeek) => monday <= today && today < addDays(monday, 7);
  const isPast = ({ monday }: ExpertWeek) => monday <= today;
  const recorded = (week: ExpertWeek, count: number) => (isPast(week) ? format.number(count) : t('notYet'));
  return (
    <DataTable
      caption={t('caption', { limit: EXPERT_LOAD.halfDaysAWeek })}
      rows={weeks}
      rowKey={({ monday }) => monday}
      columns={[
        {
          key: 'week',
          header: t('column.week'),
          cell: (week) => (
            <>
              {t.rich('weekOf', { day: () => <DateText date={week.monday} weekday="none" year /> })}{' '}
              {isThis(week) && <Badge tone="accent">{t('this')}</Badge>}
            </>
          ),
        },
        {
          key: 'planned',
          header: t('column.planned'),
          numeric: true,
          cell: ({ planned }) => (
            <>
              {planned > EXPERT_LOAD.halfDaysAWeek && <Badge tone="warning">{t('many')}</Badge>}{' '}
              {format.number(planned)}
            </>
          ),
        },
        { key: 'came', header: t('column.came'), numeric: true, cell: (week) => recorded(week, week.came) },
        {
          key: 'substituted',
          header: t('column.substituted'),
          numeric: true,
          cell: (week) => recorded(week, week.substituted),
        },
        { key: 'absent', header: t('column.absent'), numeric: true, cell: (week) => recorded(week, week.absent) },
      ]}
    />
  );
}

/** The trainees of a mentor. */
export function MenteeTable({ trainees }: { trainees: ExpertSeen['trainees'] }) {
  const t = useTranslations('people.mentees');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={trainees}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          cell: ({ id, name, nameEn }) => (
            <TextLink href={personPath(locale, 'trainee', id)} className="inline-flex min-h-11 items-center">
              {inLocale(locale, name, nameEn)}
            </TextLink>
          ),
        },
        {
          key: 'centre',
          header: t('column.centre'),
          wide: true,
          cell: ({ centre }) => inLocale(locale, centre.name, centre.nameEn),
        },
        {
          key: 'cohort',
          header: t('column.cohort'),
          cell: ({ cohort }) => t('cohortYear', { cohort: String(cohort) }),
        },
      ]}
    />
  );
}
