import { addDays, type CivilDate, daysBetween, instantInShanghai } from '@/lib/core/dates';
import { judge } from './rules';
import { MONITOR_STATES, type MonitorState, type Thresholds } from './schema';
import { NO_FACTS, signalsOf } from './signal-rules';
import { openWindow, type RecordHistory, type Slot } from './window-rules';

// How good the judgement is, on clinics of which one knows how they behave. Every day is judged as it would have been
// judged that night, with what was known then.

/** How a clinic of a generated network really behaves. */
export const BEHAVIOURS = ['steady', 'irregular', 'idle', 'nominal_only', 'fabricated'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];
/** Clinics that do see patients, well or badly: they must not be called nominal-only. */
const REAL: readonly Behaviour[] = ['steady', 'irregular', 'idle'];

export type KnownClinic = {
  clinicId: string;
  expected: readonly Slot[];
  records: readonly RecordHistory[];
  /** in order; each lasts until the next begins, the last until the end */
  truth: readonly { behaviour: Behaviour; from: CivilDate }[];
};

/** One table of truth by state, in clinic-weeks. */
export type Confusion = Record<Behaviour, Record<MonitorState, number>>;

export type Score = {
  confusion: Confusion;
  /** periods of nominal-only clinics that lasted eight weeks, and how many were called so within them */
  nominal: { periods: number; found: number; missed: string[]; days: number[] };
  /** the same of clinics whose records are made up */
  fabricated: { periods: number; found: number };
  /** clinics that were real in a whole window at least once, and those ever called nominal-only in such a window */
  real: { clinics: number; called: number; names: string[] };
  /** clinic-weeks that show one behaviour, and those of them with something to check, whatever their state */
  checked: Record<Behaviour, { weeks: number; signalled: number }>;
  judged: number;
};

type Period = { behaviour: Behaviour; from: CivilDate; to: CivilDate };

function periodsOf({ truth }: KnownClinic, last: CivilDate): Period[] {
  return truth.map(({ behaviour, from }, index) => {
    const next = truth[index + 1];
    return { behaviour, from, to: next ? addDays(next.from, -1) : last };
  });
}

function emptyConfusion(): Confusion {
  const none = () => Object.fromEntries(MONITOR_STATES.map((state) => [state, 0])) as Record<MonitorState, number>;
  return Object.fromEntries(BEHAVIOURS.map((behaviour) => [behaviour, none()])) as Confusion;
}

function noneChecked(): Score['checked'] {
  return Object.fromEntries(BEHAVIOURS.map((behaviour) => [behaviour, { weeks: 0, signalled: 0 }])) as Score['checked'];
}

/** Judges every clinic on every day until `last` and compares with how it behaves. */
export function evaluate(clinics: readonly KnownClinic[], thresholds: Thresholds, last: CivilDate): Score {
  const score: Score = {
    confusion: emptyConfusion(),
    nominal: { periods: 0, found: 0, missed: [], days: [] },
    fabricated: { periods: 0, found: 0 },
    real: { clinics: 0, called: 0, names: [] },
    checked: noneChecked(),
    judged: 0,
  };
  for (const clinic of clinics) addClinic(score, clinic, thresholds, last);
  return score;
}

function addClinic(score: Score, clinic: KnownClinic, thresholds: Thresholds, last: CivilDate): void {
  const length = thresholds.windowWeeks * 7;
  const periods = periodsOf(clinic, last);
  const [realDays, called] = [{ count: 0 }, { day: null as CivilDate | null }];
  let realSince: CivilDate | null = null;
  for (const { behaviour, from, to } of periods) {
    const real = REAL.includes(behaviour);
    realSince = real ? (realSince ?? from) : null;
    const days = daysBetween(from, to) + 1;
    let found: number | null = null;
    for (let index = 0; index < days; index++) {
      const day = addDays(from, index);
      const window = windowOn(clinic, day, thresholds);
      const { state } = judge(window, thresholds);
      score.judged++;
      // a window that reaches into another way of behaving shows both
      if (index >= length - 1 && (index + 1) % 7 === 0) {
        score.confusion[behaviour][state]++;
        score.checked[behaviour].weeks++;
        if (signalsOf(window, thresholds, NO_FACTS).length > 0) score.checked[behaviour].signalled++;
      }
      if (state === 'nominal_only' && found === null && index < length) found = index + 1;
      if (realSince !== null && daysBetween(realSince, day) >= length - 1) {
        realDays.count++;
        if (state === 'nominal_only') called.day ??= day;
      }
    }
    if (days < length) continue;
    if (behaviour === 'nominal_only') {
      score.nominal.periods++;
      if (found === null) score.nominal.missed.push(`${clinic.clinicId} ${from}`);
      else {
        score.nominal.found++;
        score.nominal.days.push(found);
      }
    }
    if (behaviour === 'fabricated') {
      score.fabricated.periods++;
      if (found !== null) score.fabricated.found++;
    }
  }
  if (realDays.count === 0) return;
  score.real.clinics++;
  if (called.day === null) return;
  score.real.called++;
  score.real.names.push(`${clinic.clinicId} ${called.day}`);
}

function windowOn({ expected, records }: KnownClinic, to: CivilDate, thresholds: Thresholds) {
  return openWindow({ to, knownAt: instantInShanghai(addDays(to, 1), 0), thresholds, expected, records });
}

/** Several scores in one. */
export function addScores(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  const confusion = emptyConfusion();
  for (const behaviour of BEHAVIOURS)
    for (const state of MONITOR_STATES) confusion[behaviour][state] = sum((score) => score.confusion[behaviour][state]);
  const checked = noneChecked();
  for (const behaviour of BEHAVIOURS)
    checked[behaviour] = {
      weeks: sum((score) => score.checked[behaviour].weeks),
      signalled: sum((score) => score.checked[behaviour].signalled),
    };
  return {
    confusion,
    nominal: {
      periods: sum(({ nominal }) => nominal.periods),
      found: sum(({ nominal }) => nominal.found),
      missed: scores.flatMap(({ nominal }) => nominal.missed),
      days: scores.flatMap(({ nominal }) => nominal.days),
    },
    fabricated: {
      periods: sum(({ fabricated }) => fabricated.periods),
      found: sum(({ fabricated }) => fabricated.found),
    },
    real: {
      clinics: sum(({ real }) => real.clinics),
      called: sum(({ real }) => real.called),
      names: scores.flatMap(({ real }) => real.names),
    },
    checked,
    judged: sum(({ judged }) => judged),
  };
}

/** What the monitor must reach (domain.md §6). */
export const REACH = { recall: 0.95, falselyCalled: 0.02 } as const;

/** Whether a score reaches what is asked for; false also when there was nothing to find. */
export function reaches({ nominal, real }: Score): boolean {
  if (nominal.periods === 0 || real.clinics === 0) return false;
  return nominal.found / nominal.periods >= REACH.recall && real.called / real.clinics <= REACH.falselyCalled;
}
