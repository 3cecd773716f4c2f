import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { RowDisclosure, RowField } from '@/components/ui/rows-form.client';
import { DISPUTE_KINDS, type RecordListed } from '@/lib/clinic-sessions/review-schema';
import { TEXT_LIMIT } from '@/lib/clinic-sessions/schema';
import { useRecordWords } from './record-words';
import { refText, rowField } from './row-names';

/** A row's dispute: which kind, what is wrong, and the button that sends it. */
export function DisputeFields({ formId, record }: { formId: string; record: RecordListed }) {
  const t = useTranslations('review.confirm');
  const kinds = useTranslations('review.disputeKind');
  const words = useRecordWords();
  const [kind, reason] = [rowField('kind', record.id), rowField('reason', record.id)];
  return (
    <RowDisclosure fields={[kind, reason]} summary={t('dispute')}>
      <div className="grid max-w-2xl gap-4">
        <RowField
          formId={formId}
          field={{
            name: kind,
            kind: 'radios',
            label: t('disputeKind'),
            options: DISPUTE_KINDS.map((value) => ({ value, label: kinds(value) })),
          }}
        />
        <RowField
          formId={formId}
          field={{
            name: reason,
            kind: 'area',
            label: t('disputeReason'),
            hint: t('disputeHint'),
            maxLength: TEXT_LIMIT,
          }}
        />
        <p>
          <Button
            name="dispute"
            value={refText(record)}
            variant="danger"
            aria-label={t('sendDisputeNamed', words.label(record))}
          >
            {t('sendDispute')}
          </Button>
        </p>
      </div>
    </RowDisclosure>
  );
}
