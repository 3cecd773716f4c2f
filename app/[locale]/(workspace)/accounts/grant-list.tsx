import { getLocale, getTranslations } from 'next-intl/server';
import { accountPath } from '@/components/accounts/account-paths';
import { GrantCard } from '@/components/accounts/grant-card';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { listScopeChoices } from '@/lib/auth/administration-queries';
import type { AccountSeen, GrantSeen } from '@/lib/auth/views-schema';
import { DecisionForms, GrantForms } from './grant-forms';

type Props = { actor: Actor; account: AccountSeen };

/** The roles of an account with what the reader may do with each; the former ones behind a summary. */
export async function GrantList({ actor, account }: Props) {
  const [t, locale] = await Promise.all([getTranslations('accounts.admin.grant'), getLocale()]);
  const isLiving = ({ state }: GrantSeen) => state === 'active' || state === 'requested';
  const living = account.grants.filter(isLiving);
  const former = account.grants.filter((grant) => !isLiving(grant));
  const roles = [...new Set(living.map(({ role }) => role))];
  const choices = new Map(
    account.mayChange
      ? await Promise.all(roles.map(async (role) => [role, await listScopeChoices(actor, role)] as const))
      : [],
  );
  const forms = (grant: GrantSeen) => {
    if (grant.state === 'requested')
      return mayI(actor, 'approve', 'RoleGrant') ? <DecisionForms actor={actor} grant={grant} /> : null;
    return account.mayChange ? <GrantForms grant={grant} choices={choices.get(grant.role) ?? null} /> : null;
  };
  return (
    <Section id="roles" title={t('title')}>
      {living.length === 0 && <p>{t('empty')}</p>}
      <ul className="grid gap-4">
        {living.map((grant) => (
          <GrantCard key={grant.id} grant={grant}>
            {forms(grant)}
          </GrantCard>
        ))}
      </ul>
      {account.mayChange && account.status !== 'left' && (
        <p className="mt-4">
          <ButtonLink href={accountPath(locale, account.id, '/roles/new')}>{t('give')}</ButtonLink>
        </p>
      )}
      {former.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={t('former', { count: former.length })}>
            <ul className="grid gap-4">
              {former.map((grant) => (
                <GrantCard key={grant.id} grant={grant} />
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}
