import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai } from '@/lib/core/dates';
import { needsReason, stepName } from '@/lib/registry/stages/stage-rules';
import { REASON_LENGTH, type StageRecordView } from '@/lib/registry/stages/stage-schema';
import { sendStep } from './actions';

/** What the reader may do with a record next. */
export async function StepForm({ record }: { record: StageRecordView }) {
  const { id, version, next, since } = record;
  const t = await getTranslations('stages');
  const today = dateInShanghai(now());
  const why = next.some(needsReason);
  return (
    <ActionForm
      id="step"
      action={sendStep}
      hidden={{ recordId: id, version: String(version) }}
      fields={[
        {
          kind: 'radios',
          name: 'stage',
          label: t('form.stage'),
          options: next.map((stage) => ({ value: stage, label: t(`step.${stepName(record, stage)}`) })),
          chosen: next.length === 1 ? next : [],
        },
        {
          kind: 'date',
          name: 'beganOn',
          label: t('form.beganOn'),
          hint: t('form.beganOnHint'),
          defaultValue: today,
          min: addDays(since, 1),
          max: today,
        },
        {
          kind: 'area',
          name: 'reason',
          label: t(why ? 'form.reason' : 'form.remark'),
          ...(why ? { hint: t('form.reasonHint') } : {}),
          maxLength: REASON_LENGTH.most,
        },
        ...(why
          ? [{ kind: 'area' as const, name: 'reasonEn', label: t('form.reasonEn'), maxLength: REASON_LENGTH.most }]
          : []),
      ]}
      submit={t('form.send')}
    />
  );
}
