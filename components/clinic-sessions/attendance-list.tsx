import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { RowDisclosure, RowField, RowsForm } from '@/components/ui/rows-form.client';
import type { RowsFormAction } from '@/components/ui/rows-form-state';
import type { AttendanceListed } from '@/lib/clinic-sessions/review-schema';
import { TEXT_LIMIT } from '@/lib/clinic-sessions/schema';
import { RecordLine } from './record-line';
import { useRecordWords } from './record-words';
import { refText, rowField, rowId } from './row-names';
import { useRowsWords } from './rows-words';

const ID = 'to-sign';

type Props = { records: readonly AttendanceListed[]; action: RowsFormAction };

/** A trainee's list: sign one with a tap, or all at once; or tell the centre what is wrong. */
export function AttendanceList({ records, action }: Props) {
  const t = useTranslations('review.attendance');
  return (
    <RowsForm id={ID} action={action} words={useRowsWords()}>
      {records.length === 0 && <p>{t('empty')}</p>}
      {records.length > 0 && (
        // the first button of a form is the one that the enter key presses
        <p className="mb-4">
          <Button name="sign" value="all">
            {t('all', { count: records.length })}
          </Button>
        </p>
      )}
      <ul className="grid gap-3">
        {records.map((record) => (
          <AttendanceRow key={record.id} record={record} />
        ))}
      </ul>
    </RowsForm>
  );
}

function AttendanceRow({ record }: { record: AttendanceListed }) {
  const t = useTranslations('review.attendance');
  const parts = useTranslations('sessions.part');
  const words = useRecordWords();
  const text = rowField('text', record.id);
  const named = words.label(record);
  return (
    <li id={rowId(record.id)} className="scroll-mt-4 rounded-xl border border-line bg-surface p-4">
      <input type="hidden" name="listed" value={refText(record)} />
      <RecordLine record={record} />
      <p className="mt-1 font-semibold">{t('part', { part: parts(record.own.part) })}</p>
      <div className="mt-3 grid gap-2">
        <p>
          <Button name="sign" value={refText(record)} variant="secondary" aria-label={t('oneNamed', named)}>
            {t('one')}
          </Button>
        </p>
        <RowDisclosure fields={[text]} summary={t('object')}>
          <div className="grid max-w-2xl gap-4">
            <RowField
              formId={ID}
              field={{ name: text, kind: 'area', label: t('text'), hint: t('textHint'), maxLength: TEXT_LIMIT }}
            />
            <p>
              <Button name="comment" value={refText(record)} variant="secondary" aria-label={t('sendNamed', named)}>
                {t('send')}
              </Button>
            </p>
          </div>
        </RowDisclosure>
      </div>
    </li>
  );
}
