import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DemoMark } from '@/components/ui/origin-mark';
import { TwoLines, useCountColumn } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import { furthestPart } from '@/lib/training/attendance-rules';
import type { TraineeListed } from '@/lib/training/schema';
import { personPath } from './people-paths';
import { ShareText } from './share-text';

/** Trainees with where they learn, from whom, and what they attended, each leading to the trainee's page. */
export function TraineeTable({ trainees }: { trainees: readonly TraineeListed[] }) {
  const t = useTranslations('people.trainees');
  const part = useTranslations('sessions.part');
  const locale = useLocale();
  const counted = useCountColumn<TraineeListed>();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
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
          cell: (trainee) => (
            <>
              <TextLink href={personPath(locale, 'trainee', trainee.id)} className="inline-flex min-h-11 items-center">
                {named(trainee)}
              </TextLink>
              <span className="flex flex-wrap items-center gap-1.5">
                {trainee.dual && <Badge tone="info">{t('dual')}</Badge>}
                {!trainee.active && <Badge>{t('ended')}</Badge>}
                {trainee.origin === 'demonstration' && <DemoMark />}
              </span>
            </>
          ),
        },
        {
          key: 'centre',
          header: t('column.centre'),
          wide: true,
          cell: ({ centre, district, cohort }) => (
            <TwoLines note={t('districtCohort', { district: named(district), cohort: String(cohort) })}>
              {named(centre)}
            </TwoLines>
          ),
        },
        {
          key: 'mentor',
          header: t('column.mentor'),
          cell: ({ mentor }) => (mentor ? named(mentor) : <span className="text-ink-soft">{t('noMentor')}</span>),
        },
        {
          key: 'attended',
          header: t('column.attended'),
          cell: ({ attendance }) => <ShareText part={attendance.attended} whole={attendance.held} />,
        },
        counted('signed', t('column.signed'), ({ attendance }) => attendance.signed),
        {
          key: 'part',
          header: t('column.part'),
          cell: ({ attendance }) => {
            const furthest = furthestPart(attendance);
            return furthest ? part(furthest) : <span className="text-ink-soft">{t('noPart')}</span>;
          },
        },
      ]}
    />
  );
}
