import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AccountForms } from '@/app/[locale]/(workspace)/accounts/account-forms';
import { DoneNotice, type Parameters, requireAdministrator } from '@/app/[locale]/(workspace)/accounts/administration';
import { GrantList } from '@/app/[locale]/(workspace)/accounts/grant-list';
import { AccountFacts } from '@/components/accounts/account-facts';
import { AccountBadges } from '@/components/accounts/account-table';
import { AccountTabs } from '@/components/accounts/account-tabs';
import { StaffSessionTable } from '@/components/accounts/staff-session-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { getAccount } from '@/lib/auth/account-queries';
import { listAccountStaffSessions } from '@/lib/auth/administration-queries';
import { localePath } from '@/lib/i18n/locales';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.admin.tab');
  return { title: t('account') };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const actor = await requireAdministrator();
  const [{ id }, parameters] = await Promise.all([params, searchParams]);
  const account = await getAccount(actor, id);
  if (!account) notFound();
  const [t, locale, browsers] = await Promise.all([
    getTranslations('accounts.admin'),
    getLocale(),
    listAccountStaffSessions(actor, id),
  ]);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: localePath(locale, '/accounts'), label: t('title') }]}
        current={account.displayName}
      />
      <PageHeading title={account.displayName}>
        <AccountBadges account={account} />
      </PageHeading>
      <AccountTabs id={id} current="account" />
      <DoneNotice parameters={parameters} />
      <Section id="facts" title={t('fact.title')}>
        <AccountFacts account={account} />
      </Section>
      <GrantList actor={actor} account={account} />
      {browsers && (
        <Section id="browsers" title={t('browsers.title')}>
          <StaffSessionTable staffSessions={browsers} />
        </Section>
      )}
      <div className="no-print">
        <Section id="actions" title={t('actions')}>
          {account.mayChange ? <AccountForms account={account} /> : <p>{t('readOnly')}</p>}
        </Section>
      </div>
    </>
  );
}
