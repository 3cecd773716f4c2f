import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import type { ActorRole } from '@/lib/access/actor';

/** The roles an officer may give, each leading to the form for it; works without scripts. */
export async function RoleChoice({ path, roles }: { path: string; roles: readonly ActorRole[] }) {
  const [t, role] = await Promise.all([getTranslations('accounts.admin.create'), getTranslations('accounts.role')]);
  return (
    <nav aria-label={t('chooseRole')}>
      <p className="mb-3 font-medium">{t('chooseRole')}</p>
      <ul className="grid max-w-2xl gap-2">
        {roles.map((code) => (
          <li key={code}>
            <a
              href={`${path}?role=${code}`}
              className="flex min-h-12 items-center justify-between gap-3 rounded-lg border border-line bg-surface px-4 py-2 no-underline hover:border-accent"
            >
              {role(code)}
              <Icon name="arrowRight" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
