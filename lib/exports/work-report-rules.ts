import { assertNever } from '@/lib/core/errors';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import type { IndicatorId, UnitLevel } from '@/lib/indicators/schema';
import { dashboardFacts, type Maker, monthsText } from './about-rules';
import { type Block, blanksOf, type PaperDocument, type PaperPicture, type Run } from './document-rules';
import { shownGaps } from './work-report-gaps-rules';
import {
  comparisonTable,
  figuresTable,
  fourTable,
  monthsTable,
  partsTable,
  targetTable,
} from './work-report-tables-rules';
import { type ReportSource, sentence } from './work-report-text-rules';

// The work report (工作汇报) in its usual skeleton: 基本情况 → 主要做法 → 主要成效 → 存在问题与下一步, from a dashboard.
// It says what the data say; what they do not say is a blank and stands in a list.

const NETWORK: IndicatorId[] = [
  'operating_clinics',
  'centres_hosting_share',
  'stations_per_centre',
  'residents_per_station',
];
const PEOPLE: IndicatorId[] = [
  'dual_employed',
  'workstations',
  'centres_two_mid_level_share',
  'stations_with_physician_share',
];
const EXPERTS: IndicatorId[] = ['sessions_expected', 'sessions_held', 'held_rate', 'expert_attendance_rate'];
const TRAINING: IndicatorId[] = [
  'active_trainees',
  'trainees_per_clinic',
  'trainee_attendance_rate',
  'trainee_led_share',
];
const RECORDS: IndicatorId[] = ['sessions_logged', 'on_time_rate', 'sessions_confirmed', 'confirmed_rate'];
const FEATURES: IndicatorId[] = [
  'specialty_projects',
  'project_centres_share',
  'demonstration_stations',
  'preparation_districts',
  'dispensing_centres_share',
  'conditions_mean',
  'conditions_60_share',
];
const VISITS: IndicatorId[] = ['visits_new', 'visits_return', 'visits_per_held_session'];

/** Writes the report of a dashboard; pictures of its charts, where there are any, follow the tables. */
export function workReport(
  dashboard: Dashboard,
  language: FileLanguage,
  made: Maker,
  pictures: readonly PaperPicture[] = [],
): PaperDocument {
  const source = { dashboard, language };
  const t = language.text;
  const name = inLocale(language.locale, dashboard.unit.name, dashboard.unit.nameEn);
  const title = t('work-report.title', { name });
  const body = [
    ...basicBlocks(source, name),
    ...measureBlocks(source),
    ...effectBlocks(source, pictures),
    ...problemBlocks(source),
  ];
  return {
    title,
    author: made.name,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'subtitle', text: t('work-report.period', { months: monthsText(dashboard.period, language) }) },
      ...(dashboard.demonstration ? [{ kind: 'note', text: t('work-report.demonstration') } as const] : []),
      { kind: 'note', text: t('work-report.how') },
      ...body,
      ...annexBlocks(source, made, blanksOf(body)),
    ],
  };
}

function heading(level: 1 | 2, key: string, { text }: FileLanguage, newPage = false): Block {
  return { kind: 'heading', level, text: text(`work-report.${key}`), newPage };
}

/** A paragraph, unless nothing is left to say. */
function paragraph(runs: readonly Run[]): Block[] {
  return runs.length > 0 ? [{ kind: 'paragraph', runs }] : [];
}

function blank(key: string, { text }: FileLanguage): Block {
  return { kind: 'paragraph', runs: [{ blank: text(`work-report.${key}`) }] };
}

function partKind(level: UnitLevel): 'district' | 'centre' | 'clinic' | null {
  switch (level) {
    case 'city':
    case 'alliance':
      return 'district';
    case 'district':
      return 'centre';
    case 'centre':
      return 'clinic';
    case 'clinic':
      return null;
    default:
      return assertNever(level);
  }
}

