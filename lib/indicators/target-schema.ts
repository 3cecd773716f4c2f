import { z } from 'zod';
import type { CivilDate } from '@/lib/core/dates';
import type { Origin } from '@/lib/directory/schema';
import { type Figure, INDICATOR_IDS, type IndicatorDefinition, type UnitNamed } from './schema';

// Targets of units: what officers send, and what pages show.

export const TARGET_LEVELS = ['city', 'alliance', 'district'] as const;
export type TargetLevel = (typeof TARGET_LEVELS)[number];

const key = (name: string) => `targets.problem.${name}`;
const month = z
  .string()
  .trim()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, key('month'));
const value = z
  .string()
  .trim()
  .regex(/^\d{1,7}(\.\d{1,4})?$/, key('value'))
  .transform(Number);
const words = (most: number, name: string) => z.string().trim().min(2, key(name)).max(most, key('long'));
const reason = words(300, 'reason');
const source = words(200, 'source');
const version = z.coerce.number().int().min(1);

export const setTargetSchema = z.object({
  indicatorId: z.string().pipe(z.enum(INDICATOR_IDS, key('indicator'))),
  /** `city/shanghai`, `alliance/east`, `district/310104` */
  unit: z
    .string()
    .regex(/^(city|alliance|district)\/[a-z0-9]{1,20}$/, key('unit'))
    .transform((text) => {
      const [level = '', code = ''] = text.split('/');
      return { level: TARGET_LEVELS.find((one) => one === level) ?? 'city', code };
    }),
  from: month,
  to: month,
  value,
  source,
  reason,
});

export const changeTargetSchema = z.object({ id: z.string().min(1).max(100), version, value, source, reason });
export const withdrawTargetSchema = z.object({ id: z.string().min(1).max(100), version, reason });

export const TARGET_STATES = ['running', 'coming', 'over'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** How far a figure is from its target, in the unit of the indicator; nothing is left once it is reached. */
export type Distance = { reached: boolean; left: number };

/** A target with what was reached of it so far. */
export type TargetRow = {
  id: string;
  version: number;
  unit: UnitNamed;
  definition: IndicatorDefinition;
  periodFrom: CivilDate;
  periodTo: CivilDate;
  state: TargetState;
  value: number;
  source: string;
  reason: string | null;
  setByName: string;
  setAt: string;
  origin: Origin;
  /** null before the period begins, and for whoever may not open the unit */
  figure: Figure | null;
  distance: Distance | null;
  /** the reader may set targets of this unit */
  mine: boolean;
};

/** What a form of targets offers. */
export type TargetChoices = { units: readonly UnitNamed[]; definitions: readonly IndicatorDefinition[] };

/** A new target as a form is filled before anybody types. */
export type TargetProposal = {
  indicatorId: string;
  unit: string;
  from: string;
  to: string;
  value: string;
  source: string;
};
