import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { inLocale, localePath } from '@/lib/i18n/locales';

export type OwnRole = {
  grantId: string;
  role: string;
  scope: { name: string; nameEn: string } | null | undefined;
  present: boolean;
};

export type PersonMenuProps = {
  displayName: string;
  roles: readonly OwnRole[];
  switchAction: (form: FormData) => Promise<void>;
  signOutAction: (form: FormData) => Promise<void>;
};

/** What everybody has for themselves. */
const OWN_PAGES = [
  { key: 'account', path: '/account' },
  { key: 'views', path: '/clinic-sessions/views' },
  { key: 'exports', path: '/exports' },
] as const;

/** Who is signed in, in which role and for what; the other roles, the own account and the way out. */
export function PersonMenu({ displayName, roles, switchAction, signOutAction }: PersonMenuProps) {
  const t = useTranslations('workspace.person');
  const words = useTranslations('accounts.role');
  const locale = useLocale();
  const roleName = ({ role }: OwnRole) => (words.has(role) ? words(role) : role);
  const placeOf = ({ scope }: OwnRole) => scope && inLocale(locale, scope.name, scope.nameEn);
  const named = (role: OwnRole) => [roleName(role), placeOf(role)].filter(Boolean).join(' · ');
  const present = roles.find((role) => role.present);
  const others = roles.filter((role) => !role.present);

  return (
    <details className="relative w-full border-t border-line pt-1 open:pb-2 lg:w-auto lg:border-t-0 lg:pt-0 lg:open:pb-0">
      <summary className="flex min-h-11 list-none items-center gap-2 text-sm senior:min-h-12 senior:text-base [&::-webkit-details-marker]:hidden">
        <Icon name="person" />
        <span className="min-w-0">
          <span className="font-medium">{displayName}</span>
          {present && (
            <span className="ms-2 text-ink-soft">
              {roleName(present)}
              {/* on a narrow screen the place stands inside: some take three lines; on a wide one it is cut, and whole inside */}
              {present.scope && (
                <span className="hidden sm:inline">
                  {' · '}
                  <span className="lg:inline-block lg:max-w-48 lg:truncate lg:align-bottom">{placeOf(present)}</span>
                </span>
              )}
            </span>
          )}
        </span>
        <Icon name="chevronDown" className="ms-auto size-[1.25em]" />
      </summary>
      {present?.scope && <p className="text-sm text-ink-soft sm:hidden">{named(present)}</p>}
      <div className="grid gap-2 pt-1 sm:flex sm:flex-wrap sm:items-center lg:absolute lg:end-0 lg:top-full lg:z-40 lg:grid lg:min-w-full lg:justify-items-start lg:rounded-lg lg:border lg:border-line lg:bg-surface lg:p-2 lg:shadow-md">
        {present?.scope && <p className="hidden px-2 text-sm lg:block">{named(present)}</p>}
        {others.map((role) => (
          <form key={role.grantId} action={switchAction}>
            <input type="hidden" name="grantId" value={role.grantId} />
            <Button variant="secondary">{t('switch', { role: named(role) })}</Button>
          </form>
        ))}
        {OWN_PAGES.map(({ key, path }) => (
          <a key={key} href={localePath(locale, path)} className="text-link inline-flex min-h-12 items-center px-2">
            {t(key)}
          </a>
        ))}
        <form action={signOutAction}>
          {/* its padding stands outside, so that it begins where the links do */}
          <Button variant="quiet" className="-ms-2">
            {t('signOut')}
          </Button>
        </form>
      </div>
    </details>
  );
}
