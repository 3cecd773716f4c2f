import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateText } from '@/components/ui/date-text';
import { Disclosure } from '@/components/ui/disclosure';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { definitionOn } from '@/lib/indicators/definition-rules';
import type { DefinitionVersions } from '@/lib/indicators/schema';

/** Every version of an indicator's words, the latest first, with the day from which it holds and why it was made. */
export function VersionList({ versions, today }: { versions: DefinitionVersions; today: CivilDate }) {
  const t = useTranslations('counting');
  const locale = useLocale();
  const present = definitionOn(versions, today).version;
  return (
    <Disclosure summary={t('versions', { count: versions.length })}>
      <ol className="grid gap-4">
        {versions.toReversed().map((one) => (
          <li key={one.version}>
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {t('version', { version: one.version })}
              <Badge tone={one.version === present ? 'success' : 'neutral'}>
                {t(one.version === present ? 'holds' : one.version > present ? 'coming' : 'earlier')}
              </Badge>
              <span className="font-normal text-ink-soft">
                {t('validFrom')} <DateText date={one.validFrom} weekday="none" year />
              </span>
            </p>
            <p>
              {inLocale(locale, one.name, one.nameEn)}
              {t('colon')}
              {inLocale(locale, one.tells, one.tellsEn)}
            </p>
            <p className="text-ink-soft">
              {t('term.numerator')}
              {t('colon')}
              {inLocale(locale, one.numerator, one.numeratorEn)}
              {one.denominator !== null && (
                <>
                  {t('semicolon')}
                  {t('term.denominator')}
                  {t('colon')}
                  {inLocale(locale, one.denominator, one.denominatorEn)}
                </>
              )}
            </p>
            {one.reason && (
              <p className="text-sm text-ink-soft">{t('because', { reason: one.reason, author: one.author })}</p>
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
