import { useLocale, useTranslations } from 'next-intl';
import { LOCALES, pathInLocale } from '@/lib/i18n/locales';

/** The same page in the other language; its label is in that language. */
export function LocaleSwitch({ currentPath }: { currentPath: string }) {
  const t = useTranslations('layout.locale');
  const locale = useLocale();
  const others = LOCALES.filter((other) => other !== locale);
  return others.map((other) => (
    <a
      key={other}
      href={pathInLocale(other, currentPath)}
      hrefLang={other}
      lang={other}
      className="inline-flex min-h-11 items-center rounded-lg px-3 py-1 text-sm no-underline hover:text-accent hover:underline senior:min-h-12 senior:text-base"
    >
      {t(other)}
    </a>
  ));
}
