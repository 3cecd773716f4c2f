import { useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText, InstantText } from '@/components/ui/date-text';
import { TwoLines } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { civilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ChangeListed, ChangeState, ProfileKey } from '@/lib/registry/changes/change-schema';
import { changePagePath } from './change-paths';

const TONES: Record<ChangeState, Tone> = {
  ...({ proposed: 'accent', returned: 'warning', approved: 'info' } as const),
  ...({ applied: 'success', withdrawn: 'neutral' } as const),
};

/** Where a request stands. */
export function ChangeStateBadge({ state }: { state: ChangeState }) {
  const t = useTranslations('changes.state');
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

/** The names of cells, in the reader's language. */
export function CellNames({ keys }: { keys: readonly ProfileKey[] }) {
  const t = useTranslations('registry.column');
  const locale = useLocale();
  return <>{keys.map((key) => t(`${key}.label`)).join(locale === 'en' ? ', ' : '、')}</>;
}

/** Requests with what they change and where they stand, each leading to its page. */
export function ChangeTable({ changes }: { changes: readonly ChangeListed[] }) {
  const t = useTranslations('changes');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'facility',
          header: t('column.facility'),
          wide: true,
          cell: ({ id, facility: { name, nameEn, district } }) => (
            <TwoLines note={inLocale(locale, district.name, district.nameEn)}>
              <TextLink href={localePath(locale, changePagePath(id))} className="inline-flex min-h-11 items-center">
                {inLocale(locale, name, nameEn)}
              </TextLink>
            </TwoLines>
          ),
        },
        {
          key: 'cells',
          header: t('column.cells'),
          wide: true,
          cell: ({ kind, keys }) => (kind === 'profile' ? <CellNames keys={keys} /> : t(`kind.${kind}`)),
        },
        {
          key: 'effectiveOn',
          header: t('column.effectiveOn'),
          cell: ({ effectiveOn }) => <DateText date={civilDate(effectiveOn)} year />,
        },
        { key: 'by', header: t('column.by'), cell: ({ proposedByName }) => proposedByName },
        { key: 'changedAt', header: t('column.changedAt'), cell: ({ changedAt }) => <InstantText at={changedAt} /> },
        { key: 'state', header: t('column.state'), cell: ({ state }) => <ChangeStateBadge state={state} /> },
      ]}
    />
  );
}
