import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { chosenParameters } from '@/app/[locale]/(workspace)/chosen-parameters';
import { AccountFilters } from '@/components/accounts/account-filters';
import { listPath } from '@/components/accounts/account-paths';
import { AccountTable } from '@/components/accounts/account-table';
import { AccountListTabs } from '@/components/accounts/account-tabs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { listAccounts } from '@/lib/auth/account-queries';
import { listCentreChoices } from '@/lib/auth/administration-queries';
import { accountFilterSchema } from '@/lib/auth/schema';
import { localePath } from '@/lib/i18n/locales';
import { listTabsOf, type Parameters, requireAdministrator } from './administration';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.admin');
  return { title: t('title') };
}

export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireAdministrator();
  const raw = await searchParams;
  const filter = accountFilterSchema.parse(chosenParameters(raw));
  const [t, locale, { accounts, next }, centres] = await Promise.all([
    getTranslations('accounts.admin'),
    getLocale(),
    listAccounts(actor, filter),
    listCentreChoices(actor),
  ]);
  const { after, ...conditions } = filter;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {mayI(actor, 'create', 'Account') && (
          <ButtonLink href={localePath(locale, '/accounts/new')} variant="primary">
            {t('new')}
          </ButtonLink>
        )}
      </PageHeading>
      <AccountListTabs current={filter.status === 'left' ? 'left' : 'all'} shown={listTabsOf(actor)} />
      <AccountFilters filter={filter} roles={ACTOR_ROLES} centres={centres} />
      <AccountTable accounts={accounts} caption={t('caption')} empty={t('empty')} />
      <Pager
        label={t('pages')}
        previousHref={after && listPath(locale, conditions)}
        previous={t('first')}
        nextHref={next && listPath(locale, { ...conditions, after: next })}
      />
    </>
  );
}
