import { useTranslations } from 'next-intl';
import { RowField, RowRadios } from '@/components/ui/rows-form.client';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { TEXT_LIMIT } from '@/lib/clinic-sessions/schema';
import { useRecordWords } from './record-words';
import { rowField } from './row-names';

const DECISIONS = ['accept', 'leave', 'return'] as const;
type Decision = (typeof DECISIONS)[number];

/** A row's decision; the reason of a return appears with it, by style alone, so that it needs no script. */
export function DecisionFields({ formId, record, first }: { formId: string; record: RecordListed; first: Decision }) {
  const t = useTranslations('review.accept');
  const words = useRecordWords();
  return (
    <div className="group/decision my-1 grid gap-2">
      <RowRadios
        formId={formId}
        name={rowField('decision', record.id)}
        legend={t('decisionNamed', words.label(record))}
        options={DECISIONS.map((value) => ({ value, label: t(value) }))}
        first={first}
      />
      <div className="hidden max-w-2xl group-has-[input[value=return]:checked]/decision:block">
        <RowField
          formId={formId}
          field={{ name: rowField('reason', record.id), kind: 'area', label: t('reason'), maxLength: TEXT_LIMIT }}
        />
      </div>
    </div>
  );
}
