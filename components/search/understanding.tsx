import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { Match, Relaxation, Understanding } from '@/lib/public-directory/schema';
import { useSlotName } from './slot-name';

type Props = {
  understanding: Understanding;
  /** the name of the place chosen in the form, when one was */
  chosenPlace: string | null;
  /** filters are listed as chips; only a time found in the question is said here */
  openFromFilter: boolean;
};

/** In words: what the question was taken to mean, and where distances are measured from. */
export function UnderstandingText({ understanding, chosenPlace, openFromFilter }: Props) {
  const t = useTranslations('search.understood');
  const separator = useTranslations('search')('separator');
  const locale = useLocale();
  const slotName = useSlotName();
  const { origin, terms, open, unknown } = understanding;
  const lines = groupsOf(terms).map(({ type, via, matches }) => {
    const name = matches.map((match) => inLocale(locale, match.name, match.nameEn)).join(separator);
    return `${t(type, { name })}${via ? t('via', { word: via }) : ''}`;
  });
  if (open !== null && !openFromFilter) {
    lines.push(open === 'now' ? t('openNow') : t('openSlot', { slot: slotName(open) }));
  }
  if (unknown.length > 0) lines.push(t('unknown', { words: unknown.join(separator) }));
  const named = origin?.label ? inLocale(locale, origin.label.name, origin.label.nameEn) : chosenPlace;
  const measured = origin ? (named ? t('fromPlace', { place: named }) : t('fromHere')) : null;
  if (lines.length === 0 && measured === null) return null;

  return (
    <div className="mt-4 text-ink-soft">
      {lines.length > 0 && (
        <div>
          <p>{t('title')}</p>
          <ul className="mt-1 grid gap-1">
            {lines.map((line) => (
              <li key={line} className="font-medium text-ink">
                {line}
              </li>
            ))}
          </ul>
        </div>
      )}
      {measured && <p className="mt-1">{measured}</p>}
    </div>
  );
}

type Group = { type: Match['type']; via: string | null; matches: Match[] };

/** One word may mean several things of a kind; they are said together. */
function groupsOf(terms: readonly Match[]): Group[] {
  const groups: Group[] = [];
  for (const match of terms) {
    const group = groups.find(({ type, via }) => type === match.type && via === match.via);
    if (group) group.matches.push(match);
    else groups.push({ type: match.type, via: match.via, matches: [match] });
  }
  return groups;
}

/** Parts of the address that were left out, a position outside the city, and what was loosened: before the rows. */
export function SearchNotices(props: {
  misfits: readonly string[];
  outside: Understanding['outside'];
  relaxed: readonly Relaxation[];
}) {
  const t = useTranslations('search');
  const terms = useTranslations('terms');
  const { misfits, outside, relaxed } = props;
  const separator = t('separator');
  return (
    <>
      {misfits.length > 0 && (
        <Notice title={t('misfits.title')}>
          {t('misfits.text', { names: misfits.map((name) => t(`misfits.${name}`)).join(separator) })}
        </Notice>
      )}
      {outside && <Notice>{t(`outside.${outside}`)}</Notice>}
      {relaxed.length > 0 && (
        <Notice kind="warning" title={t('relaxed.title')}>
          {t('relaxed.text', { names: relaxed.map((name) => terms(`relaxation.${name}`)).join(separator) })}
        </Notice>
      )}
    </>
  );
}

/** Other questions worth trying, as links. */
export function Suggestions({ suggestions }: { suggestions: readonly string[] }) {
  const t = useTranslations('search');
  const locale = useLocale();
  if (suggestions.length === 0) return null;
  return (
    <nav aria-label={t('suggestions')} className="mt-3 flex flex-wrap items-center gap-x-3">
      <span className="text-ink-soft">{t('suggestions')}</span>
      <ul className="flex flex-wrap gap-x-4">
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <a
              href={`${localePath(locale, '/services')}?q=${encodeURIComponent(suggestion)}`}
              className="inline-flex min-h-11 items-center text-link"
            >
              {suggestion}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
