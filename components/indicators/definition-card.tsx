import { useLocale, useTranslations } from 'next-intl';
import { Badge, TagList } from '@/components/ui/badge';
import { DateText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { definitionOn } from '@/lib/indicators/definition-rules';
import { type DefinitionVersions, UNIT_LEVELS } from '@/lib/indicators/schema';
import { VersionList } from './version-list';

type Props = { versions: DefinitionVersions; today: CivilDate; children?: React.ReactNode };

/** What an indicator counts, how, why, and who has looked at it; below it every version of its words. */
export function DefinitionCard({ versions, today, children }: Props) {
  const t = useTranslations('counting');
  const locale = useLocale();
  const definition = definitionOn(versions, today);
  const { id, unit, decimals, denominator, denominatorEn, goodDirection, source, deepestLevel } = definition;
  const levels = UNIT_LEVELS.slice(0, UNIT_LEVELS.indexOf(deepestLevel) + 1);
  const items = [
    { key: 'tells', description: inLocale(locale, definition.tells, definition.tellsEn) },
    { key: 'matters', description: inLocale(locale, definition.matters, definition.mattersEn) },
    { key: 'numerator', description: inLocale(locale, definition.numerator, definition.numeratorEn) },
    { key: 'denominator', description: denominator === null ? null : inLocale(locale, denominator, denominatorEn) },
    { key: 'query', description: t(`query.${id}`) },
    { key: 'unit', description: t(`unit.${unit}`, { decimals }) },
    { key: 'direction', description: t(`direction.${goodDirection}`) },
    { key: 'source', description: t(`source.${source}`) },
    {
      key: 'levels',
      description: (
        <TagList label={t('term.levels')} tags={levels.map((level) => ({ key: level, label: t(`level.${level}`) }))} />
      ),
    },
    {
      key: 'version',
      description: (
        <>
          {t('versionBy', { version: definition.version, author: definition.author, reviewer: definition.reviewer })}{' '}
          {t('reviewedOn')} <DateText date={definition.reviewedOn} weekday="none" year />
          {t('nextReviewOn')} <DateText date={definition.nextReviewOn} weekday="none" year />
        </>
      ),
    },
  ] as const;
  return (
    <article id={id} aria-labelledby={`${id}-name`} className="mt-4 rounded-xl border border-line bg-surface p-4">
      <h3 id={`${id}-name`} className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
        {inLocale(locale, definition.name, definition.nameEn)}
        <Badge tone={definition.public ? 'info' : 'neutral'}>{t(definition.public ? 'published' : 'staffOnly')}</Badge>
      </h3>
      <DescriptionList items={items.map((item) => ({ ...item, term: t(`term.${item.key}`) }))} />
      {versions.length > 1 && (
        <div className="mt-4">
          <VersionList versions={versions} today={today} />
        </div>
      )}
      {children}
    </article>
  );
}
