import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { RecordSeen } from '@/lib/clinic-sessions/page-schema';
import { type CivilDate, instantInShanghai } from '@/lib/core/dates';

const NOON = 12 * 60;
const TIME_ZONE = 'Asia/Shanghai';

/** What a record's state means, in one sentence: who has said what, and whom it waits for. */
export function useRecordStory(record: RecordSeen): { sentence: string; late: string | null; closed: string | null } {
  const t = useTranslations('session-list.record.story');
  const session = useTranslations('sessions');
  const roles = useTranslations('accounts.role');
  const format = useFormatter();
  const day = (date: CivilDate) =>
    format.dateTime(instantInShanghai(date, NOON), { timeZone: TIME_ZONE, dateStyle: 'medium' });
  const at = (instant: Date) => format.dateTime(instant, { timeZone: TIME_ZONE, dateStyle: 'medium' });
  const { state, content, submitted, confirmed, accepted, stopped, dueOn, overdue } = record;
  const who = (name: string | null, role: string | null) => {
    const office = role && roles.has(role) ? roles(role) : '';
    if (!name) return office || t('somebody');
    return office ? t('person', { name, role: office }) : name;
  };
  const centre = who(submitted.name, 'centre_clerk');
  const due = dueOn ? day(dueOn) : '';
  const answer = t(overdue ? 'answerOverdue' : 'answerDue', { due });
  const speaker = stopped ? who(stopped.name, stopped.role) : t('somebody');

  const sentence = (): string => {
    switch (state) {
      case 'submitted':
        return content.held
          ? t('submitted', { centre, at: at(submitted.at) })
          : t('submittedNotHeld', { centre, at: at(submitted.at), reason: session(`notHeldReason.${content.reason}`) });
      case 'disputed':
        return t('disputed', { speaker, at: stopped ? at(stopped.at) : '', answer });
      case 'confirmed':
        return t('confirmed', {
          confirmer: who(confirmed?.name ?? null, confirmed?.as ?? null),
          at: confirmed ? at(confirmed.at) : '',
        });
      case 'accepted':
        return t(content.held ? 'accepted' : 'acceptedNotHeld', {
          officer: who(accepted?.name ?? null, 'district_officer'),
          at: accepted ? at(accepted.at) : '',
        });
      case 'returned':
        return t(stopped?.kind === 'reopened' ? 'reopened' : 'returned', {
          speaker,
          at: stopped ? at(stopped.at) : '',
          answer,
        });
      case 'withdrawn':
        return t('withdrawn', { speaker, at: stopped ? at(stopped.at) : '' });
    }
  };
  return {
    sentence: sentence(),
    late: record.late ? t('late', { days: record.sentAfterDays }) : null,
    closed: record.monthClosed ? t('monthClosed') : null,
  };
}

const KINDS = {
  submitted: 'info',
  disputed: 'stop',
  confirmed: 'info',
  accepted: 'success',
  returned: 'warning',
  withdrawn: 'info',
} as const;

/** The sentence that explains a record's state, above everything it says. */
export function RecordStory({ record }: { record: RecordSeen }) {
  const t = useTranslations('sessions.state');
  const { sentence, late, closed } = useRecordStory(record);
  const english = useLocale() === 'en';
  return (
    <Notice kind={KINDS[record.state]} title={t(record.state)}>
      <p>{[sentence, late, closed].filter(Boolean).join(english ? ' ' : '')}</p>
    </Notice>
  );
}
