import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CivilDate } from '@/lib/core/dates';
import {
  GOOD_DIRECTIONS,
  INDICATOR_IDS,
  INDICATOR_SOURCES,
  INDICATOR_UNITS,
  type IndicatorId,
  UNIT_LEVELS,
} from '@/lib/indicators/schema';
import type { Network } from './network';
import type { Reference } from './reference';

// The first version of every indicator's words, and the targets that were published.

const text = z.string().min(1);

const fileSchema = z.object({
  source: text,
  author: text,
  reviewer: text,
  reviewed_on: z.iso.date(),
  next_review_on: z.iso.date(),
  valid_from: z.iso.date(),
  indicators: z.array(
    z.object({
      id: z.enum(INDICATOR_IDS),
      group_number: z.int().min(1).max(12),
      unit: z.enum(INDICATOR_UNITS),
      decimals: z.int().min(0).max(4),
      good_direction: z.enum(GOOD_DIRECTIONS),
      source: z.enum(INDICATOR_SOURCES),
      deepest_level: z.enum(UNIT_LEVELS),
      public: z.boolean(),
      name: text,
      name_en: text,
      tells: text,
      tells_en: text,
      matters: text,
      matters_en: text,
      numerator: text,
      numerator_en: text,
      denominator: text.nullable(),
      denominator_en: text.nullable(),
    }),
  ),
});

/**
 * Definitions and published targets, as facts of every network.
 * @throws Error when prisma/reference/indicators.json does not fit
 */
export function addIndicators(network: Network, reference: Reference): void {
  const content: unknown = JSON.parse(readFileSync(path.resolve('prisma/reference/indicators.json'), 'utf8'));
  const { indicators, ...file } = fileSchema.parse(content);
  for (const [index, one] of indicators.entries())
    network.indicatorDefinition.push({
      id: one.id,
      version: 1,
      groupNumber: one.group_number,
      sortOrder: index + 1,
      unit: one.unit,
      decimals: one.decimals,
      goodDirection: one.good_direction,
      source: one.source,
      deepestLevel: one.deepest_level,
      public: one.public,
      name: one.name,
      nameEn: one.name_en,
      tells: one.tells,
      tellsEn: one.tells_en,
      matters: one.matters,
      mattersEn: one.matters_en,
      numerator: one.numerator,
      numeratorEn: one.numerator_en,
      denominator: one.denominator,
      denominatorEn: one.denominator_en,
      author: file.author,
      reviewer: file.reviewer,
      reviewedOn: file.reviewed_on,
      nextReviewOn: file.next_review_on,
      validFrom: file.valid_from,
      reason: file.source,
    });
  for (const row of reference['indicator-targets'])
    network.indicatorTarget.push({
      id: `${row.indicator_id}-${row.unit_code}-${row.period_from}`.replaceAll('_', '-'),
      indicatorId: row.indicator_id,
      level: row.level,
      unitCode: row.unit_code,
      periodFrom: row.period_from,
      periodTo: row.period_to,
      value: row.value,
      source: row.source,
      setByName: '公开文件',
      setAt: `${row.period_from}T00:00:00Z`,
      version: 1,
      origin: 'fact',
    });
}

/** What the demonstration's districts aim at in the year of its day; made up. */
const DEMONSTRATION_TARGETS = [
  ['held_rate', 85],
  ['expert_attendance_rate', 80],
  ['conditions_mean', 60],
] as const satisfies readonly (readonly [IndicatorId, number])[];

/** Targets of every district, so that there is something to be near to or far from. */
export function addDistrictTargets(network: Network, today: CivilDate): void {
  const year = today.slice(0, 4);
  for (const { code } of network.district)
    for (const [indicatorId, value] of DEMONSTRATION_TARGETS)
      network.indicatorTarget.push({
        id: `${indicatorId.replaceAll('_', '-')}-${code}-${year}`,
        ...{ indicatorId, level: 'district', unitCode: code },
        ...{ periodFrom: `${year}-01-01`, periodTo: `${year}-12-31`, value },
        ...{ source: '演示目标', setByName: '演示', setAt: `${Number(year) - 1}-12-15T01:00:00Z` },
        ...{ version: 1, origin: 'demonstration' },
      });
}
