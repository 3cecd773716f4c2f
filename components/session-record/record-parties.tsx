import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import type { Deed, RecordSeen } from '@/lib/clinic-sessions/page-schema';
import { inLocale } from '@/lib/i18n/locales';

type Word = { key: string; party: string; said: string; by: string | null; at: Date | null };

/** Who has said what of a record, party by party; whoever has not said anything yet stands there as well. */
export function RecordParties({ record }: { record: RecordSeen }) {
  const t = useTranslations('session-list.record.party');
  const rows = useWords(record);
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'party', header: t('column.party'), cell: ({ party }) => party },
        { key: 'said', header: t('column.said'), cell: (word) => <Said word={word} /> },
      ]}
    />
  );
}

function Said({ word: { said, by, at } }: { word: Word }) {
  return (
    <>
      {said}
      {(by || at) && (
        <span className="block text-sm text-ink-soft">
          {by}
          {by && at && ' · '}
          {at && <InstantText at={at} />}
        </span>
      )}
    </>
  );
}

function useWords(record: RecordSeen): Word[] {
  const t = useTranslations('session-list.record.party');
  const locale = useLocale();
  const { state, content, submitted, confirmed, accepted, trainees, version, stopped } = record;
  const deed = (done: Deed | null) => ({ by: done?.name ?? null, at: done?.at ?? null });
  const spoke = (kinds: readonly string[]) =>
    stopped && kinds.includes(stopped.kind) ? { by: stopped.name, at: stopped.at } : { by: null, at: null };
  const centre: Word = {
    key: 'centre',
    party: t('centre'),
    said: state === 'withdrawn' ? t('withdrawn') : t('submitted', { version }),
    ...(state === 'withdrawn' ? spoke(['withdrawn']) : deed(submitted)),
  };
  const hospitalSaid = () => {
    if (state === 'disputed') return { said: t('disputed'), ...spoke(['disputed']) };
    if (confirmed) return { said: t('confirmed'), ...deed(confirmed) };
    return { said: t(content.held && state !== 'withdrawn' ? 'notYet' : 'notNeeded'), by: null, at: null };
  };
  const districtSaid = () => {
    if (state === 'returned')
      return { said: t(stopped?.kind === 'reopened' ? 'reopened' : 'returned'), ...spoke(['returned', 'reopened']) };
    if (accepted) return { said: t('accepted'), ...deed(accepted) };
    return { said: t(state === 'withdrawn' ? 'notNeeded' : 'notYet'), by: null, at: null };
  };
  return [
    centre,
    { key: 'hospital', party: t('hospital'), ...hospitalSaid() },
    ...trainees.map(({ id, name, nameEn, signedAt }) => ({
      key: id,
      party: t('trainee'),
      said: t(signedAt ? 'signed' : 'unsigned'),
      by: inLocale(locale, name, nameEn),
      at: signedAt,
    })),
    { key: 'district', party: t('district'), ...districtSaid() },
  ];
}
