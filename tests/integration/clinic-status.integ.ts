import { beforeEach, describe, expect, it } from 'vitest';
import { changeClinicPlan } from '@/lib/joint-clinics/commands';
import { previewPlanChange } from '@/lib/joint-clinics/plan-queries';
import { PLAN_CHANGE_KINDS } from '@/lib/joint-clinics/plan-schema';
import { useDatabase } from '@/tests/support/database';
import {
  type Change,
  OFFICER,
  type PlannedClinic,
  plannedClinicOn,
  WEDNESDAYS,
  WHY,
} from '@/tests/support/planned-clinic';

const database = useDatabase('empty');
let clinic: PlannedClinic;
beforeEach(async () => {
  clinic = await plannedClinicOn(database);
});

const mornings = (days: readonly string[]) => days.map((day) => `${day} am`);

describe('changeClinicPlan, status', () => {
  it('suspends until a day, and residents’ plan follows', async () => {
    await clinic.change({ kind: 'suspend', from: '2026-11-20', until: '2026-12-05', ...WHY });
    expect((await clinic.planned()).filter((one) => one.endsWith('suspended'))).toEqual([
      '2026-11-25 am suspended',
      '2026-12-02 am suspended',
    ]);
    expect(
      await database.db.jointClinicStatus.findMany({ where: { clinicId: clinic.id }, orderBy: { validFrom: 'asc' } }),
    ).toMatchObject([
      { status: 'operating', validTo: new Date('2026-11-20') },
      { status: 'suspended', ...WHY, validTo: new Date('2026-12-05') },
      { status: 'operating', validFrom: new Date('2026-12-05'), validTo: null },
    ]);
    expect(await clinic.lastEvent()).toMatchObject({ event: 'jointClinic.suspended', reason: WHY.reason });
  });

  it('resumes, closes, and takes an announced closure back', async () => {
    await clinic.change({ kind: 'suspend', from: '2026-11-18', until: '', ...WHY });
    expect(await clinic.change({ kind: 'resume', from: '2026-11-25', ...WHY }, 2)).toMatchObject({ ok: true });
    expect(await clinic.planned()).toContain('2026-11-25 am');
    expect(await clinic.change({ kind: 'close', from: '2026-12-10', ...WHY }, 3)).toMatchObject({ ok: true });
    expect(await clinic.planned()).toEqual([
      ...mornings(WEDNESDAYS.slice(0, 2)),
      '2026-11-18 am suspended',
      ...mornings(WEDNESDAYS.slice(3, 6)),
    ]);
    const closed = await database.db.jointClinicStatus.findFirstOrThrow({
      where: { clinicId: clinic.id, status: 'closed' },
    });
    expect(await clinic.change({ kind: 'withdrawStatus', periodId: closed.id }, 4)).toMatchObject({ ok: true });
    expect(await clinic.planned()).toContain('2026-12-30 am');
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.statusWithdrawn',
      before: { status: 'closed' },
    });
  });

  it.each([
    ['suspend yesterday', { kind: 'suspend', from: '2026-11-17', until: '', ...WHY }, 'from', 'past'],
    [
      'suspend until before it begins',
      { kind: 'suspend', from: '2026-11-20', until: '2026-11-20', ...WHY },
      'until',
      'untilBefore',
    ],
    [
      'suspend without a reason',
      { kind: 'suspend', from: '2026-11-20', until: '', reason: '', reasonEn: '' },
      'reason',
      'reason',
    ],
    ['resume what operates', { kind: 'resume', from: '2026-11-20', ...WHY }, 'from', 'status.operating'],
    ['close yesterday', { kind: 'close', from: '2026-11-17', ...WHY }, 'from', 'past'],
    ['withdraw what has begun', { kind: 'withdrawStatus', periodId: '$first' }, 'periodId', 'past'],
    ['withdraw what is not there', { kind: 'withdrawStatus', periodId: 'gone' }, 'periodId', 'statusGone'],
    ['an unknown change', { kind: 'wish', from: '2026-11-20' }, 'kind', 'field'],
  ])('refuses to %s', async (_, part, path, key) => {
    const first = await database.db.jointClinicStatus.findFirstOrThrow({ where: { clinicId: clinic.id } });
    const input = JSON.parse(JSON.stringify(part).replace('$first', first.id)) as Change;
    const refused = await clinic.change(input);
    expect(refused).toMatchObject({ error: { problems: [{ path, messageKey: `joint-clinics.problem.${key}` }] } });
    expect(await database.db.jointClinicStatus.count({ where: { clinicId: clinic.id } })).toBe(1);
  });
});

