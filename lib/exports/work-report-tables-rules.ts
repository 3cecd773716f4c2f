import { inLocale } from '@/lib/i18n/locales';
import { shapeOf } from '@/lib/indicators/rules';
import type { IndicatorId } from '@/lib/indicators/schema';
import { monthsText } from './about-rules';
import { FOUR_NUMBERS } from './dashboard-tables-rules';
import type { Block } from './document-rules';
import { changeText, figureText, indicatorName, numberText, type ReportSource } from './work-report-text-rules';

// The tables of a work report.

type TableBlock = Extract<Block, { kind: 'table' }>;

const word = (header: string, share: number) => ({ header, numeric: false, share });
const number = (header: string, share = 1) => ({ header, numeric: true, share });

/** Expected, logged, held and confirmed with what they were before. */
export function fourTable({ dashboard, language }: ReportSource): TableBlock {
  const t = language.text;
  const { fourNumbers, fourNumbersBefore } = dashboard;
  return {
    kind: 'table',
    columns: [
      word(t('work-report.table.number'), 2),
      number(t('work-report.table.count')),
      number(t('work-report.table.ofAbove')),
      number(t('work-report.table.before')),
    ],
    rows: FOUR_NUMBERS.map((name, at) => {
      const above = FOUR_NUMBERS[at - 1];
      const whole = above ? fourNumbers[above] : 0;
      return [
        t(`dashboard.four.${name}`),
        language.number(fourNumbers[name]),
        whole > 0 ? `${language.number((fourNumbers[name] / whole) * 100, 1)}%` : '',
        language.number(fourNumbersBefore[name]),
      ];
    }),
  };
}

/** What took place, now, before and a year ago. What exists on a day is told in sentences. */
export function comparisonTable({ dashboard, language }: ReportSource): TableBlock {
  const t = language.text;
  const told = dashboard.tiles.filter(({ definition }) => shapeOf(definition.id).deepestLevel === 'clinic');
  return {
    kind: 'table',
    columns: [
      word(t('work-report.table.indicator'), 2.6),
      number(t('work-report.table.value')),
      number(t('work-report.table.before')),
      number(t('work-report.table.change'), 1.5),
      number(t('work-report.table.yearBefore')),
      number(t('work-report.table.changeYear'), 1.5),
    ],
    rows: told.map(({ definition, figure, previous, yearBefore }) => [
      indicatorName(definition, language),
      figureText(figure, definition, language),
      figureText(previous, definition, language),
      changeText(figure, previous, definition, language),
      figureText(yearBefore, definition, language),
      changeText(figure, yearBefore, definition, language),
    ]),
  };
}

/** Every target of the unit and how far it is; null where none is set. */
export function targetTable({ dashboard, language }: ReportSource): TableBlock | null {
  const t = language.text;
  const rows = dashboard.tiles.flatMap(({ definition, figure, target }) => {
    if (!target) return [];
    const reached = figure.value !== null && figure.value >= target.value;
    const gap = figure.value === null ? null : numberText(target.value - figure.value, definition, language);
    return [
      [
        indicatorName(definition, language),
        figureText(figure, definition, language),
        numberText(target.value, definition, language),
        target.periodTo,
        reached ? t('work-report.table.reached') : gap === null ? '' : t('work-report.table.missing', { gap }),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    columns: [
      word(t('work-report.table.indicator'), 2.6),
      number(t('work-report.table.value')),
      number(t('work-report.table.target')),
      word(t('work-report.table.until'), 1.3),
      word(t('work-report.table.standing'), 1.3),
    ],
    rows,
  };
}

/** What tells parts apart best and fits on a page. */
const PART_INDICATORS = ['held_rate', 'confirmed_rate', 'visits_per_held_session', 'active_trainees'] as const;

/** The parts of the unit in the order of the network; null where it has none. */
export function partsTable({ dashboard, language }: ReportSource): TableBlock | null {
  const { children, tiles } = dashboard;
  if (children.length === 0) return null;
  const t = language.text;
  const told = PART_INDICATORS.flatMap((id: IndicatorId) => {
    const definition = tiles.find((tile) => tile.definition.id === id)?.definition;
    return definition && children.some(({ figures }) => figures[id].missing !== 'not_at_this_level')
      ? [definition]
      : [];
  });
  return {
    kind: 'table',
    columns: [
      word(t('work-report.table.unit'), 2.6),
      ...FOUR_NUMBERS.map((name) => number(t(`dashboard.four.${name}`))),
      ...told.map((definition) => number(indicatorName(definition, language), 1.3)),
    ],
    rows: children.map(({ unit, fourNumbers, figures }) => [
      inLocale(language.locale, unit.name, unit.nameEn),
      ...FOUR_NUMBERS.map((name) => language.number(fourNumbers[name])),
      ...told.map((definition) => figureText(figures[definition.id], definition, language)),
    ]),
  };
}

/** The twelve months that end with the period. */
export function monthsTable({ dashboard, language }: ReportSource): TableBlock {
  const t = language.text;
  return {
    kind: 'table',
    columns: [
      word(t('work-report.table.month'), 1.2),
      ...FOUR_NUMBERS.map((name) => number(t(`dashboard.four.${name}`))),
      number(t('exports.month.visitsNew.name')),
      number(t('exports.month.visitsReturn.name')),
    ],
    rows: dashboard.months.map((month) => [
      month.month.slice(0, 7),
      ...FOUR_NUMBERS.map((name) => language.number(month[name])),
      language.number(month.visitsNew),
      language.number(month.visitsReturn),
    ]),
  };
}

/** Where every figure comes from: its number, value, parts, day, definition, source. */
export function figuresTable({ dashboard, language }: ReportSource): TableBlock {
  const t = language.text;
  const { tiles, period, asOf } = dashboard;
  const either = (chinese: string, english: string | null) => inLocale(language.locale, chinese, english);
  const count = (value: number) => language.number(value, Number.isInteger(value) ? 0 : 1);
  return {
    kind: 'table',
    columns: [
      word(t('work-report.annex.no'), 0.6),
      word(t('work-report.table.indicator'), 1.7),
      number(t('work-report.table.value'), 1),
      number(t('work-report.annex.parts'), 1.2),
      word(t('work-report.annex.day'), 1.5),
      word(t('work-report.annex.meaning'), 3.4),
      word(t('work-report.annex.source'), 1.8),
    ],
    rows: tiles.map(({ definition, figure }, at) => {
      const { denominator, denominatorEn } = definition;
      const meaning = {
        tells: either(definition.tells, definition.tellsEn),
        numerator: either(definition.numerator, definition.numeratorEn),
      };
      return [
        String(at + 1),
        indicatorName(definition, language),
        figureText(figure, definition, language),
        [figure.numerator, figure.denominator].flatMap((part) => (part === null ? [] : [count(part)])).join(' / '),
        shapeOf(definition.id).deepestLevel === 'clinic'
          ? t(asOf < period.to ? 'work-report.annex.soFar' : 'work-report.annex.inPeriod', {
              months: monthsText(period, language),
              asOf,
            })
          : t('work-report.annex.onDay', { asOf }),
        denominator === null
          ? t('work-report.annex.meaningText', meaning)
          : t('work-report.annex.meaningShare', { ...meaning, denominator: either(denominator, denominatorEn) }),
        t('work-report.annex.sourceText', {
          source: t(`exports.source.${definition.source}`),
          version: definition.version,
          reviewedOn: definition.reviewedOn,
        }),
      ];
    }),
  };
}
