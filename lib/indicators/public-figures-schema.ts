import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import type { Period } from './period-rules';
import type { Figure, IndicatorDefinition, IndicatorId, UnitNamed } from './schema';

// The one object that the public page, its downloads and the public API are made from.

/** A figure for everybody, rounded as its definition says; a withheld one tells neither its value nor its parts. */
export type PublicFigure = Omit<Figure, 'missing'> & { missing: Figure['missing'] | 'withheld' };

/** The city, an alliance or a district with its public figures. */
export type PublicUnit = {
  unit: UnitNamed;
  allianceCode: AllianceCode | null;
  figures: ReadonlyMap<IndicatorId, PublicFigure>;
};

export type PublicFigures = {
  /** a calendar quarter that is over */
  quarter: Period;
  /** the last day that the figures tell of */
  asOf: CivilDate;
  computedAt: string;
  demonstration: boolean;
  /** the indicators that are published, in their order, in the words that held in the quarter */
  definitions: readonly IndicatorDefinition[];
  /** the city, the alliances, then the districts */
  units: readonly PublicUnit[];
};
