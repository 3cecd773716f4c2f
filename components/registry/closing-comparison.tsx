import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ChangeState } from '@/lib/registry/changes/change-schema';
import type { ChangeKind, ClosingSeen } from '@/lib/registry/changes/closing-schema';

type Props = { kind: ChangeKind; state: ChangeState; closing: ClosingSeen };

/** Who takes over from a facility, and where each of its clinics, stations and trainees goes. */
export function ClosingComparison({ kind, state, closing }: Props) {
  const t = useTranslations('changes.closing');
  const locale = useLocale();
  const { successors, rows, trainees, preparations } = closing;
  const link = ({ id, name, nameEn }: { id: string; name: string; nameEn: string }) => (
    <TextLink
      href={localePath(locale, `/facilities/${encodeURIComponent(id)}`)}
      className="inline-flex min-h-11 items-center"
    >
      {inLocale(locale, name, nameEn)}
    </TextLink>
  );
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="font-semibold">{t(kind === 'merge' ? 'survivor' : 'successors')}</h3>
        {successors.length === 0 ? (
          <p>{t('noSuccessor')}</p>
        ) : (
          <ul>
            {successors.map((one) => (
              <li key={one.id}>{link(one)}</li>
            ))}
          </ul>
        )}
      </div>
      {rows.length > 0 && (
        <DataTable
          caption={t('caption')}
          captionHidden
          rows={rows}
          rowKey={({ kind: what, id }) => `${what} ${id}`}
          columns={[
            { key: 'kind', header: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
            {
              key: 'name',
              header: t('column.name'),
              wide: true,
              cell: (row) => inLocale(locale, row.name, row.nameEn),
            },
            {
              key: 'to',
              header: t('column.to'),
              wide: true,
              cell: (row) =>
                row.to ? inLocale(locale, row.to.name, row.to.nameEn) : <strong>{t(`ends.${row.kind}`)}</strong>,
            },
          ]}
        />
      )}
      {kind === 'merge' && state !== 'applied' && trainees + preparations > 0 && (
        <p>{t('alsoMoves', { trainees, preparations })}</p>
      )}
    </div>
  );
}
