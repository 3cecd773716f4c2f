import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { getClinic } from '@/lib/joint-clinics/clinic-detail-queries';
import { changeClinicFacts, openClinic } from '@/lib/joint-clinics/opening-commands';
import { buildersOn } from '@/prisma/seed/builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { OFFICER } from '@/tests/support/planned-clinic';

// Today is Wednesday, 18 November 2026.

const database = useDatabase('empty');
let place: { centreId: string; expertId: string; farCentreId: string; farExpertId: string };

beforeEach(async () => {
  const build = buildersOn(database.db, `open-${randomUUID().slice(0, 8)}`);
  place = {
    centreId: (await build.centre()).id,
    expertId: (await build.expert({ department: '针灸科', departmentEn: 'Acupuncture' })).id,
    farCentreId: (await build.centre({ districtCode: '310104' })).id,
    farExpertId: (await build.expert({ hospitalId: 'longhua' })).id,
  };
});

const wish = (part: Record<string, unknown> = {}) => ({
  submissionId: randomUUID(),
  centreId: place.centreId,
  expertId: place.expertId,
  openedOn: '2026-11-18',
  name: '膝痹病专病联合门诊',
  nameEn: 'Joint clinic for knee pain',
  room: '203 诊室',
  bookingMethod: 'phone' as const,
  bookingPhone: '０２１-55550101',
  conditionCodes: ['A07.06.19', 'A07.06.19', ''],
  ...part,
});

