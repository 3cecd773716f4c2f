import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { type Parameters, requireAdministrator } from '@/app/[locale]/(workspace)/accounts/administration';
import { accountPath } from '@/components/accounts/account-paths';
import { AccountTabs } from '@/components/accounts/account-tabs';
import { ObjectHistory } from '@/components/audit/object-history';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { listAccountHistory } from '@/lib/audit/queries';
import { parseAuditParameters } from '@/lib/audit/schema';
import { getAccount } from '@/lib/auth/account-queries';
import { localePath } from '@/lib/i18n/locales';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.admin.tab');
  return { title: t('history') };
}

export default async function AccountHistoryPage({ params, searchParams }: Props) {
  const actor = await requireAdministrator();
  const [{ id }, parameters] = await Promise.all([params, searchParams]);
  const account = await getAccount(actor, id);
  if (!account) notFound();
  const { cursor } = parseAuditParameters({ cursor: parameters.cursor });
  const [t, locale, history] = await Promise.all([
    getTranslations('accounts.admin'),
    getLocale(),
    listAccountHistory(actor, id, { cursor }),
  ]);
  const path = accountPath(locale, id, '/history');
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: localePath(locale, '/accounts'), label: t('title') },
          { href: accountPath(locale, id), label: account.displayName },
        ]}
        current={t('tab.history')}
      />
      <PageHeading title={t('history.title', { name: account.displayName })} />
      <AccountTabs id={id} current="history" />
      <ObjectHistory history={history} path={path} cursor={cursor} />
    </>
  );
}
