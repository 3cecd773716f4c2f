import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import {
  DoneNotice,
  listTabsOf,
  type Parameters,
  requireAdministrator,
} from '@/app/[locale]/(workspace)/accounts/administration';
import { DecisionForms } from '@/app/[locale]/(workspace)/accounts/grant-forms';
import { accountPath } from '@/components/accounts/account-paths';
import { AccountListTabs } from '@/components/accounts/account-tabs';
import { GrantCard } from '@/components/accounts/grant-card';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { mayI } from '@/lib/access/abilities';
import { listGrantRequests } from '@/lib/auth/account-queries';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.admin.requests');
  return { title: t('title') };
}

export default async function RequestsPage({ searchParams }: Props) {
  const actor = await requireAdministrator();
  if (!mayI(actor, 'approve', 'RoleGrant')) notFound();
  const [t, locale, parameters, requests] = await Promise.all([
    getTranslations('accounts.admin'),
    getLocale(),
    searchParams,
    listGrantRequests(actor),
  ]);
  return (
    <>
      <PageHeading title={t('requests.title')} lead={t('requests.lead')} />
      <AccountListTabs current="requests" shown={listTabsOf(actor)} />
      <DoneNotice parameters={parameters} />
      {requests.length === 0 ? (
        <p>{t('requests.empty')}</p>
      ) : (
        <ul className="grid gap-4">
          {requests.map((grant) => (
            <GrantCard
              key={grant.id}
              grant={grant}
              heading={
                <TextLink href={accountPath(locale, grant.accountId)} className="inline-flex min-h-11 items-center">
                  {grant.holder}
                </TextLink>
              }
            >
              <DecisionForms actor={actor} grant={grant} />
            </GrantCard>
          ))}
        </ul>
      )}
    </>
  );
}
