import { useLocale, useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { localePath } from '@/lib/i18n/locales';
import { accountPath, listPath } from './account-paths';

export type ListTab = 'all' | 'requests' | 'recertify' | 'left';

/** The lists of administration; `shown` are those the reader may use. */
export function AccountListTabs({ current, shown }: { current: ListTab; shown: readonly ListTab[] }) {
  const t = useTranslations('accounts.admin.tab');
  const locale = useLocale();
  const hrefs: Record<ListTab, string> = {
    all: localePath(locale, '/accounts'),
    requests: localePath(locale, '/accounts/requests'),
    recertify: localePath(locale, '/accounts/recertify'),
    left: listPath(locale, { status: 'left' }),
  };
  return (
    <LinkTabs
      label={t('label')}
      tabs={shown.map((tab) => ({ href: hrefs[tab], label: t(tab), current: tab === current }))}
    />
  );
}

/** The views of one account. */
export function AccountTabs({ id, current }: { id: string; current: 'account' | 'history' }) {
  const t = useTranslations('accounts.admin.tab');
  const locale = useLocale();
  return (
    <LinkTabs
      label={t('account')}
      tabs={[
        { href: accountPath(locale, id), label: t('account'), current: current === 'account' },
        { href: accountPath(locale, id, '/history'), label: t('history'), current: current === 'history' },
      ]}
    />
  );
}
