import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { InputField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { localePath } from '@/lib/i18n/locales';

const WAYS = [
  { key: 'home', path: '/' },
  { key: 'services', path: '/services' },
  { key: 'clinics', path: '/clinics' },
  { key: 'calendar', path: '/calendar' },
  { key: 'alliances', path: '/alliances' },
  { key: 'report', path: '/report' },
] as const;

/** A missing page's kind answer: the one box, and the ways on. */
export function NotFoundPage() {
  const t = useTranslations('errors.notFound');
  const locale = useLocale();
  return (
    <div className="max-w-prose">
      <PageHeading title={t('title')} lead={t('lead')} />
      <form action={localePath(locale, '/services')} className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
        <InputField id="q" name="q" type="search" label={t('searchLabel')} autoComplete="off" enterKeyHint="search" />
        <Button>
          <Icon name="search" />
          {t('search')}
        </Button>
      </form>
      <h2 className="mt-8 text-lg">{t('links')}</h2>
      <ul className="mt-1">
        {WAYS.map(({ key, path }) => (
          <li key={key}>
            <TextLink href={localePath(locale, path)} className="inline-flex min-h-11 items-center">
              {t(key)}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
