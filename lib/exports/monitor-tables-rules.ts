import type { FileLanguage } from '@/lib/i18n/file-language';
import type { FollowUpListed } from '@/lib/monitor/follow-up-schema';
import { MONITOR_STATES, type MonitorNumbers, type Reason, type Signal } from '@/lib/monitor/schema';
import type { Monitor } from '@/lib/monitor/views-schema';
import type { Fact } from './about-rules';
import { countValue, dateColumn, type FileColumn, longColumn, numberColumn, textColumn } from './table-rules';
import { namedIn, type ViewTables } from './view-tables-rules';

// The lists of the monitor, from the objects that their pages are made from.

const NUMBERS = [
  'expected',
  'pending',
  'logged',
  'held',
  'confirmed',
  'unconfirmed',
  'extra',
  'expertPlanned',
  'expertSubstitute',
  'expertAbsent',
  'visitsNew',
  'visitsReturn',
  'medianVisits',
  'trainees',
] as const satisfies (keyof MonitorNumbers)[];

function said({ value, threshold, part, whole, days = 0 }: Omit<Reason, 'code'>, { number }: FileLanguage) {
  const short = (one: number) => number(one, Number.isInteger(one) ? 0 : 1);
  return {
    ...{ value: short(value), threshold: short(threshold) },
    ...{ part: short(part), whole: short(whole), days: short(days) },
  };
}

const places = ({ text: t }: FileLanguage): FileColumn[] => [
  textColumn(t('monitor.list.column.clinic'), 40),
  textColumn(t('exports.view.centre'), 36),
  textColumn(t('exports.view.district'), 12),
  textColumn(t('exports.view.hospital'), 36),
];

/** Every clinic with its state, why, the numbers that it is judged by, and what asks for a look. */
export function monitorTables({ clinics, thresholds, date }: Monitor, language: FileLanguage): ViewTables {
  const t = language.text;
  const named = namedIn(language);
  const days = thresholds.values.confirmDays;
  const heading = (name: (typeof NUMBERS)[number]) => t(`monitor.number.${name}`, { days });
  const reason = (one: Reason) => t(`monitor.reason.${one.code}`, said(one, language));
  const signal = (one: Signal) => t(`monitor.signal.text.${one.code}`, said({ ...one, value: 0 }, language));
  return {
    tables: [
      {
        id: 'monitor',
        name: t('monitor.name'),
        columns: [
          ...places(language),
          textColumn(t('exports.view.status'), 12),
          textColumn(t('monitor.clinic.state'), 12),
          longColumn(t('monitor.clinic.why'), 60),
          ...NUMBERS.map((name) => numberColumn(heading(name))),
          longColumn(t('monitor.signal.title'), 60),
          textColumn(t('exports.about.data'), 12),
        ],
        rows: clinics.map(
          ({ clinic, centre, district, hospital, status, state, reasons, numbers, signals, origin }) => [
            ...[clinic, centre, district, hospital].map(named),
            t(`terms.clinicStatus.${status}`),
            t(`monitor.state.${state}`),
            reasons.map(reason).join('\n'),
            ...NUMBERS.map((name) => {
              const value = numbers[name];
              if (value === null) return t('monitor.missing');
              return name === 'medianVisits' ? { value, decimals: 1, percent: false } : countValue(value);
            }),
            signals.map(signal).join('\n'),
            t(`terms.origin.${origin}`),
          ],
        ),
      },
    ],
    meanings: [
      [t('exports.monitor.judged'), t('monitor.explain.lead', { weeks: thresholds.values.windowWeeks })],
      ...[...MONITOR_STATES]
        .reverse()
        .map((state): Fact => [t(`monitor.state.${state}`), t(`monitor.explain.${state}`, thresholds.values)]),
      [t('exports.monitor.thresholds'), t('exports.monitor.version', { version: thresholds.version, date })],
      [t('exports.monitor.fair'), t('monitor.explain.fair', thresholds.values)],
      [t('monitor.signal.title'), t('monitor.explain.signals')],
    ],
  };
}

/** Follow-ups with whose they are, until when, and what came of them. */
export function followUpTables(rows: readonly FollowUpListed[], language: FileLanguage): ViewTables {
  const t = language.text;
  const named = namedIn(language);
  const column = (key: string) => t(`monitor.followUp.column.${key}`);
  return {
    tables: [
      {
        id: 'follow-ups',
        name: t('monitor.followUp.name'),
        columns: [
          ...places(language),
          textColumn(column('state'), 12),
          dateColumn(t('monitor.followUp.stateOn')),
          { header: t('monitor.followUp.openedOn'), kind: 'instant', width: 18 },
          textColumn(t('exports.view.openedBy'), 22),
          textColumn(column('owner'), 26),
          textColumn(t('exports.view.takenBy'), 18),
          dateColumn(column('due')),
          textColumn(t('monitor.followUp.overdue'), 10),
          textColumn(column('outcome'), 18),
          { header: t('exports.view.closedAt'), kind: 'instant', width: 18 },
          textColumn(t('exports.view.closedBy'), 18),
        ],
        rows: rows.map((one) => [
          ...[one.clinic, one.centre, one.district, one.hospital].map(named),
          t(`monitor.state.${one.state}`),
          one.stateOn,
          one.openedAt,
          one.openedByName ?? t('monitor.followUp.job'),
          t(`monitor.followUp.office.${one.office}`),
          one.ownerName ?? t('monitor.followUp.nobody'),
          one.dueOn,
          one.overdue ? t('monitor.followUp.overdue') : null,
          one.outcome ? t(`monitor.followUp.outcome.${one.outcome}`) : t('monitor.followUp.noOutcome'),
          one.closedAt,
          one.closedByName,
        ]),
      },
    ],
    meanings: [
      ...MONITOR_STATES.map((state): Fact => [t(`monitor.state.${state}`), t(`monitor.stateMeans.${state}`)]),
      [column('owner'), t('exports.monitor.owner')],
      [t('exports.view.takenBy'), t('exports.monitor.takenBy')],
      [t('monitor.followUp.overdue'), t('exports.monitor.overdue')],
      [column('outcome'), t('exports.monitor.outcome')],
    ],
  };
}
