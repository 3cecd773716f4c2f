import { useLocale, useTranslations } from 'next-intl';
import { inLocale } from '@/lib/i18n/locales';
import type { Match } from '@/lib/public-directory/schema';

/** What can be said of a place as an answer; that its name or district fits shows already. */
const SAID = ['condition', 'technique', 'expert', 'preparation'] as const;

/** What in a place answers the question: 诊治病种：膝痹病（老寒腿）. */
export function MatchList({ matches }: { matches: readonly Match[] }) {
  const t = useTranslations('search.results');
  const separator = useTranslations('search')('separator');
  const locale = useLocale();
  const words = ({ name, nameEn, via }: Match) => {
    const own = inLocale(locale, name, nameEn);
    return via ? t('matchVia', { name: own, via }) : own;
  };
  const groups = SAID.flatMap((type) => {
    const found = matches.filter((match) => match.type === type);
    return found.length > 0 ? [{ type, text: found.map(words).join(separator) }] : [];
  });
  return groups.map(({ type, text }) => (
    <p key={type}>
      <span className="text-ink-soft">{t(`match.${type}`)}</span> {text}
    </p>
  ));
}
