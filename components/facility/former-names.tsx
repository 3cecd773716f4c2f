import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { inLocale } from '@/lib/i18n/locales';
import type { FormerName } from '@/lib/public-directory/records-schema';

/** What a place was called before, and from which closed places it took over, each with its day. */
export function FormerNames({ names }: { names: readonly FormerName[] }) {
  const t = useTranslations('facility');
  const locale = useLocale();
  if (names.length === 0) return null;
  const told = names.map(({ name, nameEn, until, of }) => (
    <p key={`${until} ${name}`}>
      {t.rich(of ? 'takesOver' : 'formerly', {
        name: inLocale(locale, name, nameEn),
        day: () => <DateText date={until} weekday="none" year />,
      })}
    </p>
  ));
  return <div className="mb-4 grid gap-1 text-ink-soft">{told}</div>;
}
