import { useTranslations } from 'next-intl';
import { InstantText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import type { AccountSeen } from '@/lib/auth/views-schema';
import { LastSignIn } from './account-table';

/** What an account is: names, phone, state, second step, sign-ins, certification. */
export function AccountFacts({ account }: { account: AccountSeen }) {
  const t = useTranslations('accounts.admin.fact');
  const { recertifiedAt, recertifiedBy, phoneEnding, statusReason } = account;
  const yes = (is: boolean) => t(is ? 'setUp' : 'notSetUp');
  return (
    <DescriptionList
      items={[
        { key: 'userName', term: t('userName'), description: account.userName },
        {
          key: 'phone',
          term: t('phone'),
          description: phoneEnding ? t('phoneEnding', { digits: phoneEnding }) : t('none'),
        },
        { key: 'reason', term: t('statusReason'), description: statusReason },
        { key: 'secondFactor', term: t('secondFactor'), description: yes(account.hasSecondFactor) },
        { key: 'singleSignOn', term: t('singleSignOn'), description: yes(account.hasSingleSignOn) },
        { key: 'lastSignIn', term: t('lastSignIn'), description: <LastSignIn at={account.lastSignInAt} /> },
        { key: 'created', term: t('created'), description: <InstantText at={account.createdAt} /> },
        {
          key: 'recertified',
          term: t('recertified'),
          description: recertifiedAt ? (
            <>
              <InstantText at={recertifiedAt} />
              {recertifiedBy && ` · ${recertifiedBy}`}
            </>
          ) : (
            t('neverRecertified')
          ),
        },
      ]}
    />
  );
}
