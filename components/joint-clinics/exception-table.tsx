import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { ClockRange, DateText } from '@/components/ui/date-text';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { PlacedException } from '@/lib/joint-clinics/plan-schema';
import type { ExpertNamed } from '@/lib/joint-clinics/views-schema';
import { dayPath } from './clinic-paths';
import { NamedExpert } from './slot-text';

type Props = {
  clinicId: string;
  exceptions: readonly PlacedException[];
  named: readonly ExpertNamed[];
  caption: string;
  empty: string;
};

/** Sessions added and cancelled, each leading to its day. */
export function ExceptionTable({ clinicId, exceptions, named, caption, empty }: Props) {
  const t = useTranslations('joint-clinics.exceptions');
  const term = useTranslations('terms.half');
  const locale = useLocale();
  return (
    <DataTable
      caption={caption}
      captionHidden
      empty={empty}
      rows={exceptions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'date',
          header: t('column.date'),
          cell: ({ date, half }) => (
            <TextLink href={dayPath(locale, clinicId, date)} className="inline-flex min-h-11 items-center">
              <span>
                <DateText date={date} year /> {term(half)}
              </span>
            </TextLink>
          ),
        },
        {
          key: 'kind',
          header: t('column.kind'),
          cell: (one) => (
            <>
              <Badge tone={one.kind === 'added' ? 'info' : 'danger'}>{t(one.kind)}</Badge>
              {one.kind === 'added' && (
                <span className="block">
                  <ClockRange from={one.startsMinute} to={one.endsMinute} />{' '}
                  <NamedExpert id={one.expertId} named={named} />
                </span>
              )}
            </>
          ),
        },
        {
          key: 'reason',
          header: t('column.reason'),
          wide: true,
          cell: ({ reason, reasonEn }) => inLocale(locale, reason, reasonEn),
        },
      ]}
    />
  );
}
