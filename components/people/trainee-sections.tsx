import { useLocale, useTranslations } from 'next-intl';
import { recordPath } from '@/components/clinic-sessions/row-names';
import { clinicPath } from '@/components/joint-clinics/clinic-paths';
import { lastDayOf, PeriodText } from '@/components/joint-clinics/period-text';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { useCountColumn } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { AttendedSession, ConditionSeen, TimelineEntry } from '@/lib/training/schema';

/** The conditions of the sessions a trainee attended. */
export function ConditionsTable({ conditions }: { conditions: readonly ConditionSeen[] }) {
  const t = useTranslations('people.conditions');
  const locale = useLocale();
  const counted = useCountColumn<ConditionSeen>();
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={conditions}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', header: t('column.name'), cell: ({ name, nameEn }) => inLocale(locale, name, nameEn) },
        counted('sessions', t('column.sessions'), ({ sessions }) => sessions),
        counted('visits', t('column.visits'), ({ visits }) => visits),
      ]}
    />
  );
}

/** The latest sessions a trainee attended, each leading to its record. */
export function AttendedTable({ sessions }: { sessions: readonly AttendedSession[] }) {
  const t = useTranslations('people.sessions');
  const part = useTranslations('sessions.part');
  const half = useTranslations('terms.half');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: t('column.when'),
          cell: ({ id, date, half: when }) => (
            <TextLink href={localePath(locale, recordPath(id))} className="whitespace-nowrap">
              <DateText date={date} year /> {half(when)}
            </TextLink>
          ),
        },
        {
          key: 'clinic',
          header: t('column.clinic'),
          wide: true,
          cell: ({ clinic }) => inLocale(locale, clinic.name, clinic.nameEn),
        },
        { key: 'part', header: t('column.part'), cell: (session) => part(session.part) },
        {
          key: 'signed',
          header: t('column.signed'),
          cell: ({ signed }) =>
            signed ? <Badge tone="success">{t('signed')}</Badge> : <Badge tone="warning">{t('unsigned')}</Badge>,
        },
      ]}
    />
  );
}

/** Where a trainee has been and is: clinics and hospitals, the latest first. */
export function TimelineList({ timeline }: { timeline: readonly TimelineEntry[] }) {
  const t = useTranslations('people.timeline');
  const locale = useLocale();
  if (timeline.length === 0) return <p className="text-ink-soft">{t('empty')}</p>;
  return (
    <ol className="grid gap-3 border-l-2 border-line ps-4">
      {timeline.map(({ kind, place, validFrom, validTo }) => {
        const name = inLocale(locale, place.name, place.nameEn);
        return (
          <li key={`${kind} ${place.id} ${validFrom}`}>
            <p className="text-sm text-ink-soft">
              <PeriodText from={validFrom} last={lastDayOf(validTo)} />
            </p>
            <p>
              {kind === 'clinic' ? (
                <TextLink href={clinicPath(locale, place.id)} className="inline-flex min-h-11 items-center">
                  {t('clinic', { name })}
                </TextLink>
              ) : (
                t('dual', { name })
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
