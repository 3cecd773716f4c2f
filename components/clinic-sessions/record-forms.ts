import { useTranslations } from 'next-intl';
import type { ActionFormProps } from '@/components/ui/action-form.client';
import type { FormField } from '@/components/ui/form-field';
import { DISPUTE_KINDS, type RecordAction } from '@/lib/clinic-sessions/review-schema';
import { TEXT_LIMIT } from '@/lib/clinic-sessions/schema';

export type RecordForm = Pick<ActionFormProps, 'id' | 'fields' | 'submit' | 'variant' | 'summary' | 'note'>;

/** The forms on the page of a record, by what they do. */
export function useRecordForms(): Record<Exclude<RecordAction, 'amend'>, RecordForm> {
  const t = useTranslations('review.action');
  const confirm = useTranslations('review.confirm');
  const accept = useTranslations('review.accept');
  const thread = useTranslations('review.thread');
  const kinds = useTranslations('review.disputeKind');
  const area = { kind: 'area', maxLength: TEXT_LIMIT } as const;
  const reason: FormField = { ...area, name: 'reason', label: t('reason'), hint: t('reasonHint') };
  const kind: FormField = {
    name: 'kind',
    kind: 'radios',
    label: confirm('disputeKind'),
    options: DISPUTE_KINDS.map((value) => ({ value, label: kinds(value) })),
  };
  const dueOn: FormField = { name: 'dueOn', kind: 'date', label: accept('dueOn'), hint: accept('dueOnHint') };
  const opens = (name: 'dispute' | 'resolve' | 'return' | 'reopen' | 'withdraw') => ({
    id: name,
    summary: t(`${name}.summary`),
    submit: t(`${name}.submit`),
  });
  return {
    confirm: { id: 'confirm', fields: [], submit: t('confirm') },
    sign: { id: 'sign', fields: [], submit: t('sign') },
    accept: { id: 'accept', fields: [], submit: t('accept') },
    dispute: { ...opens('dispute'), fields: [kind, reason], variant: 'danger' },
    resolve: { ...opens('resolve'), fields: [reason], note: t('resolve.note') },
    return: { ...opens('return'), fields: [reason, dueOn], variant: 'danger' },
    reopen: { ...opens('reopen'), fields: [reason], note: t('reopen.note'), variant: 'danger' },
    withdraw: { ...opens('withdraw'), fields: [reason], note: t('withdraw.note'), variant: 'danger' },
    comment: {
      id: 'comment',
      fields: [{ ...area, name: 'text', label: thread('comment'), hint: thread('commentHint') }],
      submit: thread('send'),
      variant: 'secondary',
    },
  };
}
