import { useTranslations } from 'next-intl';
import { sendQuickConfirmation } from '@/app/[locale]/(workspace)/clinic-sessions/confirm/actions';
import { useRecordWords } from '@/components/clinic-sessions/record-words';
import { refText } from '@/components/clinic-sessions/row-names';
import { Button } from '@/components/ui/button';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';

/** Confirms a session where it is seen to be due. */
export function QuickConfirm({ record }: { record: RecordListed }) {
  const t = useTranslations('review.confirm');
  const words = useRecordWords();
  return (
    <form action={sendQuickConfirmation}>
      <input type="hidden" name="record" value={refText(record)} />
      <Button variant="secondary" className="min-w-24" aria-label={t('oneNamed', words.label(record))}>
        {t('one')}
      </Button>
    </form>
  );
}
