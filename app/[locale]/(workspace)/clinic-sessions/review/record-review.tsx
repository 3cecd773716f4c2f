import { getTranslations } from 'next-intl/server';
import { RecordActions, RecordComment, type RecordServerActions } from '@/components/clinic-sessions/record-actions';
import { RecordThread } from '@/components/clinic-sessions/record-thread';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { Actor } from '@/lib/access/actor';
import { getRecordReview } from '@/lib/clinic-sessions/thread-queries';
import {
  sendAcceptance,
  sendComment,
  sendConfirmation,
  sendDispute,
  sendReopening,
  sendResolution,
  sendReturn,
  sendSignature,
  sendWithdrawal,
} from './actions';
import { RECORD_DONE } from './record-answer';

const ACTIONS: RecordServerActions = {
  confirm: sendConfirmation,
  sign: sendSignature,
  dispute: sendDispute,
  resolve: sendResolution,
  accept: sendAcceptance,
  return: sendReturn,
  reopen: sendReopening,
  withdraw: sendWithdrawal,
  comment: sendComment,
};

/** What the reader may do with a record, and what was said of it: two sections of the record's page. */
export async function RecordReview({ actor, id }: { actor: Actor; id: string }) {
  const [t, review] = await Promise.all([getTranslations('review'), getRecordReview(actor, id)]);
  if (!review) return null;
  return (
    <>
      <div className="no-print">
        <Section id="actions" title={t('action.title')}>
          <RecordActions review={review} actions={ACTIONS} />
        </Section>
      </div>
      <Section id="thread" title={t('thread.title')}>
        <RecordThread thread={review.thread} />
        <div className="no-print mt-4">
          <RecordComment review={review} actions={ACTIONS} />
        </div>
      </Section>
    </>
  );
}

/** What was just done with a record, as the address of its page says; it stands at the top. */
export async function RecordDoneNotice({ done }: { done: string | string[] | undefined }) {
  const t = await getTranslations('review.action.done');
  const known = RECORD_DONE.find((one) => one === done);
  if (!known) return null;
  return (
    <Notice kind="success" announce>
      {t(known)}
    </Notice>
  );
}
