import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import {
  DoneNotice,
  listTabsOf,
  type Parameters,
  requireAdministrator,
} from '@/app/[locale]/(workspace)/accounts/administration';
import { RecertifyButton } from '@/app/[locale]/(workspace)/accounts/recertify-button';
import { AccountTable } from '@/components/accounts/account-table';
import { AccountListTabs } from '@/components/accounts/account-tabs';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { listAccountsToRecertify } from '@/lib/auth/account-queries';
import { accountFilterSchema } from '@/lib/auth/schema';
import { localePath } from '@/lib/i18n/locales';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.admin.recertify');
  return { title: t('title') };
}

export default async function RecertifyPage({ searchParams }: Props) {
  const actor = await requireAdministrator();
  if (!mayI(actor, 'update', 'Account')) notFound();
  const parameters = await searchParams;
  const { after } = accountFilterSchema.parse({ after: parameters.after || null });
  const [t, locale, { accounts, next }] = await Promise.all([
    getTranslations('accounts.admin'),
    getLocale(),
    listAccountsToRecertify(actor, after),
  ]);
  const path = localePath(locale, '/accounts/recertify');
  return (
    <>
      <PageHeading title={t('recertify.title')} lead={t('recertify.lead')} />
      <AccountListTabs current="recertify" shown={listTabsOf(actor)} />
      <DoneNotice parameters={parameters} />
      <AccountTable
        accounts={accounts}
        caption={t('recertify.caption')}
        empty={t('recertify.empty')}
        action={{
          key: 'action',
          whole: true,
          header: t('column.action'),
          label: '',
          cell: (account) => <RecertifyButton account={account} from="list" />,
        }}
      />
      <Pager
        label={t('pages')}
        previousHref={after && path}
        previous={t('first')}
        nextHref={next && `${path}?after=${next}`}
      />
    </>
  );
}
