import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { RowsForm, RowTick } from '@/components/ui/rows-form.client';
import type { RowsFormAction } from '@/components/ui/rows-form-state';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { DisputeFields } from './dispute-fields';
import { RecordGroupList } from './record-group-list';
import { useRecordWords } from './record-words';
import { refText } from './row-names';
import { useRowsWords } from './rows-words';

type Props = {
  /** names the form on the page */
  id: string;
  records: readonly RecordListed[];
  action: RowsFormAction;
  /** what nobody need confirm can only be disputed */
  disputeOnly?: boolean;
  /** says so where nothing waits; the answer to the last confirmation still stands above it */
  empty?: string;
};

/** A list in which expert and hospital confirm or dispute: one by one with a tap, some, or the whole page at once. */
export function ConfirmList({ id, records, action, disputeOnly, empty }: Props) {
  const t = useTranslations('review.confirm');
  const words = useRecordWords();
  return (
    <RowsForm id={id} action={action} words={useRowsWords()}>
      {records.length === 0 && <p>{empty}</p>}
      {!disputeOnly && records.length > 0 && (
        // the first button of a form is the one that the enter key presses
        <div className="mb-4 flex flex-wrap gap-3">
          <Button name="confirm" value="selected">
            {t('selected')}
          </Button>
          <Button name="confirm" value="all" variant="secondary">
            {t('all', { count: records.length })}
          </Button>
        </div>
      )}
      <RecordGroupList
        id={id}
        records={records}
        before={
          disputeOnly
            ? undefined
            : (record) => <RowTick formId={id} name="record" value={refText(record)} label={t('select')} />
        }
        action={(record) => (
          <>
            <input type="hidden" name="listed" value={refText(record)} />
            {!disputeOnly && (
              <Button
                name="confirm"
                value={refText(record)}
                variant="secondary"
                className="min-w-24"
                aria-label={t('oneNamed', words.label(record))}
              >
                {t('one')}
              </Button>
            )}
          </>
        )}
        more={(record) => <DisputeFields formId={id} record={record} />}
      />
    </RowsForm>
  );
}
