import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { TwoLines, useCountColumn } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { MentorLoad, Spread } from '@/lib/training/mentor-schema';
import { personPath } from './people-paths';
import { ShareText } from './share-text';

/** Mentors with what each carries and what their trainees got to do, in the order of hospitals: no ranking. */
export function MentorTable({ mentors }: { mentors: readonly MentorLoad[] }) {
  const t = useTranslations('people.mentors');
  const locale = useLocale();
  const format = useFormatter();
  const counted = useCountColumn<MentorLoad>();
  const range = ({ least, middle, most }: Spread) =>
    least === most ? (
      format.number(most)
    ) : (
      <TwoLines note={t('middle', { middle })}>{t('range', { least, most })}</TwoLines>
    );
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={mentors}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          whole: true,
          cell: ({ id, name, nameEn, hospital }) => (
            <TwoLines note={inLocale(locale, hospital.name, hospital.nameEn)}>
              <TextLink href={personPath(locale, 'expert', id)} className="inline-flex min-h-11 items-center">
                {inLocale(locale, name, nameEn)}
              </TextLink>
            </TwoLines>
          ),
        },
        counted('trainees', t('column.trainees'), ({ trainees }) => trainees),
        counted('halfDays', t('column.halfDays'), ({ halfDaysAWeek }) => halfDaysAWeek),
        counted('heldLately', t('column.heldLately'), ({ heldLately }) => heldLately),
        counted('held', t('column.held'), ({ held }) => held),
        {
          key: 'withTrainee',
          header: t('column.withTraineeShare'),
          cell: ({ withTrainee, held }) => <ShareText part={withTrainee} whole={held} />,
        },
        { key: 'led', header: t('column.led'), numeric: true, cell: ({ led }) => range(led) },
        {
          key: 'conditions',
          header: t('column.conditions'),
          numeric: true,
          cell: ({ conditions }) => range(conditions),
        },
      ]}
    />
  );
}
