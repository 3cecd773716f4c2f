import { afterAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { addDays, civilDate, dateInShanghai } from '@/lib/core/dates';
import { distanceMetres, wgs84 } from '@/lib/core/geo';
import {
  getAlliance,
  getClinic,
  getCondition,
  getDistrict,
  getFacility,
  getNetworkTotals,
  listAlliances,
  listClinics,
  listConditions,
  listDistricts,
  listSessions,
  listSpecialtyAlliances,
  listTechniques,
  searchDirectory,
  sessionsNear,
} from '@/lib/public-directory/public-queries';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import { currentSnapshot, stopSnapshot } from '@/lib/public-directory/snapshot';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
afterAll(stopSnapshot);

const CENTRE = 'centre-310101-02';
const today = () => dateInShanghai(now());

describe('getFacility', () => {
  it('makes the page of every place of the network', async () => {
    const { records } = await currentSnapshot();
    const failed: string[] = [];
    for (const { id, position } of records.facilities) {
      const detail = await getFacility(id);
      if (detail?.week.length !== 7 || detail.neighbours.length !== 3) failed.push(id);
      else if (detail.positions.wgs84 !== position) failed.push(id);
    }
    expect(failed).toEqual([]);
  });

  it('finds the same neighbours as measuring every distance', async () => {
    const { records } = await currentSnapshot();
    const operating = records.facilities.filter(({ status }) => status === 'operating');
    for (const { id, position } of records.facilities.filter((_, at) => at % 60 === 0)) {
      const distances = operating
        .filter((other) => other.id !== id)
        .map((other) => distanceMetres(position, other.position))
        .sort((a, b) => a - b);
      const neighbours = (await getFacility(id))?.neighbours.map((place) => place.distanceMetres);
      expect(neighbours).toEqual(distances.slice(0, 3));
    }
  });

  it('shows a centre with its stations, nearest first, and its clinics with their next sessions', async () => {
    const detail = await getFacility(CENTRE);
    const stations = await database.db.serviceStation.count({ where: { centreId: CENTRE } });
    expect(detail?.stations).toHaveLength(stations);
    const distances = detail?.stations.map(({ distanceMetres }) => distanceMetres) ?? [];
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    const clinics = await database.db.jointClinic.count({ where: { centreId: CENTRE } });
    expect(detail?.clinics).toHaveLength(clinics);
    const [first] = detail?.sessions.filter(({ state }) => state === 'planned') ?? [];
    expect(first && first.date >= today()).toBe(true);
  });

  it('shows a station with its centre, and turns its position into the datums of the map apps', async () => {
    const station = await database.db.serviceStation.findFirstOrThrow({ where: { centreId: CENTRE } });
    const detail = await getFacility(station.facilityId);
    expect(detail?.centre?.id).toBe(CENTRE);
    expect(detail?.positions.gcj02.datum).toBe('gcj02');
    const shift = (detail?.positions.gcj02.lon ?? 0) - (detail?.positions.wgs84.lon ?? 0);
    expect(shift).toBeGreaterThan(0.003);
    expect(shift).toBeLessThan(0.007);
  });

  it.each(['no-such-place', '', '__proto__', '../../etc/passwd', '%00'])('answers null for %j', async (id) => {
    expect(await getFacility(id)).toBeNull();
    expect(await getClinic(id)).toBeNull();
    expect(await getDistrict(id)).toBeNull();
    expect(await getAlliance(id)).toBeNull();
    expect(await getCondition(id)).toBeNull();
  });
});

describe('clinics and sessions', () => {
  it('lists every clinic once, page by page', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof listClinics>> = await listClinics({ limit: 50, cursor });
      seen.push(...(page?.clinics.map(({ clinic }) => clinic.id) ?? []));
      expect(page?.total).toBe(134);
      cursor = page?.next ?? null;
      if (cursor === null) break;
    }
    expect(seen).toHaveLength(134);
    expect(new Set(seen).size).toBe(134);
    expect(await listClinics({ limit: 5, cursor: '!' })).toBeNull();
  });

  it('filters clinics by district, alliance, condition and hospital, and by nothing known to nothing', async () => {
    const { clinics } = (await listClinics({ limit: 200 })) ?? { clinics: [] };
    const [example] = clinics;
    const condition = example?.clinic.conditionCodes[0];
    for (const [filter, passes] of [
      [{ district: '310115' }, clinics.filter(({ centre }) => centre.districtCode === '310115')],
      [{ alliance: 'north' as const }, clinics.filter(({ centre }) => centre.alliance === 'north')],
      [{ condition }, clinics.filter(({ clinic }) => clinic.conditionCodes.includes(condition ?? ''))],
      [{ hospital: 'longhua' }, clinics.filter(({ hospital }) => hospital.id === 'longhua')],
      [{ district: 'nowhere' }, []],
    ] as const) {
      expect((await listClinics({ limit: 200, ...filter }))?.total).toBe(passes.length);
    }
  });

  it('agrees between a clinic’s page, its next session and the calendar', async () => {
    const to = addDays(today(), 55);
    const calendar = await listSessions({ from: today(), to });
    expect(calendar).toMatchObject({ from: today(), to, cut: false });
    expect(calendar.sessions.length).toBeGreaterThan(500);
    const { clinics } = (await listClinics({ limit: 200 })) ?? { clinics: [] };
    for (const { clinic, nextSession } of clinics) {
      const detail = await getClinic(clinic.id);
      const own = calendar.sessions.filter(({ clinicId }) => clinicId === clinic.id);
      expect(detail?.sessions).toEqual(own);
      const planned = own.find(({ state, endsAt }) => state === 'planned' && endsAt > now().toISOString());
      if (planned) expect(nextSession).toEqual(planned);
    }
  });

  it('tells stop notices with their reason', async () => {
    const { sessions } = await listSessions({ from: today(), to: addDays(today(), 91) });
    const stopped = sessions.filter(({ state }) => state === 'stopped');
    expect(stopped.length).toBeGreaterThan(0);
    for (const session of stopped) expect(session.cause).not.toBeNull();
    const removed = stopped.filter(({ cause }) => cause === 'removed');
    expect(removed.every(({ reason }) => (reason?.length ?? 0) > 0)).toBe(true);
  });

  it('keeps a calendar within 92 days from today on', async () => {
    const past = await listSessions({ from: civilDate('2020-01-01'), to: civilDate('2099-12-31') });
    expect(past).toMatchObject({ from: today(), to: addDays(today(), 91), cut: true });
    const backwards = await listSessions({ from: addDays(today(), 9), to: addDays(today(), 3) });
    expect(backwards.sessions).toEqual([]);
  });

  it('finds the sessions of the coming week near a position', async () => {
    const near = await sessionsNear({ near: wgs84(31.2, 121.44), limit: 5 });
    expect(near).toHaveLength(5);
    const distances = near.map(({ distanceMetres }) => distanceMetres ?? -1);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    const soonest = await sessionsNear({ near: null, limit: 5 });
    const starts = soonest.map(({ session }) => session.startsAt);
    expect(starts).toEqual(starts.toSorted());
    expect(soonest.every(({ session }) => session.endsAt > now().toISOString())).toBe(true);
  });
});

