import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { whereFor } from '@/lib/access/abilities';
import type { ActorScope } from '@/lib/access/actor';
import { listSessionKeys } from '@/lib/clinic-sessions/list-keys-sql';
import { listClinicSessions } from '@/lib/clinic-sessions/list-queries';
import { HELD_CHOICES, type SessionCursor, type SessionFilter } from '@/lib/clinic-sessions/list-schema';
import { SESSION_STATES } from '@/lib/clinic-sessions/schema';
import { addDays, civilDate, fromDbDate } from '@/lib/core/dates';
import { buildersOn } from '@/prisma/seed/builders';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

// The list finds its rows by SQL of its own; here every answer is compared with the plain condition of the scope and
// with filters said a second time, over records of two alliances.

const database = useDatabase('empty');
const FIRST = civilDate('2026-09-01');

type World = { clinics: string[]; centres: string[]; experts: string[]; trainees: string[]; scopes: ActorScope[] };
let world: World;

/** A clinic with its expert and trainee, and twelve records whose properties differ from one to the next. */
async function fill(place: { districtCode: string; hospitalId: string }, turn: number) {
  const build = buildersOn(database.db, `list-${turn}`);
  const sessions = sessionBuildersOn(database.db);
  const { districtCode, hospitalId } = place;
  const centre = await build.centre({ districtCode });
  const clinic = await build.clinic(centre.id, {
    hospitalId,
    name: turn % 2 ? `膝痹病门诊${turn}` : `失眠门诊${turn}`,
  });
  const expert = await build.expert({ hospitalId });
  await build.schedule(clinic.id, expert.id);
  const trainee = await build.trainee(clinic.id);
  for (let n = 0; n < 12; n++) {
    const state = SESSION_STATES[(n + turn) % SESSION_STATES.length];
    const date = addDays(FIRST, n * 3 + (turn % 3));
    const late = n % 4 === 0;
    const attended = n % 3 !== 0 && n % 5 !== 1;
    await sessions.record(clinic.id, date, {
      state,
      half: n % 2 ? 'pm' : 'am',
      firstSubmittedAt: new Date(`${addDays(date, late ? 6 : 1)}T02:00:00Z`),
      ...(n % 5 === 1 ? { held: false, notHeldReason: n % 2 ? 'cancelled' : 'holiday' } : {}),
      // an extra session has no planned expert, so somebody stood in
      ...(n % 6 === 2 ? { planned: false, plannedExpertId: null, expertPresence: 'substitute' as const } : {}),
      ...(attended ? { trainees: { create: { traineeId: trainee.id, part: 'assisting' as const } } } : {}),
    });
  }
  return { clinic: clinic.id, centre: centre.id, expert: expert.id, trainee: trainee.id };
}

beforeAll(async () => {
  const places = [
    { districtCode: '310101', hospitalId: 'shuguang' },
    { districtCode: '310101', hospitalId: 'longhua' },
    { districtCode: '310104', hospitalId: 'longhua' },
    { districtCode: '310104', hospitalId: 'shuguang' },
    { districtCode: '310109', hospitalId: 'yueyang' },
  ];
  const made = [];
  for (const [turn, place] of places.entries()) made.push(await fill(place, turn));
  const [own] = made;
  if (!own) throw new Error('There is no clinic');
  world = {
    clinics: made.map(({ clinic }) => clinic),
    centres: made.map(({ centre }) => centre),
    experts: made.map(({ expert }) => expert),
    trainees: made.map(({ trainee }) => trainee),
    scopes: [
      { role: 'city_officer' },
      { role: 'auditor' },
      { role: 'alliance_officer', allianceCode: 'east' },
      { role: 'alliance_officer', allianceCode: 'north' },
      { role: 'district_officer', districtCode: '310104' },
      { role: 'centre_clerk', centreId: own.centre },
      { role: 'expert', expertId: own.expert },
      { role: 'trainee', traineeId: own.trainee },
    ],
  };
});

const EVERY_ROW = {
  clinic: { include: { centre: { include: { facility: true } }, experts: { include: { expert: true } } } },
  trainees: true,
} as const;

/** The alliances that a clinic belongs to by its district or its hospital. */
const ALLIANCES: Record<string, string> = {
  '310101': 'east',
  '310104': 'south',
  '310109': 'north',
  shuguang: 'east',
  longhua: 'south',
  yueyang: 'north',
};

const readScope = async (scope: ActorScope) =>
  await database.db.clinicSession.findMany({
    where: whereFor(actorWith(scope), 'read', 'ClinicSession'),
    include: EVERY_ROW,
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
  });
/** By scope; nothing changes the rows once the world stands. */
const scopesRead = new Map<ActorScope, ReturnType<typeof readScope>>();

