import { useLocale, useTranslations } from 'next-intl';
import { DateText, InstantText } from '@/components/ui/date-text';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { localePath } from '@/lib/i18n/locales';
import { whyFixed } from './may-be-sent';

/** What stands already for this session: who sent it, what was said of it, and whether it can still be changed. */
export function RecordNotices({ form }: { form: SessionForm }) {
  const t = useTranslations('logging');
  const locale = useLocale();
  const { record } = form;
  const fixed = whyFixed(form);
  const page = record && (
    <TextLink href={localePath(locale, `/clinic-sessions/${record.id}`)}>{t('fixed.page')}</TextLink>
  );
  if (fixed)
    return (
      <Notice kind="stop" title={t('fixed.title')}>
        <p>{t(`fixed.${fixed}`)}</p>
        {page && <p>{page}</p>}
      </Notice>
    );
  if (!record) return null;
  const { state, dueOn, reason } = record;
  if (state === 'disputed' || state === 'returned')
    return (
      <Notice kind="warning" title={t(`answer.${state}`)}>
        {reason && <p>{t('answer.said', { name: reason.authorName, text: reason.text })}</p>}
        {dueOn && <p>{t.rich('answer.until', { date: () => <DateText date={dueOn} /> })}</p>}
        <p>{page}</p>
      </Notice>
    );
  return (
    <Notice title={t('present.title')}>
      <p>
        {state === 'withdrawn'
          ? t('present.withdrawn')
          : t.rich('present.text', {
              name: record.submittedByName ?? t('conflict.someone'),
              when: () => <InstantText at={record.submittedAt} />,
            })}
      </p>
      <p>{page}</p>
    </Notice>
  );
}
