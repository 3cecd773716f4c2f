import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import { sendInvitations } from './actions';

/** Hands the invitations of imported accounts out, shown once. */
export async function InviteForm({ hidden }: { hidden: Record<string, string> }) {
  const t = await getTranslations('registry.invite');
  return (
    <ActionForm
      id="invite"
      action={sendInvitations}
      hidden={hidden}
      fields={[]}
      note={t('note')}
      submit={t('submit')}
      once={{ title: t('title'), text: t('text'), label: t('label'), next: t('next') }}
    />
  );
}