/** The rows of an actor by the plain scope, and the filter said once more in TypeScript. */
async function naively(scope: ActorScope, filter: SessionFilter): Promise<string[]> {
  const reading = scopesRead.get(scope) ?? readScope(scope);
  scopesRead.set(scope, reading);
  const rows = await reading;
  const fits = (row: (typeof rows)[number]): boolean => {
    const { clinic } = row;
    const date = fromDbDate(row.date);
    const names = [clinic.name, clinic.centre.facility.name, ...clinic.experts.map(({ expert }) => expert.name)];
    const choices: string[] = row.held ? ['held'] : ['not_held', row.notHeldReason ?? ''];
    return [
      !filter.state || filter.state.includes(row.state),
      !filter.held || choices.includes(filter.held),
      !filter.late || row.late,
      !filter.extra || !row.planned,
      !filter.from || date >= filter.from,
      !filter.to || date <= filter.to,
      !filter.district || row.districtCode === filter.district,
      !filter.alliance ||
        ALLIANCES[row.districtCode] === filter.alliance ||
        ALLIANCES[row.hospitalId] === filter.alliance,
      !filter.centre || row.centreId === filter.centre,
      !filter.clinic || row.clinicId === filter.clinic,
      !filter.expert || row.expertId === filter.expert || row.plannedExpertId === filter.expert,
      !filter.trainee || row.trainees.some(({ traineeId }) => traineeId === filter.trainee),
      !filter.text || names.some((name) => name.includes(filter.text ?? '')),
    ].every(Boolean);
  };
  return rows.filter(fits).map(({ id }) => id);
}

/** A list read page by page to its end. */
async function paged(scope: ActorScope, filter: SessionFilter, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: SessionCursor | undefined; ; ) {
    const page = await listClinicSessions(actorWith(scope), filter, { cursor, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map(({ id }) => id));
    if (!page.next) return ids;
    cursor = page.next;
  }
}

describe('listClinicSessions', () => {
  it('lists exactly the scope of every role, latest first, page by page', async () => {
    for (const scope of world.scopes) {
      const all = await naively(scope, {});
      expect(all.length, scope.role).toBeGreaterThan(0);
      expect(await paged(scope, {}, 7), scope.role).toEqual(all);
    }
    expect((await naively({ role: 'city_officer' }, {})).length).toBe(60);
  });

  it('filters as the words of its filters say, in every combination and for every role', async () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
    const oneOf = (ids: readonly string[]) => maybe(fc.constantFrom(...ids));
    const filters: fc.Arbitrary<SessionFilter> = fc.record({
      state: maybe(fc.subarray([...SESSION_STATES], { minLength: 1 })),
      held: maybe(fc.constantFrom(...HELD_CHOICES)),
      late: maybe(fc.constant(true)),
      extra: maybe(fc.constant(true)),
      from: maybe(fc.constant(civilDate('2026-09-10'))),
      to: maybe(fc.constant(civilDate('2026-09-25'))),
      district: oneOf(['310101', '310104', '310115']),
      alliance: maybe(fc.constantFrom('east' as const, 'south' as const, 'west' as const)),
      centre: oneOf(world.centres),
      clinic: oneOf([...world.clinics, 'nowhere']),
      expert: oneOf(world.experts),
      trainee: oneOf(world.trainees),
      text: maybe(fc.constantFrom('失眠', '膝痹', '测试机构', '测试专家', '%')),
    });
    // most random filters exclude themselves, so one or two conditions at a time are tried as well
    const few = fc
      .tuple(
        filters,
        fc.subarray(['state', 'held', 'late', 'extra', 'from', 'alliance', 'text'] as const, { maxLength: 2 }),
      )
      .map(([filter, kept]): SessionFilter => Object.fromEntries(kept.map((name) => [name, filter[name]])));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...world.scopes),
        fc.oneof(filters, few, few),
        fc.constantFrom(3, 50),
        async (scope, filter, limit) => {
          const expected = await naively(scope, filter);
          found += expected.length;
          expect(await paged(scope, filter, limit)).toEqual(expected);
        },
      ),
      { numRuns: 150, seed: 20261118 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it('goes on behind any place, whether a record stands there or not', async () => {
    const all = await naively({ role: 'city_officer' }, {});
    const cursor = { date: civilDate('2026-09-20'), id: 'zzz' };
    const keys = await listSessionKeys(actorWith({ role: 'city_officer' }), {}, { cursor, limit: 100 });
    expect(keys.every(({ date }) => date <= cursor.date)).toBe(true);
    expect(keys.map(({ id }) => id)).toEqual(all.slice(all.length - keys.length));
  });

  it('merges the clinics of a wide place one by one only while they are few', async () => {
    // more rows than are merged: read in one go instead, with the same answer
    const actor = actorWith({ role: 'alliance_officer', allianceCode: 'east' });
    const keys = await listSessionKeys(actor, {}, { limit: 5000 });
    expect(keys.map(({ id }) => id)).toEqual(await naively({ role: 'alliance_officer', allianceCode: 'east' }, {}));
  });

  it('says everything of a record', async () => {
    const filter = { clinic: world.clinics[0], extra: true };
    const { rows } = await listClinicSessions(actorWith({ role: 'auditor' }), filter, { limit: 1 });
    expect(rows).toMatchObject([
      {
        date: '2026-09-25',
        half: 'am',
        clinic: { id: world.clinics[0], name: '失眠门诊0' },
        centre: { id: world.centres[0] },
        district: { id: '310101', name: '黄浦区' },
        hospital: { id: 'shuguang' },
        planned: false,
        held: true,
        notHeldReason: null,
        expert: { id: world.experts[0] },
        plannedExpert: null,
        presence: 'substitute',
        visitsNew: 4,
        visitsReturn: 8,
        trainees: [{ id: world.trainees[0], part: 'assisting' }],
        late: true,
        submittedBy: '测试',
        demonstration: true,
      },
    ]);
  });
});
