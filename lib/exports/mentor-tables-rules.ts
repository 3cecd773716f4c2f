import type { XlsxValue } from '@/lib/core/xlsx';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import { type MentorComparison, SHARED, type Spread } from '@/lib/training/mentor-schema';
import type { Fact, Maker } from './about-rules';
import { countValue, type FileColumn, type FileTable, numberWidth } from './table-rules';

// The comparison of mentors as tables of a file: mentors, how evenly, trainees.

type Named = { name: string; nameEn: string };

const text = (header: string, width: number): FileColumn => ({ header, kind: 'text', width });
const number = (header: string): FileColumn => ({ header, kind: 'number', width: numberWidth(header) });
const share = (part: number, whole: number): XlsxValue =>
  whole === 0 ? null : { value: part / whole, decimals: 0, percent: true };
const withDecimals = (value: number | null, decimals: number): XlsxValue =>
  value === null ? null : { value, decimals, percent: false };

/** Mentors with their load, how evenly things are shared, and every trainee with the chances had. */
export function mentorTables(comparison: MentorComparison, language: FileLanguage): FileTable[] {
  return [mentorsTable(comparison, language), spreadsTable(comparison, language), traineesTable(comparison, language)];
}

function mentorsTable({ mentors }: MentorComparison, { text: t, locale }: FileLanguage): FileTable {
  const named = ({ name, nameEn }: Named) => inLocale(locale, name, nameEn);
  const column = (key: string) => t(`people.mentors.column.${key}`);
  return {
    id: 'mentors',
    name: t('people.mentors.sheet.mentors'),
    columns: [
      text(column('name'), 16),
      text(column('hospital'), 30),
      ...['trainees', 'halfDays', 'heldLately', 'held', 'withTrainee', 'withTraineeShare'].map((key) =>
        number(column(key)),
      ),
      ...['ledLeast', 'ledMost', 'conditionsMiddle', 'conditionsLeast', 'conditionsMost'].map((key) =>
        number(column(key)),
      ),
    ],
    rows: mentors.map((mentor) => [
      named(mentor),
      named(mentor.hospital),
      countValue(mentor.trainees),
      withDecimals(mentor.halfDaysAWeek, 1),
      countValue(mentor.heldLately),
      countValue(mentor.held),
      countValue(mentor.withTrainee),
      share(mentor.withTrainee, mentor.held),
      countValue(mentor.led.least),
      countValue(mentor.led.most),
      withDecimals(mentor.conditions.middle, 1),
      countValue(mentor.conditions.least),
      countValue(mentor.conditions.most),
    ]),
  };
}

function spreadsTable({ spreads }: MentorComparison, { text: t }: FileLanguage): FileTable {
  const column = (key: string) => t(`people.mentors.spread.${key}`);
  const row = (what: string, { people, least, middle, most, none, gini }: Spread) => [
    what,
    countValue(people),
    withDecimals(least, 1),
    withDecimals(middle, 1),
    withDecimals(most, 1),
    countValue(none),
    withDecimals(gini, 2),
  ];
  return {
    id: 'spreads',
    name: t('people.mentors.sheet.spreads'),
    columns: [
      text(column('what'), 40),
      ...['people', 'least', 'middle', 'most', 'none', 'gini'].map((key) => number(column(key))),
    ],
    rows: SHARED.map((shared) => row(t(`people.mentors.shared.${shared}`), spreads[shared])),
  };
}

function traineesTable({ trainees }: MentorComparison, { text: t, locale }: FileLanguage): FileTable {
  const named = ({ name, nameEn }: Named) => inLocale(locale, name, nameEn);
  const column = (key: string) => t(`people.mentors.chance.${key}`);
  return {
    id: 'trainees',
    name: t('people.mentors.sheet.trainees'),
    columns: [
      text(column('name'), 16),
      text(column('centre'), 34),
      text(column('mentor'), 16),
      { header: column('since'), kind: 'date', width: 13 },
      ...['attended', 'led', 'ledLately', 'conditions'].map((key) => number(column(key))),
    ],
    rows: trainees.map((trainee) => [
      named(trainee),
      named(trainee.centre),
      trainee.mentor && named(trainee.mentor),
      trainee.since,
      countValue(trainee.attended),
      countValue(trainee.led),
      countValue(trainee.ledLately),
      countValue(trainee.conditions),
    ]),
  };
}

/** Which days were counted, how evenness is measured, and who made the file. */
export function mentorFacts({ days, demonstration }: MentorComparison, made: Maker, language: FileLanguage): Fact[] {
  const t = language.text;
  return [
    [t('exports.about.period'), t('people.mentors.period', days)],
    [t('people.mentors.sheet.scope'), t('people.mentors.scope')],
    [t('people.mentors.spread.gini'), t('people.mentors.giniMeaning')],
    [t('people.mentors.sheet.source'), t('people.mentors.giniSource')],
    [t('exports.about.data'), t(demonstration ? 'exports.about.demonstration' : 'exports.about.own')],
    [
      t('exports.about.made'),
      t('exports.about.madeText', {
        at: language.instant(made.at),
        name: made.name,
        role: t(`accounts.role.${made.role}`),
      }),
    ],
  ];
}