describe('the network', () => {
  it('counts what is published', async () => {
    const { figures, alliances } = await getNetworkTotals();
    const counted = Object.fromEntries(figures.map((figure) => [figure.key, figure]));
    const exact = ['districts', 'lead_hospitals', 'centres', 'stations', 'joint_clinics', 'trainee_doctors'] as const;
    for (const key of [...exact, 'dual_employed', 'preparation_districts', 'conditions'] as const)
      expect([key, counted[key]?.counted]).toEqual([key, counted[key]?.published?.value]);
    expect(counted.demonstration_stations_accepted).toMatchObject({ counted: 112, published: { value: 112 } });
    expect(counted.specialty_projects_approved).toMatchObject({ counted: 76, target: { value: 200 } });
    expect(counted.mean_conditions_per_centre?.counted).toBeGreaterThanOrEqual(60);
    expect(counted.centres?.origin).toBe('fact');
    expect(counted.stations?.origin).toBe('demonstration');
    for (const figure of figures) {
      if (!figure.byAlliance || figure.key === 'mean_conditions_per_centre') continue;
      const sum = Object.values(figure.byAlliance).reduce((total, value) => total + value, 0);
      expect([figure.key, sum]).toEqual([figure.key, figure.counted]);
    }
    expect(alliances.reduce((sum, { counts }) => sum + counts.centres, 0)).toBe(249);
  });

  it('has a page for every alliance, district and condition', async () => {
    for (const { alliance } of await listAlliances()) expect(await getAlliance(alliance.code)).not.toBeNull();
    for (const { district, counts } of await listDistricts()) {
      const detail = await getDistrict(district.code);
      expect(detail?.centres).toHaveLength(counts.centres);
      expect(detail?.clinics).toHaveLength(counts.clinics);
    }
    const conditions = await listConditions();
    expect(conditions).toHaveLength(114);
    for (const { condition, clinicCount } of conditions)
      expect((await getCondition(condition.code))?.clinics.length).toBeLessThanOrEqual(clinicCount);
    expect((await listTechniques()).some(({ facilityCount }) => facilityCount > 0)).toBe(true);
    expect(Array.isArray(await listSpecialtyAlliances())).toBe(true);
  });

  it('begins at the first page when a search carries a cursor of something else', async () => {
    const query: DirectoryQuery = {
      q: '失眠',
      near: null,
      kinds: [],
      technique: null,
      condition: null,
      district: null,
      alliance: null,
      open: null,
      expertThisWeek: false,
      features: [],
      radiusMetres: null,
      sort: null,
      limit: 5,
      cursor: null,
    };
    const first = await searchDirectory(query);
    expect(first.rows).toHaveLength(5);
    expect((await searchDirectory({ ...query, cursor: 'nonsense' })).rows).toEqual(first.rows);
  });

  it('keeps a closed place reachable by its id, and out of search and lists', async () => {
    await database.sql.query("UPDATE facility SET status = 'closed' WHERE id = $1", [CENTRE]);
    await expect
      .poll(async () => (await getFacility(CENTRE))?.facility.status, { timeout: 20_000, interval: 50 })
      .toBe('closed');
    expect((await getDistrict('310101'))?.centres.some(({ facility }) => facility.id === CENTRE)).toBe(false);
  });
});
