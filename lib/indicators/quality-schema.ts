import type { Figure, UnitNamed } from './schema';

/** The four dimensions of the quality of data, as WHO's review of routine data names them. */
export const QUALITY_DIMENSIONS = ['completeness', 'timeliness', 'confirmed', 'consistency'] as const;
export type QualityDimension = (typeof QUALITY_DIMENSIONS)[number];

export type QualityRow = { unit: UnitNamed; figures: Record<QualityDimension, Figure> };

/** The quality of the records of a unit, with its centres by district, or a centre's clinics. */
export type Quality = { whole: QualityRow; groups: { whole: QualityRow; rows: QualityRow[] }[] };
