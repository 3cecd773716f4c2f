import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import type { RecordAction, RecordReview } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';
import { type RecordForm, useRecordForms } from './record-forms';

/** The actions of the server by what they do; amending leads to the form of the session. */
export type RecordServerActions = Record<Exclude<RecordAction, 'amend'>, FormAction>;

type Props = { review: RecordReview; actions: RecordServerActions };

/** What the reader may do with a record as it stands: one tap where a tap is enough, a reason where others read it. */
export function RecordActions({ review: { record, may, monthClosed }, actions }: Props) {
  const t = useTranslations('review.action');
  const locale = useLocale();
  const forms = useRecordForms();
  const { id, version, clinicId, date, half } = record;
  const logPath = `/clinic-sessions/log?${new URLSearchParams({ clinic: clinicId, date, half })}`;
  const deeds = may.filter((action) => action !== 'comment');
  return (
    <div className="grid gap-3">
      {monthClosed && <Notice>{t('monthClosed')}</Notice>}
      {!monthClosed && deeds.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      {deeds.map((action) =>
        action === 'amend' ? (
          <p key={action}>
            <ButtonLink href={localePath(locale, logPath)} variant="primary">
              {t('amend')}
            </ButtonLink>
          </p>
        ) : (
          <Deed key={action} form={forms[action]} action={actions[action]} hidden={{ id, version: String(version) }} />
        ),
      )}
    </div>
  );
}

/** The form that says something of a record; nothing where the reader may not. */
export function RecordComment({ review: { record, may }, actions }: Props) {
  const { comment } = useRecordForms();
  if (!may.includes('comment')) return null;
  return <Deed form={comment} action={actions.comment} hidden={{ id: record.id }} />;
}

type DeedProps = { form: RecordForm; action: FormAction; hidden: Record<string, string> };

function Deed({ form, action, hidden }: DeedProps) {
  return <ActionForm action={action} hidden={hidden} {...form} />;
}
