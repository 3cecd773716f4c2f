import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import type { DayRange } from '@/lib/training/schema';

type Props = { action: FormAction; kind: 'trainee' | 'expert'; id: string; range: DayRange };

/** The button that makes a service record of the period that is shown. */
export function IssueForm({ action, kind, id, range }: Props) {
  const t = useTranslations('people.record');
  return (
    <ActionForm
      id="issue-record"
      action={action}
      hidden={{ kind, id, from: range.from, to: range.to }}
      fields={[]}
      submit={t('issue')}
      variant="secondary"
      narrow
    />
  );
}