function basicBlocks(source: ReportSource, name: string): Block[] {
  const { dashboard, language } = source;
  const { path, period, previous, yearBefore, asOf, unit, children } = dashboard;
  const t = language.text;
  const kind = partKind(unit.level);
  const parts = kind && children.length > 0 ? [t(`work-report.part.${kind}`, { count: children.length })] : [];
  const above = path.slice(0, -1).map((step) => inLocale(language.locale, step.unit.name, step.unit.nameEn));
  const place =
    above.length > 0 ? [t('work-report.basic.place', { name, path: above.join(t('exports.about.step')) })] : [];
  const intro = t('work-report.basic.intro', {
    months: monthsText(period, language),
    asOf,
    previous: monthsText(previous, language),
    yearBefore: monthsText(yearBefore, language),
  });
  const running = asOf < period.to ? [t('work-report.running', { asOf })] : [];
  return [
    heading(1, 'basic.heading', language),
    ...paragraph([...place, intro, ...running]),
    heading(2, 'basic.network', language),
    ...paragraph(sentence(NETWORK, source, parts)),
    heading(2, 'basic.people', language),
    ...paragraph(sentence(PEOPLE, source)),
    blank('basic.organisation', language),
  ];
}

function measureBlocks(source: ReportSource): Block[] {
  const { language } = source;
  return [
    heading(1, 'measures.heading', language),
    ...(
      [
        ['experts', EXPERTS],
        ['training', TRAINING],
        ['records', RECORDS],
        ['features', FEATURES],
      ] as const
    ).flatMap(([key, ids]) => [
      heading(2, `measures.${key}`, language),
      ...paragraph(sentence(ids, source)),
      blank(`measures.${key}Blank`, language),
    ]),
  ];
}

function effectBlocks(source: ReportSource, pictures: readonly PaperPicture[]): Block[] {
  const { language } = source;
  const said = (key: string): Block => ({ kind: 'paragraph', runs: [language.text(`work-report.${key}`)] });
  return [
    heading(1, 'effects.heading', language),
    ...paragraph(sentence(VISITS, source)),
    blank('effects.blank', language),
    heading(2, 'effects.four', language),
    fourTable(source),
    heading(2, 'effects.compare', language),
    comparisonTable(source),
    heading(2, 'effects.targets', language),
    targetTable(source) ?? said('effects.noTargets'),
    heading(2, 'effects.parts', language),
    partsTable(source) ?? said('effects.noParts'),
    heading(2, 'effects.months', language),
    monthsTable(source),
    ...(pictures.length > 0 ? [heading(2, 'effects.charts', language)] : []),
    ...pictures.map((picture) => ({ kind: 'picture', ...picture }) as const),
  ];
}

function problemBlocks(source: ReportSource): Block[] {
  const { language } = source;
  const gaps = shownGaps(source);
  const none: Run[] = [language.text('work-report.problems.none')];
  return [
    heading(1, 'problems.heading', language),
    heading(2, 'problems.shown', language),
    ...(gaps.length > 0 ? gaps.map((runs) => ({ kind: 'item', runs }) as const) : paragraph(none)),
    heading(2, 'problems.reasons', language),
    blank('problems.reasonsBlank', language),
    heading(2, 'problems.next', language),
    blank('problems.nextBlank', language),
  ];
}

function annexBlocks(source: ReportSource, made: Maker, blanks: readonly string[]): Block[] {
  const { dashboard, language } = source;
  const facts = dashboardFacts(dashboard, made, language);
  return [
    heading(1, 'annex.figures', language, true),
    { kind: 'note', text: language.text('work-report.annex.figuresLead') },
    figuresTable(source),
    heading(1, 'annex.blanks', language),
    { kind: 'note', text: language.text('work-report.annex.blanksLead') },
    ...blanks.map((text) => ({ kind: 'item', runs: [text] }) as const),
    heading(1, 'annex.about', language),
    {
      kind: 'table',
      columns: [
        { header: language.text('exports.about.fact'), numeric: false, share: 1 },
        { header: language.text('exports.about.says'), numeric: false, share: 4 },
      ],
      rows: facts.map(([label, text]) => [label, text]),
    },
  ];
}
