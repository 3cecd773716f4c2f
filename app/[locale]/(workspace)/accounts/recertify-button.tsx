import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { AccountListed } from '@/lib/auth/views-schema';
import { sendRecertification } from './actions';

type Props = { account: Pick<AccountListed, 'id' | 'version' | 'displayName'>; from: 'list' | 'account' };

/** Certifies with one press that somebody still needs the account. */
export function RecertifyButton({ account, from }: Props) {
  const t = useTranslations('accounts.admin.form.recertify');
  return (
    <form action={sendRecertification}>
      <input type="hidden" name="accountId" value={account.id} />
      <input type="hidden" name="version" value={account.version} />
      <input type="hidden" name="from" value={from} />
      <Button variant="secondary" aria-label={t('label', { name: account.displayName })}>
        {t('submit')}
      </Button>
    </form>
  );
}
