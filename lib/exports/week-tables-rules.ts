import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { WeekDigest, WeekNumbers } from '@/lib/indicators/week-schema';
import type { Fact } from './about-rules';
import { countValue, dateColumn, type FileTable, longColumn, numberColumn, textColumn } from './table-rules';
import { namedIn, type ViewTables } from './view-tables-rules';

// The tables of a week's digest.

const WEEK_NUMBERS = [
  'expected',
  'logged',
  'held',
  'confirmed',
  'visits',
  'absent',
  'extra',
] as const satisfies (keyof WeekNumbers)[];
/** Where the words of a week's number stand among those of the months. */
const MEANT = ['expected', 'logged', 'held', 'confirmed', 'extra'] as const;

/** Eight weeks, the parts in the last of them, and what will not take place in the next. */
export function weekTables({ week, weeks, parts, coming }: WeekDigest, language: FileLanguage): ViewTables {
  const t = language.text;
  const named = namedIn(language);
  const columns = WEEK_NUMBERS.map((name) => numberColumn(t(`views.week.rows.${name}`)));
  const counts = (numbers: WeekNumbers) => WEEK_NUMBERS.map((name) => countValue(numbers[name]));
  const tables: FileTable[] = [
    {
      id: 'weeks',
      name: t('views.week.trend'),
      columns: [dateColumn(t('exports.view.monday')), ...columns],
      rows: weeks.map(({ monday, ...numbers }) => [monday, ...counts(numbers)]),
    },
    {
      id: 'parts',
      name: t('views.week.parts'),
      columns: [textColumn(t('views.week.unit'), 38), ...columns],
      rows: parts.map(({ unit, ...numbers }) => [named(unit), ...counts(numbers)]),
    },
    {
      id: 'stops',
      name: t('views.week.stops'),
      columns: [
        dateColumn(t('views.week.date')),
        textColumn(t('exports.view.half'), 10),
        textColumn(t('views.week.clinic'), 40),
        textColumn(t('exports.view.centre'), 36),
        textColumn(t('views.week.cause'), 12),
        longColumn(t('exports.view.reason'), 44),
      ],
      rows: coming.stops.map((stop) => [
        stop.date,
        t(`terms.half.${stop.half}`),
        named({ name: stop.clinicName, nameEn: stop.clinicNameEn }),
        named({ name: stop.centreName, nameEn: stop.centreNameEn }),
        t(stop.cause === 'suspended' ? 'views.week.suspended' : 'views.week.removed'),
        stop.reason && inLocale(language.locale, stop.reason, stop.reasonEn),
      ]),
    },
  ];
  return {
    tables: tables.filter(({ id, rows }) => id === 'weeks' || rows.length > 0),
    meanings: [
      ...MEANT.map((name): Fact => [t(`views.week.rows.${name}`), t(`exports.month.${name}.meaning`)]),
      [t('views.week.rows.visits'), t('exports.view.visitsMeans')],
      [t('views.week.rows.absent'), t('exports.view.absentMeans')],
      [t('views.week.parts'), t('exports.view.partsMeans', { from: week.from, to: week.to })],
    ],
  };
}
