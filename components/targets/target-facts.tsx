import { useLocale, useTranslations } from 'next-intl';
import { useFigureText } from '@/components/dashboard/figure-text';
import { countedOrigin } from '@/components/data-sources/counted-origin';
import { definitionPath } from '@/components/indicators/counting-paths';
import { DateText, InstantText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import { OriginMark } from '@/components/ui/origin-mark';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { TargetRow } from '@/lib/indicators/target-schema';
import { DistanceText } from './target-table';

/** What a target says, who set it and why, and how far the unit is from it. */
export function TargetFacts({ target }: { target: TargetRow }) {
  const t = useTranslations('targets');
  const locale = useLocale();
  const text = useFigureText();
  const { definition, figure, state } = target;
  const items = [
    { key: 'target', description: text.number(target.value, definition) },
    {
      key: 'period',
      description: (
        <>
          <DateText date={target.periodFrom} weekday="none" year /> –{' '}
          <DateText date={target.periodTo} weekday="none" year />
        </>
      ),
    },
    {
      key: 'actual',
      description: figure ? text.figure(figure, definition) : t(state === 'coming' ? 'notBegun' : 'notOpen'),
    },
    { key: 'distance', description: <DistanceText row={target} /> },
    {
      key: 'indicator',
      description: (
        <>
          {inLocale(locale, definition.tells, definition.tellsEn)}{' '}
          <TextLink href={definitionPath(locale, definition.id)}>{t('definition')}</TextLink>
        </>
      ),
    },
    {
      key: 'source',
      description: (
        <span className="inline-flex flex-wrap items-center gap-2">
          {target.source}
          {target.origin === 'demonstration' && <OriginMark origin={countedOrigin(target.origin)} />}
        </span>
      ),
    },
    { key: 'reason', description: target.reason },
    {
      key: 'setBy',
      description: (
        <>
          {target.setByName}, <InstantText at={target.setAt} />
        </>
      ),
    },
  ];
  return <DescriptionList items={items.map((item) => ({ ...item, term: t(`column.${item.key}`) }))} />;
}
