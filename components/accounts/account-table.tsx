import { useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { DemoMark } from '@/components/ui/origin-mark';
import { TextLink } from '@/components/ui/text-link';
import type { AccountListed } from '@/lib/auth/views-schema';
import { accountPath } from './account-paths';
import { RoleText } from './role-text';

const TONES: Record<AccountListed['status'], Tone> = { active: 'success', suspended: 'warning', left: 'neutral' };

/** What state an account is in, in words. */
export function AccountBadges({
  account,
}: {
  account: Pick<AccountListed, 'status' | 'locked' | 'invited' | 'demonstration'>;
}) {
  const t = useTranslations('accounts');
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone={TONES[account.status]}>{t(`status.${account.status}`)}</Badge>
      {account.locked && <Badge tone="danger">{t('admin.locked')}</Badge>}
      {account.invited && account.status !== 'left' && <Badge tone="info">{t('admin.invited')}</Badge>}
      {account.demonstration && <DemoMark />}
    </span>
  );
}

/** When somebody last signed in, also when never. */
export function LastSignIn({ at }: { at: Date | null }) {
  const t = useTranslations('accounts.admin');
  return at ? <InstantText at={at} /> : t('neverSignedIn');
}

type Props = {
  accounts: readonly AccountListed[];
  caption: string;
  empty: string;
  /** what to do with each account: beside the name, so that a phone shows both */
  action?: Column<AccountListed>;
};

/** Accounts with their roles and states, each leading to its page. */
export function AccountTable({ accounts, caption, empty, action }: Props) {
  const t = useTranslations('accounts.admin');
  const locale = useLocale();
  const name: Column<AccountListed> = {
    key: 'name',
    header: t('column.name'),
    cell: ({ id, displayName, userName }) => (
      <>
        <TextLink href={accountPath(locale, id)} className="inline-flex min-h-11 items-center">
          {displayName}
        </TextLink>
        <span className="block text-sm break-all text-ink-soft">{userName}</span>
      </>
    ),
  };
  const rest: Column<AccountListed>[] = [
    { key: 'roles', header: t('column.roles'), wide: true, cell: (account) => <Roles account={account} /> },
    { key: 'state', header: t('column.state'), cell: (account) => <AccountBadges account={account} /> },
    { key: 'signIn', header: t('column.lastSignIn'), cell: ({ lastSignInAt }) => <LastSignIn at={lastSignInAt} /> },
  ];
  return (
    <DataTable
      caption={caption}
      empty={empty}
      rows={accounts}
      rowKey={({ id }) => id}
      columns={[name, ...(action ? [action] : []), ...rest]}
    />
  );
}

function Roles({ account }: { account: AccountListed }) {
  const t = useTranslations('accounts');
  const living = account.grants.filter(({ state }) => state === 'active' || state === 'requested');
  if (living.length === 0) return <span className="text-ink-soft">{t('admin.noRole')}</span>;
  return (
    <ul>
      {living.map((grant) => (
        <li key={grant.id}>
          <RoleText grant={grant} />
          {grant.state === 'requested' && ` (${t('grantState.requested')})`}
        </li>
      ))}
    </ul>
  );
}
