import { beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { previewPlanChange } from '@/lib/joint-clinics/plan-queries';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import { useDatabase } from '@/tests/support/database';
import { OFFICER, type PlannedClinic, plannedClinicOn, WHY } from '@/tests/support/planned-clinic';

// A session that a record says was held is not taken out of the plan of its day.

const database = useDatabase('empty');
const TODAY = '2026-11-18';
const REMOVE = { kind: 'removeSession', date: TODAY, half: 'am', ...WHY } as const;
const refusal = (path: string) => ({
  ok: false,
  error: { code: 'INVALID', problems: [{ path, messageKey: 'joint-clinics.problem.heldToday' }] },
});

let clinic: PlannedClinic;
const log = async (part: Parameters<ReturnType<typeof sessionBuildersOn>['record']>[2] = {}) =>
  await sessionBuildersOn(database.db).record(clinic.id, civilDate(TODAY), {
    // the clinic has two experts; the planned one was there
    ...{ plannedExpertId: clinic.expertId, firstSubmittedAt: new Date('2026-11-18T01:00:00Z') },
    ...(part.held === false ? {} : { expertId: clinic.expertId }),
    ...part,
  });

beforeEach(async () => {
  clinic = await plannedClinicOn(database);
});

describe('while a record says that today’s session was held', () => {
  it.each([
    ['its removal', REMOVE, 'half'],
    ['a suspension from today', { kind: 'suspend', from: TODAY, until: '', ...WHY }, 'from'],
    ['a close from today', { kind: 'close', from: TODAY, ...WHY }, 'from'],
  ] as const)('%s is refused, in the preview as well, and nothing is changed', async (_, change, path) => {
    await log();
    const before = await clinic.planned();
    expect(await clinic.change(change)).toMatchObject(refusal(path));
    expect(await previewPlanChange(OFFICER, { clinicId: clinic.id, version: 1, change })).toMatchObject(refusal(path));
    expect(await clinic.planned()).toEqual(before);
  });

  it('other sessions, and the same from tomorrow on, are free', async () => {
    await log();
    expect(await clinic.change({ ...REMOVE, date: '2026-11-25' })).toMatchObject({ ok: true });
    expect(await clinic.change({ kind: 'suspend', from: '2026-11-19', until: '', ...WHY }, 2)).toMatchObject({
      ok: true,
    });
  });
});

it.each([
  ['is withdrawn', { state: 'withdrawn' }],
  ['says that it was not held', { held: false }],
] as const)('today’s session may be removed when its record %s', async (_, part) => {
  await log(part);
  expect(await clinic.change(REMOVE)).toMatchObject({ ok: true });
});
