import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { inLocale } from '@/lib/i18n/locales';
import type { FormerName } from '@/lib/public-directory/records-schema';

/** What a place was called before, and since when it is not. */
export function FormerNames({ names }: { names: readonly FormerName[] }) {
  const t = useTranslations('facility');
  const locale = useLocale();
  return names.map(({ name, nameEn, until }) => (
    <p key={`${until} ${name}`} className="mb-2 text-ink-soft">
      {t.rich('formerly', {
        name: inLocale(locale, name, nameEn),
        day: () => <DateText date={until} weekday="none" year />,
      })}
    </p>
  ));
}
