import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { RowField, RowsForm } from '@/components/ui/rows-form.client';
import type { RowsFormAction } from '@/components/ui/rows-form-state';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { DecisionFields } from './decision-fields';
import { marksOf } from './record-badges';
import { RecordGroupList } from './record-group-list';
import { refText } from './row-names';
import { useRowsWords } from './rows-words';

/** What rows say before the officer has: accept what bears no mark, accept all, leave all for later. */
export const DECISION_PRESETS = ['plain', 'all', 'none'] as const;
export type DecisionPreset = (typeof DECISION_PRESETS)[number];

type Props = {
  records: readonly RecordListed[];
  preset: DecisionPreset;
  action: RowsFormAction;
};

const ID = 'to-accept';

/** A list in which a district accepts, returns with a reason or leaves for later, row by row, and sends it as a whole. */
export function DecisionList({ records, preset, action }: Props) {
  const t = useTranslations('review.accept');
  const accepts = (record: RecordListed) => preset === 'all' || (preset === 'plain' && marksOf(record).length === 0);
  return (
    <RowsForm id={ID} action={action} words={useRowsWords()}>
      {records.length === 0 && <p>{t('empty')}</p>}
      <RecordGroupList
        id={ID}
        records={records}
        below={(record) => (
          <>
            <input type="hidden" name="listed" value={refText(record)} />
            <DecisionFields formId={ID} record={record} first={accepts(record) ? 'accept' : 'leave'} />
          </>
        )}
      />
      {records.length > 0 && (
        <div className="mt-6 grid max-w-md gap-4">
          <RowField formId={ID} field={{ name: 'dueOn', kind: 'date', label: t('dueOn'), hint: t('dueOnHint') }} />
          <p>
            <Button>{t('submit')}</Button>
          </p>
        </div>
      )}
    </RowsForm>
  );
}
