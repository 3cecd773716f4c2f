import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { addScores, evaluate, REACH, reaches } from '@/lib/monitor/evaluation-rules';
import { FIRST_THRESHOLDS } from '@/lib/monitor/rules';
import { knownClinics } from './known-clinics';
import { DEMO_SCALE } from './scale';

const TODAY = civilDate('2026-11-18');

describe('the monitor on clinics that one knows', { timeout: 120_000 }, () => {
  const clinics = knownClinics({ seed: 20_260_101, today: TODAY, scale: { ...DEMO_SCALE, stations: 300 } });
  const score = evaluate(clinics, FIRST_THRESHOLDS, TODAY);

  it('finds nominal-only ones within eight weeks and leaves real ones alone', () => {
    const { nominal, real, confusion } = score;
    expect(clinics).toHaveLength(134);
    expect(nominal.periods).toBeGreaterThan(4);
    expect(nominal.found / nominal.periods).toBeGreaterThanOrEqual(REACH.recall);
    expect(real.clinics).toBeGreaterThan(100);
    expect(real.called / real.clinics).toBeLessThanOrEqual(REACH.falselyCalled);
    expect(confusion.steady.steady).toBeGreaterThan(confusion.steady.irregular);
    expect(confusion.idle.idle).toBeGreaterThan(confusion.idle.steady + confusion.idle.irregular);
  });

  it('asks for a look at made-up records, hardly ever at others', () => {
    const share = (name: keyof typeof score.checked) => score.checked[name].signalled / score.checked[name].weeks;
    expect(share('fabricated')).toBeGreaterThan(0.9);
    for (const name of ['steady', 'irregular', 'idle'] as const) expect(share(name)).toBeLessThan(0.01);
  });

  it('would say so if it missed them, called everybody, or had nothing to find', () => {
    expect(reaches(score)).toBe(true);
    const blind = { ...FIRST_THRESHOLDS, nominalHeldPercent: 0, minUnconfirmed: 30 };
    expect(reaches(evaluate(clinics, blind, TODAY))).toBe(false);
    const harsh = { ...FIRST_THRESHOLDS, nominalHeldPercent: 90 };
    expect(reaches(evaluate(clinics, harsh, TODAY))).toBe(false);
    expect(reaches(evaluate([], FIRST_THRESHOLDS, TODAY))).toBe(false);
    expect(addScores([score, score]).nominal.periods).toBe(score.nominal.periods * 2);
  });
});
