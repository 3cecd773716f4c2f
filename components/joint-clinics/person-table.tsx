import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { FormAction } from '@/components/ui/form-state';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import type { PersonPeriod } from '@/lib/joint-clinics/views-schema';
import { lastDayOf, PeriodText } from './period-text';

type Props = {
  people: readonly PersonPeriod[];
  today: CivilDate;
  caption: string;
  empty: string;
  kind: 'expert' | 'trainee';
  /** how a person's time is ended, for those who may */
  end: { action: FormAction; hidden: Readonly<Record<string, string>> } | null;
};

/** The experts or trainees of a clinic and from when until when: the present and the coming first. */
export function PersonTable({ people, today, caption, empty, kind, end }: Props) {
  const t = useTranslations('joint-clinics.people');
  const field = useTranslations('joint-clinics.field');
  const locale = useLocale();
  const isOver = ({ validTo }: PersonPeriod) => validTo !== null && validTo <= today;
  const rows = [...people.filter((one) => !isOver(one)), ...people.filter(isOver).toReversed()];
  const action: Column<PersonPeriod> = {
    key: 'action',
    header: t('column.action'),
    label: '',
    wide: true,
    cell: (person) =>
      end && !isOver(person) ? (
        <ActionForm
          id={`end-${kind}-${person.id}-${person.validFrom}`}
          action={end.action}
          hidden={{ ...end.hidden, personId: person.id, begun: person.validFrom }}
          fields={[{ kind: 'date', name: 'from', label: field('endsFrom'), defaultValue: today, min: today }]}
          summary={t('end', { name: inLocale(locale, person.name, person.nameEn) })}
          submit={t('endSubmit')}
          variant="danger"
          narrow
        />
      ) : null,
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      empty={empty}
      rows={rows}
      rowKey={({ id, validFrom }) => `${id} ${validFrom}`}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          cell: (person) => (
            <>
              {inLocale(locale, person.name, person.nameEn)}{' '}
              {person.validFrom > today && <Badge tone="info">{t('coming')}</Badge>}
              {isOver(person) && <Badge>{t('over')}</Badge>}
            </>
          ),
        },
        {
          key: 'period',
          header: t('column.period'),
          wide: true,
          cell: ({ validFrom, validTo }) => <PeriodText from={validFrom} last={lastDayOf(validTo)} />,
        },
        ...(end ? [action] : []),
      ]}
    />
  );
}
