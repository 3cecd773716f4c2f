import { beforeEach, describe, expect, it } from 'vitest';
import { assignExpert, assignTrainee, endExpert, endTrainee } from '@/lib/joint-clinics/assignment-commands';
import { listExpertChoices, listTraineeChoices } from '@/lib/joint-clinics/choice-queries';
import { getClinic } from '@/lib/joint-clinics/clinic-detail-queries';
import { listClinicWarnings } from '@/lib/joint-clinics/plan-queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { OFFICER, type PlannedClinic, plannedClinicOn } from '@/tests/support/planned-clinic';

// Today is Wednesday, 18 November 2026.

const database = useDatabase('empty');
let clinic: PlannedClinic;
beforeEach(async () => {
  clinic = await plannedClinicOn(database);
});

const problem = (path: string, key: string) => ({
  error: { code: 'INVALID', problems: [{ path, messageKey: `joint-clinics.problem.${key}` }] },
});

describe('experts', () => {
  const assign = (personId: string, part: Record<string, unknown> = {}) =>
    assignExpert(OFFICER, { clinicId: clinic.id, version: 1, personId, from: '2026-11-18', until: '', ...part });
  const end = (personId: string, begun: string, from: string, version = 1) =>
    endExpert(OFFICER, { clinicId: clinic.id, version, personId, begun, from });

  it('are assigned from a date on, perhaps until another, and the trail tells it', async () => {
    const expert = await clinic.build.expert();
    expect(await assign(expert.id, { from: '2026-12-01', until: '2027-03-01' })).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect((await getClinic(OFFICER, clinic.id))?.experts).toContainEqual(
      expect.objectContaining({ id: expert.id, validFrom: '2026-12-01', validTo: '2027-03-01' }),
    );
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.expertAssigned',
      after: { expert: expert.name, from: '2026-12-01', until: '2027-03-01' },
    });
  });

  it('end today at the earliest; a time that has not begun is gone as a whole', async () => {
    expect(await end(clinic.otherId, '2026-11-01', '2026-11-18')).toMatchObject({ ok: true });
    expect((await getClinic(OFFICER, clinic.id))?.experts.find(({ id }) => id === clinic.otherId)).toMatchObject({
      validTo: '2026-11-18',
    });
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.expertEnded',
      after: { endsFrom: '2026-11-18' },
    });
    expect(await assign(clinic.otherId, { version: 2, from: '2026-12-01' })).toMatchObject({ ok: true });
    expect(await end(clinic.otherId, '2026-12-01', '2026-11-25', 3)).toMatchObject({ ok: true });
    expect((await getClinic(OFFICER, clinic.id))?.experts.filter(({ id }) => id === clinic.otherId)).toHaveLength(1);
  });

  it('stay while sessions are planned with them', async () => {
    expect(await end(clinic.expertId, '2024-01-01', '2026-12-01')).toMatchObject(problem('from', 'stillPlanned'));
    await clinic.change({ kind: 'endLine', lineId: clinic.lineId, from: '2026-12-01' });
    expect(await end(clinic.expertId, '2024-01-01', '2026-11-30', 2)).toMatchObject(problem('from', 'stillPlanned'));
    expect(await end(clinic.expertId, '2024-01-01', '2026-12-01', 2)).toMatchObject({ ok: true });
  });

  it('are refused when they cannot come', async () => {
    const [away, elsewhere] = [
      await clinic.build.expert({ active: false }),
      await clinic.build.expert({ hospitalId: 'longhua' }),
    ];
    for (const id of [away.id, elsewhere.id, 'nobody', ''])
      expect(await assign(id)).toMatchObject(problem('personId', 'person'));
    expect(await assign(clinic.otherId, { from: '2026-12-01' })).toMatchObject(problem('personId', 'assignedAlready'));
    const expert = await clinic.build.expert();
    expect(await assign(expert.id, { from: '2026-11-17' })).toMatchObject(problem('from', 'past'));
    expect(await assign(expert.id, { from: 'soon' })).toMatchObject(problem('from', 'date'));
    expect(await assign(expert.id, { until: '2026-11-18' })).toMatchObject(problem('until', 'untilBefore'));
    expect(await assign(expert.id, { version: 7 })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await end('nobody', '2026-11-01', '2026-11-20')).toMatchObject(problem('personId', 'assignmentGone'));
    expect(await end(clinic.otherId, '2026-11-01', '2026-11-17')).toMatchObject(problem('from', 'past'));
  });

  it('of the neighbour’s clinics are not there', async () => {
    const south = actorWith({ role: 'alliance_officer', allianceCode: 'south' });
    const input = { clinicId: clinic.id, version: 1, personId: clinic.otherId, from: '2026-12-01' };
    expect(await assignExpert(south, input)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await endExpert(south, { ...input, begun: '2026-11-01' })).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  it('to choose from are those of the own hospital', async () => {
    const south = await clinic.build.expert({ hospitalId: 'longhua' });
    const ids = (await listExpertChoices(OFFICER, { action: 'update', hospitalId: 'shuguang' })).map(({ id }) => id);
    expect(ids).toContain(clinic.expertId);
    expect(ids).not.toContain(south.id);
  });
});

