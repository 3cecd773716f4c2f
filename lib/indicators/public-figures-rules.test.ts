import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { isSmall } from '@/lib/core/suppression';
import { periodText } from './period-rules';
import { publicQuarter, publicQuarters, publishable } from './public-figures-rules';
import { figuresOf } from './rules';
import type { IndicatorId } from './schema';
import { type Activity, addActivities, addStructures, NO_SESSIONS } from './sums-rules';

describe('publicQuarters', () => {
  it('are the last eight that are over', () => {
    const names = publicQuarters(civilDate('2026-11-18')).map(periodText);
    expect(names).toEqual([
      ...['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4'],
    ]);
  });

  it.each([
    [undefined, '2026-12-31', '2026-Q3'],
    [undefined, '2027-01-01', '2026-Q4'],
    ['2025-Q1', '2026-12-31', '2025-Q1'],
    ['2026-Q4', '2026-12-31', null],
    ['2024-Q3', '2026-12-31', null],
    ['2026', '2026-12-31', null],
    ['', '2026-12-31', null],
  ])('%s on %s is %s', (text, day, expected) => {
    const found = publicQuarter(text, civilDate(day));
    expect(found && periodText(found)).toBe(expected);
  });
});

const DEFINITIONS = (
  ['held_rate', 'visits_new', 'visits_return', 'visits_per_held_session', 'expert_attendance_rate'] as const
).map((id) => ({ id, decimals: 1 }));

const few = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 400 }));
const district = fc.record({
  expected: few,
  held: few,
  heldPlanned: few,
  visitsNew: few,
  visitsReturn: few,
  expertPlanned: few,
});

/** Districts in two alliances, added up. */
function network(districts: readonly Partial<Activity>[]) {
  const activities = districts.map((one) => ({ ...NO_SESSIONS, ...one }));
  const half = Math.ceil(activities.length / 2);
  const groups = [activities.slice(0, half), activities.slice(half)];
  const figures = (level: 'city' | 'alliance' | 'district', parts: readonly Activity[]) =>
    figuresOf({ activity: addActivities(parts), structure: addStructures([]) }, level);
  const computed = new Map([
    ['city', figures('city', activities)],
    ...groups.map((group, at) => [`a${at}`, figures('alliance', group)] as const),
    ...groups.flatMap((group, at) => group.map((one, i) => [`d${at}.${i}`, figures('district', [one])] as const)),
  ]);
  const hierarchy = new Map([
    ['city', ['a0', 'a1']],
    ...groups.map((group, at) => [`a${at}`, group.map((_, i) => `d${at}.${i}`)] as const),
  ]);
  return { computed, hierarchy };
}

describe('publishable', () => {
  const worlds = fc.array(district, { minLength: 2, maxLength: 9 }).map(network);

  it('shows no small number, and of a withheld figure nothing', () => {
    fc.assert(
      fc.property(worlds, ({ computed, hierarchy }) => {
        for (const [unit, figures] of publishable(computed, hierarchy, DEFINITIONS))
          for (const [id, figure] of figures) {
            expect(isSmall(figure.numerator ?? 0) || isSmall(figure.denominator ?? 0)).toBe(false);
            if (figure.missing === 'withheld')
              expect(figure).toEqual({ value: null, numerator: null, denominator: null, missing: 'withheld' });
            else expect(figure.numerator).toBe(computed.get(unit)?.[id].numerator);
          }
      }),
    );
  });

  it('lets nobody compute a withheld number by subtracting what is shown', () => {
    let withheld = 0;
    fc.assert(
      fc.property(worlds, ({ computed, hierarchy }) => {
        const shown = publishable(computed, hierarchy, DEFINITIONS);
        const isShown = (unit: string, id: IndicatorId) => shown.get(unit)?.get(id)?.missing !== 'withheld';
        for (const { id } of DEFINITIONS)
          for (const [unit, parts] of hierarchy) {
            const unknown = [unit, ...parts].filter((one) => !isShown(one, id));
            withheld += unknown.length;
            expect(unknown.length === 1 ? [id, unknown] : []).toEqual([]);
          }
        // new and return visits make the visits of a session, whichever two of them are shown
        for (const unit of computed.keys()) {
          const unknown = (['visits_new', 'visits_return', 'visits_per_held_session'] as const).filter(
            (id) => !isShown(unit, id),
          );
          expect(unknown.length === 1 && unknown[0] !== 'visits_per_held_session').toBe(false);
        }
      }),
    );
    expect(withheld).toBeGreaterThan(100);
  });

  it('rounds as the definition says', () => {
    const { computed, hierarchy } = network([
      { expected: 300, heldPlanned: 100 },
      { expected: 300, heldPlanned: 200 },
    ]);
    const value = (unit: string) => publishable(computed, hierarchy, DEFINITIONS).get(unit)?.get('held_rate')?.value;
    expect([value('d0.0'), value('d1.0'), value('city')]).toEqual([33.3, 66.7, 50]);
  });
});
