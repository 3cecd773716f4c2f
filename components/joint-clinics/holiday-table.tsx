import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText, InstantText } from '@/components/ui/date-text';
import { Disclosure } from '@/components/ui/disclosure';
import { inLocale } from '@/lib/i18n/locales';
import type { CalendarDay } from '@/lib/joint-clinics/views-schema';

type Props = { days: readonly CalendarDay[]; caption: string };

/** The days of a year that are not ordinary, where they come from, and every version of a day that was changed. */
export function HolidayTable({ days, caption }: Props) {
  const t = useTranslations('joint-clinics.holidays');
  const locale = useLocale();
  return (
    <DataTable
      caption={caption}
      captionHidden
      empty={t('empty')}
      rows={days}
      rowKey={({ date }) => date}
      columns={[
        { key: 'date', header: t('column.date'), cell: ({ date }) => <DateText date={date} year /> },
        {
          key: 'holds',
          header: t('column.holds'),
          wide: true,
          cell: ({ holds }) =>
            holds ? (
              <>
                <Badge tone={holds.kind === 'holiday' ? 'info' : 'warning'}>{t(`kind.${holds.kind}`)}</Badge>{' '}
                {inLocale(locale, holds.name, holds.nameEn)}
                {holds.followsWeekday !== null && (
                  <span className="block text-sm text-ink-soft">
                    {t('follows', { weekday: t(`weekday.${holds.followsWeekday}`) })}
                  </span>
                )}
              </>
            ) : (
              t('kind.ordinary_day')
            ),
        },
        { key: 'source', header: t('column.source'), wide: true, cell: (day) => <Source day={day} /> },
      ]}
    />
  );
}

function Source({ day: { source, versions } }: { day: CalendarDay }) {
  const t = useTranslations('joint-clinics.holidays');
  if (versions.length === 0) return <span className="text-ink-soft">{sourceIn(t, source ?? '')}</span>;
  return (
    <Disclosure summary={t('versions', { count: versions.length })}>
      <ol className="grid gap-3">
        {versions.map(({ version, kind, name, reason, source: given, madeBy, createdAt }) => (
          <li key={version}>
            <p className="font-medium">
              {t('version', { version })} {t(`kind.${kind}`)} {name}
            </p>
            <p>{t('because', { reason, source: given })}</p>
            <p className="text-sm text-ink-soft">
              {madeBy} · <InstantText at={createdAt} />
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

/** How the reference file marks that nobody published which weekday a make-up day stands in for. */
const OURS = '; follows_weekday ours';

function sourceIn(t: (key: 'ours', values: { source: string }) => string, source: string): string {
  return source.endsWith(OURS) ? t('ours', { source: source.slice(0, -OURS.length) }) : source;
}
