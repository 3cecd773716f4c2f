import { useLocale, useTranslations } from 'next-intl';
import { definitionPath } from '@/components/indicators/counting-paths';
import { targetPath } from '@/components/targets/target-paths';
import { DateText } from '@/components/ui/date-text';
import { dayText } from '@/components/ui/date-words';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { Tile } from '@/lib/indicators/dashboard-schema';
import { distanceTo } from '@/lib/indicators/target-rules';
import { useFigureText } from './figure-text';
import { Sparkline } from './sparkline';

type Props = {
  tile: Tile;
  /** the period before is that of a year ago, so one comparison says both */
  onePast: boolean;
};

/** One indicator: its value, how it moved, its target, and on demand what it counts. */
export function IndicatorTile({ tile, onePast }: Props) {
  const t = useTranslations('dashboard.tile');
  const locale = useLocale();
  const text = useFigureText();
  const { definition, figure, previous, yearBefore, target, trend } = tile;
  const name = inLocale(locale, definition.name, definition.nameEn);
  const moved = (before: typeof previous) => text.change(figure, before, definition);
  const [fromPrevious, fromYearBefore] = [moved(previous), moved(yearBefore)];
  const distance = target && distanceTo(target.value, figure, definition);
  const points = definition.unit === 'percent' ? t('points') : '';
  const left = distance && `${text.plain(distance.left, definition)}${points}`;
  return (
    <li className="flex break-inside-avoid flex-col gap-1 rounded-xl border border-line bg-surface p-4">
      <h3 className="text-base font-medium">{name}</h3>
      <p className={figure.value === null ? 'text-ink-soft' : 'text-2xl font-semibold tabular-nums'}>
        {text.figure(figure, definition)}
      </p>
      {definition.unit !== 'count' && figure.numerator !== null && figure.denominator !== null && (
        <p className="text-sm text-ink-soft tabular-nums">
          {t('parts', { numerator: figure.numerator, denominator: figure.denominator })}
        </p>
      )}
      <Sparkline values={trend} />
      <p className="text-sm text-ink-soft tabular-nums">
        {fromPrevious === null ? t('noPrevious') : t('fromPrevious', { change: `${fromPrevious}${points}` })}
        {!onePast &&
          fromYearBefore !== null &&
          `${t('separator')}${t('fromYearBefore', { change: `${fromYearBefore}${points}` })}`}
      </p>
      {target && (
        <p className="text-sm">
          <TextLink href={targetPath(locale, target.id)}>
            {t('target', { value: text.number(target.value, definition) })}
          </TextLink>{' '}
          (
          <DateText date={target.periodTo} weekday="none" year />){' '}
          {distance && (
            <strong className="font-semibold">
              {distance.reached ? t('reached') : t('missing', { value: left ?? '' })}
            </strong>
          )}
        </p>
      )}
      <div className="no-print mt-auto">
        <Disclosure summary={t('definition')}>
          <dl className="grid gap-2 text-sm">
            {(
              [
                ['tells', inLocale(locale, definition.tells, definition.tellsEn)],
                ['matters', inLocale(locale, definition.matters, definition.mattersEn)],
                ['numerator', inLocale(locale, definition.numerator, definition.numeratorEn)],
                [
                  'denominator',
                  definition.denominator && inLocale(locale, definition.denominator, definition.denominatorEn),
                ],
                [
                  'review',
                  t('reviewed', {
                    version: definition.version,
                    date: dayText(locale, definition.reviewedOn),
                    author: definition.author,
                  }),
                ],
              ] as const
            ).map(
              ([key, words]) =>
                words && (
                  <div key={key}>
                    <dt className="font-medium">{t(`term.${key}`)}</dt>
                    <dd className="text-ink-soft">{words}</dd>
                  </div>
                ),
            )}
          </dl>
          <p className="mt-3">
            <TextLink href={definitionPath(locale, definition.id)}>{t('more')}</TextLink>
          </p>
        </Disclosure>
      </div>
    </li>
  );
}
