import { useLocale, useTranslations } from 'next-intl';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ConditionRecord } from '@/lib/public-directory/records-schema';

/** What a clinic treats, in everyday words, with the words people use for it. */
export function ConditionsExplained({ conditions }: { conditions: readonly ConditionRecord[] }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-4">
      {conditions.map((condition) => (
        <li key={condition.code}>
          <p className="font-semibold">
            <a href={localePath(locale, `/conditions/${condition.code}`)} className="py-1 text-link">
              {inLocale(locale, condition.name, condition.nameEn)}
            </a>
          </p>
          <ConditionWords condition={condition} />
        </li>
      ))}
    </ul>
  );
}

/** The plain explanation of a condition and the everyday words that lead to it. */
export function ConditionWords({ condition }: { condition: ConditionRecord }) {
  const t = useTranslations('clinics.condition');
  const locale = useLocale();
  const plain = inLocale(locale, condition.plain, condition.plainEn);
  const language = locale === 'en' ? 'en' : 'zh';
  const name = inLocale(locale, condition.name, condition.nameEn).toLowerCase();
  const words = condition.synonyms.filter(
    ({ language: spoken, relation, term }) =>
      spoken === language && (relation === 'same' || relation === 'everyday') && term.toLowerCase() !== name,
  );
  return (
    <>
      {plain && <p className="max-w-prose">{plain}</p>}
      {words.length > 0 && (
        <p className="max-w-prose text-ink-soft">
          {t('alsoCalled', {
            words: words
              .slice(0, 8)
              .map(({ term }) => term)
              .join(t('and')),
          })}
        </p>
      )}
    </>
  );
}
