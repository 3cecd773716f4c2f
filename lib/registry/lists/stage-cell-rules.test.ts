import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import type { Cells } from '@/lib/registry/schema';
import type { Stage } from '@/lib/registry/stages/stage-schema';
import { completeStage, type KeptStage, type StageBasis, stageCellProblems, stageCells } from './stage-cell-rules';

const TODAY = civilDate('2026-11-18');
const day = civilDate;
const kept = (changes: Partial<KeptStage> = {}): KeptStage => ({
  ...{ stage: 'operating', from: day('2026-03-01'), reason: null, reasonEn: null },
  previous: { from: day('2020-01-01'), reason: null, reasonEn: null },
  ...changes,
});
const only = (stage: Stage): StageBasis => ({ fits: [stage], began: null });
const APPROVED: StageBasis = { fits: ['city_accepted', 'operating', 'suspended'], began: '2025-06-01' };

/** What a row makes of an entry, in its columns, and what is said to it. */
function read(before: KeptStage | undefined, row: Cells, basis: StageBasis) {
  const cells = completeStage({ ...stageCells(before), ...row }, basis, TODAY);
  const { stage, stageFrom, stageReason } = cells;
  const problems = stageCellProblems(cells, basis, TODAY).map(({ column, code }) => `${column} ${code}`);
  return { stage, stageFrom, stageReason, problems };
}

describe('what a row leaves out', () => {
  it('is as it stands, or begins today', () => {
    expect(read(kept(), {}, only('operating'))).toMatchObject({ stage: 'operating', stageFrom: '2026-03-01' });
    expect(read(kept(), {}, only('suspended'))).toMatchObject({ stage: 'suspended', stageFrom: TODAY });
    expect(read(undefined, {}, only('operating'))).toMatchObject({ stage: 'operating', stageFrom: TODAY });
    expect(read(undefined, {}, APPROVED)).toMatchObject({ stage: 'city_accepted', stageFrom: '2025-06-01' });
    expect(read(kept({ stage: 'suspended' }), {}, APPROVED)).toMatchObject({ stage: 'suspended' });
  });

  it('takes no reason of the stage before along', () => {
    const paused = kept({ stage: 'suspended', reason: '装修' });
    expect(read(paused, {}, only('suspended')).stageReason).toBe('装修');
    expect(read(paused, { stageReason: '装修' }, only('operating')).stageReason).toBeNull();
    expect(read(kept(), { stageReason: '装修' }, only('suspended')).stageReason).toBe('装修');
  });
});

describe('what speaks against a row', () => {
  it.each([
    [kept(), { stageFrom: '2026-11-19' }, only('operating'), 'stageFrom stageAhead'],
    [kept(), { stageFrom: '2019-12-31' }, only('operating'), 'stageFrom stageBefore'],
    [kept(), { stageFrom: '2026-02-28' }, only('suspended'), 'stageFrom stageBefore'],
    [undefined, { stage: 'operating', stageFrom: '2025-05-31' }, APPROVED, 'stageFrom stageBefore'],
    [undefined, { stage: 'building' }, APPROVED, 'stage stageMisfit'],
  ] as const)('%o, %o', (before, row, basis, expected) => {
    expect(read(before, row, basis).problems).toEqual([expected]);
  });

  it('is nothing where the status alone was changed', () => {
    const applied = kept({ stage: 'building' });
    expect(read(applied, { stage: 'building', stageFrom: '2026-03-01' }, APPROVED)).toMatchObject({
      ...{ stage: 'city_accepted', stageFrom: '2025-06-01', problems: [] },
    });
  });
});

it('makes nothing of the same file a second time', () => {
  const days = fc.constantFrom('2019-05-05', '2020-01-01', '2026-03-01', '2026-07-07', TODAY);
  const reasons = fc.constantFrom(null, '装修', '人手');
  const stages = fc.constantFrom<Stage>('operating', 'suspended', 'closed');
  fc.assert(
    fc.property(
      fc.record({ stage: stages, reason: reasons, earlier: reasons }),
      fc.record({ stageFrom: fc.option(days), stageReason: reasons }),
      stages,
      ({ stage, reason, earlier }, row, status) => {
        const before = kept({ stage, reason, previous: { from: day('2020-01-01'), reason: earlier, reasonEn: null } });
        const first = read(before, row, only(status));
        fc.pre(first.problems.length === 0);
        const previous = first.stage === stage ? before.previous : before;
        const after = kept({
          ...{ stage: status, from: day(first.stageFrom ?? ''), reason: first.stageReason ?? null, previous },
        });
        expect(read(after, row, only(status))).toEqual(first);
      },
    ),
  );
});