describe('two officers at once', () => {
  const removal = { kind: 'removeSession', date: '2026-11-25', half: 'am', ...WHY } as const;

  it('one wins, the other is told and changes nothing', async () => {
    const both = await Promise.all([
      clinic.change(removal),
      clinic.change({ kind: 'suspend', from: '2026-11-20', until: '', ...WHY }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { code: 'CONFLICT', messageKey: 'joint-clinics.problem.stale' },
    });
    expect(await database.db.auditEvent.count({ where: { objectId: clinic.id } })).toBe(1);
  });

  it('a stale version is a conflict also where the change would be wrong by now; so is sending twice', async () => {
    expect(await clinic.change(removal)).toMatchObject({ ok: true });
    expect(await clinic.change(removal)).toMatchObject({ error: { code: 'CONFLICT' } });
    for (const version of ['0', '-1', 'x', ''])
      expect(await clinic.change(removal, version)).toMatchObject({ error: { code: 'INVALID' } });
  });
});

describe('previewPlanChange', () => {
  it('says what becomes different and writes nothing', async () => {
    const seen = await previewPlanChange(OFFICER, {
      clinicId: clinic.id,
      version: 1,
      change: { kind: 'suspend', from: '2026-11-20', until: '2026-12-05', ...WHY },
    });
    expect(seen).toMatchObject({
      ok: true,
      value: {
        range: { from: '2026-11-18', to: '2027-01-12' },
        differences: [
          { date: '2026-11-25', half: 'am', kind: 'stops' },
          { date: '2026-12-02', half: 'am', kind: 'stops' },
        ],
        warnings: [],
      },
    });
    expect(await database.db.jointClinic.findUnique({ where: { id: clinic.id } })).toMatchObject({ version: 1 });
  });

  it('answers every change exactly as making it would', async () => {
    for (const kind of PLAN_CHANGE_KINDS) {
      const input = { clinicId: clinic.id, version: 1, change: { kind } as Change };
      const [seen, made] = [await previewPlanChange(OFFICER, input), await changeClinicPlan(OFFICER, input)];
      expect(seen).toEqual(made);
      expect(made).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    }
    const stale = {
      clinicId: clinic.id,
      version: 9,
      change: { kind: 'endLine' as const, lineId: 'x', from: '2026-11-20' },
    };
    expect(await previewPlanChange(OFFICER, stale)).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('warns of an expert in two places and of a room used twice, naming only what the reader may see', async () => {
    const { build } = clinic;
    const { centreId } = await database.db.jointClinic.update({
      where: { id: clinic.id },
      data: { room: '203' },
      select: { centreId: true },
    });
    const neighbour = await build.clinic(centreId, { room: '203' });
    const elsewhere = await build.clinic((await build.centre({ districtCode: '310115' })).id);
    await build.schedule(neighbour.id, clinic.otherId, { weekday: 5, half: 'pm', startsMinute: 810, endsMinute: 960 });
    await build.schedule(elsewhere.id, clinic.expertId, { weekday: 5, half: 'pm', startsMinute: 810, endsMinute: 960 });
    const input = {
      clinicId: clinic.id,
      version: 1,
      change: { kind: 'addLine' as const, ...clinic.slot({ until: '2026-12-01' }) },
    };
    const seen = await previewPlanChange(OFFICER, input);
    expect(seen).toMatchObject({ ok: true });
    if (!seen.ok) return;
    const told = seen.value.warnings.map((one) => [
      one.kind,
      'other' in one ? one.other?.id : null,
      'expert' in one ? one.expert.id : null,
    ]);
    expect(told.sort()).toEqual([
      ['expertTwice', elsewhere.id, clinic.expertId],
      ['roomTwice', neighbour.id, null],
    ]);
    expect(seen.value.warnings[0]).toMatchObject({ half: 'pm', dates: ['2026-11-20', '2026-11-27'] });
  });
});
