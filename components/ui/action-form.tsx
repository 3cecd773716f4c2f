import { useTranslations } from 'next-intl';
import { type ActionFormProps, ActionFormView } from './action-form.client';

/**
 * The form of staff: its fields as data, its action answering on the same page. Works without scripts, keeps what was
 * typed except secrets, leads reading to what is wrong, and shows a secret once where one was made.
 */
export function ActionForm(props: ActionFormProps) {
  const t = useTranslations('ui.form');
  return <ActionFormView {...props} words={{ errorTitle: t('errorTitle'), sending: t('sending') }} />;
}
