import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { Coverage } from '@/lib/indicators/coverage-schema';
import { QUALITY_DIMENSIONS, type Quality, type QualityRow } from '@/lib/indicators/quality-schema';
import { SURVIVAL_MARKS, type Survival } from '@/lib/indicators/survival-schema';
import type { Fact } from './about-rules';
import { countValue, type FileTable, figureValue, longColumn, numberColumn, textColumn } from './table-rules';

// The tables of the views beside a dashboard, from the objects that their pages are made from; first of each the one that
// its page is about.

/** Tables of a view, and what their columns mean. */
export type ViewTables = { tables: readonly FileTable[]; meanings: readonly Fact[] };

type Named = { name: string; nameEn: string };

/** Names in the language of a file. */
export const namedIn =
  ({ locale }: FileLanguage) =>
  ({ name, nameEn }: Named) =>
    inLocale(locale, name, nameEn);

const PERCENT = { unit: 'percent', decimals: 1 } as const;

/** Places by specialties, the conditions that nothing covers, and the clinics with theirs. */
export function coverageTables(
  { specialties, rows, uncovered, clinics }: Coverage,
  language: FileLanguage,
): ViewTables {
  const t = language.text;
  const named = namedIn(language);
  const conditions = new Map(specialties.flatMap((one) => one.conditions.map(({ code, ...names }) => [code, names])));
  return {
    tables: [
      {
        id: 'coverage',
        name: t('exports.view.coverage'),
        columns: [
          textColumn(t('views.coverage.place'), 34),
          ...specialties.map((specialty) => numberColumn(named(specialty))),
        ],
        rows: rows.map(({ unit, clinics: counts }) => [
          named(unit),
          ...specialties.map((_, index) => countValue(counts[index] ?? 0)),
        ]),
      },
      {
        id: 'uncovered',
        name: t('exports.view.uncovered'),
        columns: [textColumn(t('exports.view.specialty'), 28), textColumn(t('views.coverage.conditions'), 40)],
        rows: uncovered.flatMap((specialty) =>
          specialty.conditions.map((condition) => [named(specialty), named(condition)]),
        ),
      },
      {
        id: 'covering',
        name: t('exports.view.covering'),
        columns: [
          textColumn(t('views.coverage.clinic'), 40),
          textColumn(t('views.coverage.centre'), 36),
          longColumn(t('views.coverage.conditions'), 70),
        ],
        rows: clinics.map(({ centreName, centreNameEn, conditions: codes, ...clinic }) => [
          named(clinic),
          named({ name: centreName, nameEn: centreNameEn }),
          codes
            .flatMap((code) => {
              const condition = conditions.get(code);
              return condition ? [named(condition)] : [];
            })
            .join(t('views.coverage.comma')),
        ]),
      },
    ],
    meanings: [
      [t('exports.view.coverage'), t('exports.view.coverageMeans')],
      [t('exports.view.uncovered'), t('exports.view.uncoveredMeans')],
      ...specialties.map(
        (specialty): Fact => [
          named(specialty),
          t('exports.view.specialtyMeans', { count: specialty.conditions.length }),
        ],
      ),
    ],
  };
}

/** Every place under the wider one that it belongs to, and last the whole. */
export function qualityTables({ whole, groups }: Quality, language: FileLanguage): ViewTables {
  const t = language.text;
  const named = namedIn(language);
  const rowOf = (of: string | null, { unit, figures }: QualityRow) => [
    of,
    named(unit),
    ...QUALITY_DIMENSIONS.flatMap((dimension) => {
      const figure = figures[dimension];
      return [figureValue(figure, PERCENT, language), countValue(figure.numerator), countValue(figure.denominator)];
    }),
  ];
  return {
    tables: [
      {
        id: 'quality',
        name: t('views.quality.tab'),
        columns: [
          textColumn(t('exports.view.belongsTo'), 24),
          textColumn(t('views.quality.unit'), 38),
          ...QUALITY_DIMENSIONS.flatMap((dimension) => {
            const name = t(`views.quality.${dimension}.name`);
            return [
              numberColumn(name),
              numberColumn(t('exports.view.numeratorOf', { name })),
              numberColumn(t('exports.view.denominatorOf', { name })),
            ];
          }),
        ],
        rows: [
          ...groups.flatMap((group) => [
            ...group.rows.map((row) => rowOf(named(group.whole.unit), row)),
            ...(group.whole.unit.code === whole.unit.code ? [] : [rowOf(named(whole.unit), group.whole)]),
          ]),
          rowOf(null, whole),
        ],
      },
    ],
    meanings: QUALITY_DIMENSIONS.map((dimension) => [
      t(`views.quality.${dimension}.name`),
      t(`views.quality.${dimension}.tells`),
    ]),
  };
}

const share = (value: number) => ({ value, decimals: 1, percent: true });

/** Clinics by the quarter that they opened in, and the estimate month by month. */
export function survivalTables({ cohorts, steps }: Survival, language: FileLanguage): ViewTables {
  const t = language.text;
  const after = (months: number) => t('views.survival.after', { months });
  return {
    tables: [
      {
        id: 'cohorts',
        name: t('views.survival.cohorts'),
        columns: [
          textColumn(t('views.survival.quarter'), 14),
          numberColumn(t('views.survival.opened')),
          numberColumn(t('views.survival.inService')),
          ...SURVIVAL_MARKS.map((mark) => numberColumn(after(mark))),
        ],
        rows: cohorts.map((cohort) => [
          cohort.quarter,
          countValue(cohort.opened),
          countValue(cohort.inService),
          ...SURVIVAL_MARKS.map((mark) => {
            const percent = cohort.after[mark];
            return percent === null ? t('views.survival.tooEarly') : share(percent / 100);
          }),
        ]),
      },
      {
        id: 'survival',
        name: t('exports.view.survival'),
        columns: [
          numberColumn(t('exports.view.month')),
          numberColumn(t('exports.view.atRisk')),
          numberColumn(t('exports.view.ended')),
          numberColumn(t('exports.view.share')),
          numberColumn(t('exports.view.lower')),
          numberColumn(t('exports.view.upper')),
        ],
        rows: steps.map((step) => [
          countValue(step.month),
          countValue(step.atRisk),
          countValue(step.ended),
          ...[step.share, step.lower, step.upper].map(share),
        ]),
      },
    ],
    meanings: [
      [t('exports.view.survival'), t('views.survival.method')],
      [t('views.survival.cohorts'), t('views.survival.cohortsLead')],
      [t('exports.view.atRisk'), t('exports.view.atRiskMeans')],
      [t('exports.view.ended'), t('exports.view.endedMeans')],
    ],
  };
}
