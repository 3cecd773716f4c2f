import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import type { Change } from './change-rules';
import type { Period } from './period-rules';
import type { Figure, IndicatorDefinition, IndicatorId, UnitNamed } from './schema';

// The one object that pages, exports, reports and the API of a dashboard are made from.

export type Target = {
  id: string;
  indicatorId: IndicatorId;
  periodFrom: CivilDate;
  periodTo: CivilDate;
  value: number;
  source: string;
  setByName: string;
};

/** An indicator of the unit: now, before, a year ago, month by month, against its target. */
export type Tile = {
  definition: IndicatorDefinition;
  figure: Figure;
  previous: Figure;
  yearBefore: Figure;
  target: Target | null;
  /** twelve months that end with the period's last; null where a month has no figure; empty for what has no months */
  trend: (number | null)[];
};

/** The four numbers of domain.md §4, always together, with extra sessions apart. */
export type FourNumbers = { expected: number; logged: number; held: number; confirmed: number; extra: number };

/** One month of the trend. */
export type MonthPoint = FourNumbers & {
  month: CivilDate;
  visitsNew: number;
  visitsReturn: number;
  expertPlanned: number;
  expertSubstitute: number;
  expertAbsent: number;
  withTrainee: number;
  traineeLed: number;
  /** logged, and of these in time; disputed and returned ones still open */
  loggedAll: number;
  onTime: number;
  disputed: number;
  returned: number;
};

/** A part of the unit, with the same indicators. */
export type ChildRow = {
  unit: UnitNamed;
  allianceCode: AllianceCode | null;
  fourNumbers: FourNumbers;
  figures: Record<IndicatorId, Figure>;
  previous: Record<IndicatorId, Figure>;
};

/** Where the unit stands among others of its level: never who the others are. */
export type PeerBand = {
  indicatorId: IndicatorId;
  count: number;
  least: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  most: number;
  own: number | null;
};

export type Dashboard = {
  unit: UnitNamed;
  /** from the city down to the unit, by alliance; each with whether the reader may open it */
  path: { unit: UnitNamed; open: boolean }[];
  period: Period;
  previous: Period;
  yearBefore: Period;
  /** the last day that the figures can know of */
  asOf: CivilDate;
  computedAt: string;
  demonstration: boolean;
  fourNumbers: FourNumbers;
  fourNumbersBefore: FourNumbers;
  tiles: Tile[];
  months: MonthPoint[];
  children: ChildRow[];
  /** the alliances, at city level beside the districts */
  alliances: ChildRow[];
  peers: PeerBand[];
  /** the changes of the unit and its parts that stand out most, three at most */
  changes: Change[];
};
