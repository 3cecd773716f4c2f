import { useLocale, useTranslations } from 'next-intl';
import { env } from '@/lib/core/env';
import { localePath } from '@/lib/i18n/locales';
import { JsonLd } from './json-ld';
import { siteJsonLd } from './schema-org';

/** The home page for search engines: the site and its search box. */
export function SiteDescription() {
  const locale = useLocale();
  const t = useTranslations('layout');
  const { siteUrl } = env();
  return (
    <JsonLd
      data={siteJsonLd({
        name: t('name'),
        url: siteUrl + localePath(locale, '/'),
        searchUrl: siteUrl + localePath(locale, '/services'),
        locale,
      })}
    />
  );
}