describe('trainees', () => {
  const clerk = () => actorWith({ role: 'centre_clerk', centreId: clinic.centreId });
  const newcomer = async () => {
    const other = await clinic.build.clinic(clinic.centreId);
    return await clinic.build.trainee(other.id);
  };

  it('of the centre come and go, sent by the alliance or the centre', async () => {
    const trainee = await newcomer();
    const input = { clinicId: clinic.id, version: 1, personId: trainee.id, from: '2026-11-18', until: '' };
    expect((await listTraineeChoices(clerk(), clinic.centreId)).map(({ id }) => id)).toEqual([trainee.id]);
    expect(await assignTrainee(clerk(), input)).toMatchObject({ ok: true });
    expect(await assignTrainee(OFFICER, { ...input, version: 2 })).toMatchObject(
      problem('personId', 'assignedAlready'),
    );
    const end = { clinicId: clinic.id, version: 2, personId: trainee.id, begun: '2026-11-18', from: '2026-12-01' };
    expect(await endTrainee(OFFICER, end)).toMatchObject({ ok: true });
    expect((await getClinic(OFFICER, clinic.id))?.trainees).toMatchObject([{ id: trainee.id, validTo: '2026-12-01' }]);
    expect(await clinic.lastEvent()).toMatchObject({
      event: 'jointClinic.traineeEnded',
      after: { trainee: trainee.name },
    });
    expect(await endTrainee(OFFICER, { ...end, version: 3, from: '2026-11-18' })).toMatchObject({ ok: true });
    expect((await getClinic(OFFICER, clinic.id))?.trainees).toEqual([]);
  });

  it('are refused from elsewhere, twice, stale, or by whoever does not keep them', async () => {
    const trainee = await newcomer();
    const far = await clinic.build.trainee((await clinic.build.clinic((await clinic.build.centre()).id)).id);
    const input = { clinicId: clinic.id, version: 1, personId: trainee.id, from: '2026-11-18', until: '' };
    expect(await assignTrainee(OFFICER, { ...input, personId: far.id })).toMatchObject(problem('personId', 'person'));
    expect(await assignTrainee(OFFICER, { ...input, version: 5 })).toMatchObject({ error: { code: 'CONFLICT' } });
    const district = actorWith({ role: 'district_officer', districtCode: '310101' });
    expect(await assignTrainee(district, input)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await endTrainee(clerk(), { ...input, begun: '2026-11-18' })).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('listClinicWarnings', () => {
  it('counts a place that the reader may not see, without naming it', async () => {
    const elsewhere = await clinic.build.clinic((await clinic.build.centre({ districtCode: '310115' })).id);
    await clinic.build.schedule(elsewhere.id, clinic.expertId);
    const clerk = actorWith({ role: 'centre_clerk', centreId: clinic.centreId });
    const [seen, hidden] = [await listClinicWarnings(OFFICER, clinic.id), await listClinicWarnings(clerk, clinic.id)];
    expect(seen).toMatchObject([{ kind: 'expertTwice', half: 'am', other: { id: elsewhere.id } }]);
    expect(hidden).toMatchObject([{ kind: 'expertTwice', half: 'am', other: null }]);
    expect(JSON.stringify(hidden)).not.toContain(elsewhere.id);
  });

  it('finds an expert with more half-days a week than the threshold', async () => {
    for (const weekday of [1, 2, 4, 5]) {
      const one = await clinic.build.clinic((await clinic.build.centre()).id);
      await clinic.build.schedule(one.id, clinic.expertId, { weekday });
    }
    expect(await listClinicWarnings(OFFICER, clinic.id)).toMatchObject([
      { kind: 'overload', halfDays: 5, expert: { id: clinic.expertId } },
    ]);
  });
});
