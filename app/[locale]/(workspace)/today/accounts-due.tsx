import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { accountPath } from '@/components/accounts/account-paths';
import { RoleText } from '@/components/accounts/role-text';
import { DateText } from '@/components/ui/date-text';
import type { DueGroup } from '@/components/workspace/due-list';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { countAccountsToRecertify, listAccountsToRecertify, listGrantRequests } from '@/lib/auth/account-queries';
import { whyNotApprove } from '@/lib/auth/account-rules';
import { dateInShanghai } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';

const SHOWN = 3;

/** Requests for city roles that wait for this officer's approval; one's own wait for somebody else. */
export async function grantRequestsDue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'approve', 'RoleGrant')) return null;
  const requests = (await listGrantRequests(actor)).filter((grant) => whyNotApprove(actor, grant) === null);
  if (requests.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('accounts.due'), getLocale()]);
  const href = localePath(locale, '/accounts/requests');
  return {
    key: 'grant-requests',
    when: 'open',
    title: t('grantRequests'),
    count: requests.length,
    href,
    rows: requests.slice(0, SHOWN).map((grant) => ({
      key: grant.id,
      href: accountPath(locale, grant.accountId),
      title: grant.holder,
      detail: (
        <>
          <RoleText grant={grant} />
          {grant.requestedBy && ` · ${t('requestedBy', { name: grant.requestedBy })}`}
        </>
      ),
    })),
  };
}

/** Accounts that nobody has certified for a year. */
export async function recertificationsDue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'create', 'Account')) return null;
  const count = await countAccountsToRecertify(actor);
  if (count === 0) return null;
  const [t, locale, { accounts }] = await Promise.all([
    getTranslations('accounts.due'),
    getLocale(),
    listAccountsToRecertify(actor, null, SHOWN),
  ]);
  return {
    key: 'recertifications',
    when: 'overdue',
    title: t('recertifications'),
    count,
    href: localePath(locale, '/accounts/recertify'),
    rows: accounts.map(({ id, displayName, userName, recertifiedAt, createdAt }) => ({
      key: id,
      href: accountPath(locale, id),
      title: displayName,
      detail: (
        <>
          {userName} · {t(recertifiedAt ? 'certified' : 'made')}{' '}
          <DateText date={dateInShanghai(recertifiedAt ?? createdAt)} weekday="none" year />
        </>
      ),
    })),
  };
}
