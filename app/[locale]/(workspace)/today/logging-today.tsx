import 'server-only';
import { getTranslations } from 'next-intl/server';
import { leftAccount } from '@/app/[locale]/left-account';
import { ForgetAccount } from '@/components/logging/forget-account.client';
import { LoggingWords } from '@/components/logging/logging-words';
import { TodayDevice } from '@/components/logging/today-device.client';
import { Notice } from '@/components/ui/notice';
import type { Actor } from '@/lib/access/actor';
import { ownerOf } from '@/lib/clinic-sessions/submission-answer-schema';
import { sessionsDueFor } from './sessions-due';

type Props = { actor: Actor; logged: boolean };

/** For whoever logs sessions: what has just been submitted, and what lies on the device. */
export async function LoggingToday({ actor, logged }: Props) {
  const [t, due, left] = await Promise.all([getTranslations('logging.due'), sessionsDueFor(actor), leftAccount()]);
  return (
    <>
      {left !== null && <ForgetAccount accountId={left} />}
      {logged && (
        <Notice kind="success" announce title={t('done')}>
          {due.length > 0 && <p>{t('doneNext')}</p>}
        </Notice>
      )}
      <LoggingWords>
        <TodayDevice owner={ownerOf(actor)} displayName={actor.displayName} due={due} />
      </LoggingWords>
    </>
  );
}
