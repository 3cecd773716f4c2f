import type { CivilDate } from '@/lib/core/dates';
import type { Origin } from '@/lib/directory/schema';
import type { ClinicStatus } from '@/lib/joint-clinics/schema';
import type { Judgement, MonitorState, Reason, Signal, Thresholds } from './schema';

// What pages of the monitor show.

type Named = { id: string; name: string; nameEn: string };

/** One version of the thresholds, as it is stored. */
export type ThresholdVersion = {
  version: number;
  /** the first day judged by it */
  validFrom: CivilDate;
  values: Thresholds;
  source: string;
  reason: string | null;
  setByName: string;
  setAt: Date;
};

/** A clinic as the monitor shows it, with its state in a window. */
export type ClinicMonitored = Judgement & {
  clinic: Named;
  centre: Named;
  district: Named;
  hospital: Named;
  origin: Origin;
  status: ClinicStatus;
  signals: readonly Signal[];
};

export type StateCounts = Readonly<Record<MonitorState, number>>;

/** The clinics of the reader's scope in the window that ends on a day. */
export type Monitor = {
  date: CivilDate;
  from: CivilDate;
  knownAt: Date;
  thresholds: ThresholdVersion;
  /** how many clinics of the scope are in each state, and how many have something to check; other filters hold, that of the state does not */
  counts: StateCounts;
  signalled: number;
  total: number;
  clinics: readonly ClinicMonitored[];
  page: number;
  pages: number;
};

/** A clinic's state on one day of its history. */
export type StatePoint = {
  date: CivilDate;
  state: MonitorState;
  expected: number;
  held: number;
  confirmed: number;
  signals: number;
};

/** Days in a row on which the nightly job wrote down one state, by one version of the thresholds. */
export type KeptState = { from: CivilDate; to: CivilDate; state: MonitorState; version: number; days: number };

/** One clinic in the window that ends on a day, and how it came to it. */
export type ClinicMonitor = ClinicMonitored & {
  date: CivilDate;
  from: CivilDate;
  knownAt: Date;
  thresholds: ThresholdVersion;
  /** a point for every week, the newest first */
  history: readonly StatePoint[];
  /** what was written down each night until that day, the newest first */
  kept: readonly KeptState[];
};

/** What other thresholds would change today. */
export type ThresholdPreview = {
  values: Thresholds;
  /** the version they would follow */
  version: number;
  total: number;
  changes: readonly {
    clinic: Named;
    centre: Named;
    district: Named;
    before: MonitorState;
    after: MonitorState;
    reasons: readonly Reason[];
  }[];
};
