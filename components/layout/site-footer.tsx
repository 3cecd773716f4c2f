import { useLocale, useTranslations } from 'next-intl';
import { localePath } from '@/lib/i18n/locales';

const LINKS = [
  { key: 'about', path: '/about' },
  { key: 'data', path: '/data' },
  { key: 'figures', path: '/figures' },
  { key: 'counting', path: '/what-we-count' },
  { key: 'privacy', path: '/privacy' },
  { key: 'accessibility', path: '/accessibility' },
  { key: 'report', path: '/report' },
  { key: 'staff', path: '/sign-in' },
] as const;

const OPENSTREETMAP_COPYRIGHT = 'https://www.openstreetmap.org/copyright';

/** What every page owes its readers: where data comes from, privacy, access, and how to say that something is wrong. */
export function SiteFooter({ signedIn = false }: { signedIn?: boolean }) {
  const t = useTranslations('layout.footer');
  const locale = useLocale();
  return (
    <footer className="mt-16 border-t border-line bg-sunken">
      <div className="mx-auto max-w-6xl px-4 py-6">
        <nav aria-label={t('label')} className="no-print">
          <ul className="flex flex-wrap gap-x-5">
            {LINKS.filter(({ key }) => !(signedIn && key === 'staff')).map(({ key, path }) => (
              <li key={key}>
                <a href={localePath(locale, path)} className="inline-flex min-h-11 items-center text-link">
                  {t(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="mt-2 text-sm text-ink-soft">{t('emergency')}</p>
        <p className="mt-2 text-sm text-ink-soft">
          {t.rich('sources', {
            osm: (words) => (
              <a href={OPENSTREETMAP_COPYRIGHT} className="text-link">
                {words}
              </a>
            ),
          })}
        </p>
      </div>
    </footer>
  );
}
