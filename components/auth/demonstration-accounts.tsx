import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';

type Props = {
  accounts: readonly { userName: string; displayName: string; role: string }[];
  from: string;
  action: (form: FormData) => Promise<void>;
};

/** One button for each account of the demonstration; nothing where there are none. */
export function DemonstrationAccounts({ accounts, from, action }: Props) {
  const t = useTranslations('auth.demonstration');
  const roles = useTranslations('accounts.role');
  if (accounts.length === 0) return null;
  return (
    <Section id="demonstration" title={t('title')}>
      <p className="max-w-prose text-ink-soft">{t('lead')}</p>
      <ul className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {accounts.map(({ userName, displayName, role }) => (
          <li key={userName}>
            <form action={action}>
              <input type="hidden" name="userName" value={userName} />
              <input type="hidden" name="from" value={from} />
              <Button variant="secondary" wide className="flex-col !gap-0">
                <span>{displayName}</span>
                <span className="text-sm font-normal text-ink-soft">
                  {roles.has(role) ? roles(role) : role} · {userName}
                </span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