describe('openClinic', () => {
  it('opens one at a centre of the alliance, staffed by the expert’s hospital, in the expert’s department', async () => {
    const { clinicId } = valueIn(await openClinic(OFFICER, wish()));
    expect(await getClinic(OFFICER, clinicId)).toMatchObject({
      name: '膝痹病专病联合门诊',
      centre: { id: place.centreId },
      hospital: { id: 'shuguang' },
      department: '针灸科',
      bookingPhone: '021-55550101',
      conditions: [{ code: 'A07.06.19' }],
      experts: [{ id: place.expertId, validFrom: '2026-11-18', validTo: null }],
      statuses: [{ status: 'operating', validFrom: '2026-11-18', validTo: null }],
      schedule: [],
      mayChange: true,
    });
    expect(await database.db.auditEvent.findFirstOrThrow({ where: { objectId: clinicId } })).toMatchObject({
      event: 'jointClinic.opened',
      objectLabel: '膝痹病专病联合门诊',
      centreId: place.centreId,
      districtCode: '310101',
      allianceCode: 'east',
    });
  });

  it('prepares one that opens later, and takes an opening up to ninety days back', async () => {
    const later = valueIn(await openClinic(OFFICER, wish({ openedOn: '2026-12-01' })));
    expect((await getClinic(OFFICER, later.clinicId))?.statuses).toMatchObject([
      { status: 'preparing', validFrom: '2026-11-18', validTo: '2026-12-01' },
      { status: 'operating', validFrom: '2026-12-01', validTo: null },
    ]);
    const before = valueIn(await openClinic(OFFICER, wish({ openedOn: '2026-08-20', name: '另一个门诊' })));
    expect((await getClinic(OFFICER, before.clinicId))?.statuses).toMatchObject([
      { status: 'operating', validFrom: '2026-08-20' },
    ]);
  });

  it('opens one clinic however often the form is sent', async () => {
    const sent = wish();
    const answers = await Promise.all([openClinic(OFFICER, sent), openClinic(OFFICER, sent)]);
    const again = await openClinic(OFFICER, sent);
    expect(again).toEqual({ ok: true, value: { clinicId: `clinic-${sent.submissionId}` } });
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await database.db.jointClinic.count({ where: { centreId: place.centreId } })).toBe(1);
    expect(await database.db.auditEvent.count({ where: { objectId: `clinic-${sent.submissionId}` } })).toBe(1);
  });

  it.each([
    ['a submission that is none', { submissionId: 'x' }, 'submissionId', 'field'],
    ['a name too short', { name: '膝' }, 'name', 'name'],
    ['a name that cannot be stored', { name: '膝痹\u0000门诊' }, 'name', 'name'],
    ['no English name', { nameEn: ' ' }, 'nameEn', 'nameEn'],
    ['a room beyond all measure', { room: 'x'.repeat(41) }, 'room', 'room'],
    ['a booking that is none', { bookingMethod: 'fax' }, 'bookingMethod', 'booking'],
    ['a phone that cannot be dialled', { bookingPhone: '见公告' }, 'bookingPhone', 'phone'],
    ['booking by phone without one', { bookingPhone: '' }, 'bookingPhone', 'phone'],
    ['no condition', { conditionCodes: ['', ''] }, 'conditionCodes', 'conditions'],
    ['a condition that is none', { conditionCodes: ['A99.99'] }, 'conditionCodes', 'conditions'],
    ['six conditions', { conditionCodes: ['A01', 'A02', 'A03', 'A04', 'A05', 'A06'] }, 'conditionCodes', 'conditions'],
    ['no centre', { centreId: '' }, 'centreId', 'centre'],
    ['a centre out of scope', { centreId: '$far' }, 'centreId', 'centre'],
    ['an expert of another hospital', { expertId: '$far' }, 'expertId', 'person'],
    ['an opening long ago', { openedOn: '2026-08-19' }, 'openedOn', 'openedLongAgo'],
    ['an opening in another century', { openedOn: '2126-08-19' }, 'openedOn', 'farAhead'],
    ['a day that is none', { openedOn: '2026-13-01' }, 'openedOn', 'date'],
  ])('refuses %s, and writes nothing', async (_, part, path, key) => {
    const far: Record<string, string> = { centreId: place.farCentreId, expertId: place.farExpertId };
    const given = Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, value === '$far' ? far[name] : value]),
    );
    const refused = await openClinic(OFFICER, wish(given));
    expect(refused).toMatchObject({
      error: { code: 'INVALID', problems: [{ path, messageKey: `joint-clinics.problem.${key}` }] },
    });
    expect(await database.db.jointClinic.count({ where: { centreId: place.centreId } })).toBe(0);
  });

  it('refuses a name that the centre has already', async () => {
    valueIn(await openClinic(OFFICER, wish()));
    expect(await openClinic(OFFICER, wish())).toMatchObject({
      error: { problems: [{ path: 'name', messageKey: 'joint-clinics.problem.nameTaken' }] },
    });
  });

  it('is nobody else’s to do', async () => {
    for (const actor of [
      actorWith({ role: 'district_officer', districtCode: '310101' }),
      actorWith({ role: 'centre_clerk', centreId: place.centreId }),
      actorWith({ role: 'auditor' }),
    ])
      expect(await openClinic(actor, wish())).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('changeClinicFacts', () => {
  const facts = (part: Record<string, unknown> = {}) => ({
    ...{
      name: '腰痛病专病联合门诊',
      nameEn: 'Joint clinic for low back pain',
      department: '推拿科',
      departmentEn: 'Tuina',
    },
    ...{ room: '', bookingMethod: 'walk_in' as const, bookingPhone: '', conditionCodes: ['A07.06.19'] },
    ...part,
  });

  it('changes what is said, and tells what it was before', async () => {
    const { clinicId } = valueIn(await openClinic(OFFICER, wish()));
    expect(await changeClinicFacts(OFFICER, { clinicId, version: 1, ...facts() })).toEqual({
      ok: true,
      value: { version: 2 },
    });
    const { conditionCodes, ...said } = facts();
    expect(await getClinic(OFFICER, clinicId)).toMatchObject({
      ...said,
      room: null,
      bookingPhone: null,
      conditions: conditionCodes.map((code) => ({ code })),
    });
    const event = await database.db.auditEvent.findFirst({ where: { objectId: clinicId }, orderBy: { seq: 'desc' } });
    expect(event).toMatchObject({
      event: 'jointClinic.changed',
      before: { room: '203 诊室', bookingMethod: 'phone' },
      after: { room: null, bookingMethod: 'walk_in' },
    });
  });

  it('keeps its own name, refuses a neighbour’s, a stale version and a clinic out of scope', async () => {
    const { clinicId } = valueIn(await openClinic(OFFICER, wish()));
    valueIn(await openClinic(OFFICER, wish({ name: '别的门诊' })));
    expect(
      await changeClinicFacts(OFFICER, { clinicId, version: 1, ...facts({ name: '膝痹病专病联合门诊' }) }),
    ).toMatchObject({ ok: true });
    expect(await changeClinicFacts(OFFICER, { clinicId, version: 2, ...facts({ name: '别的门诊' }) })).toMatchObject({
      error: { problems: [{ path: 'name', messageKey: 'joint-clinics.problem.nameTaken' }] },
    });
    expect(await changeClinicFacts(OFFICER, { clinicId, version: 1, ...facts() })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    const south = actorWith({ role: 'alliance_officer', allianceCode: 'south' });
    expect(await changeClinicFacts(south, { clinicId, version: 2, ...facts() })).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  it.each([
    ['a department too short', { department: '' }, 'department', 'department'],
    ['no English department', { departmentEn: '' }, 'departmentEn', 'departmentEn'],
    ['no condition', { conditionCodes: [] }, 'conditionCodes', 'conditions'],
    ['a condition that is none', { conditionCodes: ['A99.99'] }, 'conditionCodes', 'conditions'],
  ])('refuses %s', async (_, part, path, key) => {
    const { clinicId } = valueIn(await openClinic(OFFICER, wish()));
    expect(await changeClinicFacts(OFFICER, { clinicId, version: 1, ...facts(part) })).toMatchObject({
      error: { code: 'INVALID', problems: [{ path, messageKey: `joint-clinics.problem.${key}` }] },
    });
  });
});
