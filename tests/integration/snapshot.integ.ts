import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { buildIndex, type Directory } from '@/lib/public-directory/directory-index';
import { readRecords } from '@/lib/public-directory/records/read-records';
import type { DirectoryRecords } from '@/lib/public-directory/records-schema';
import { SnapshotHolder } from '@/lib/public-directory/snapshot-holder';
import { DirectoryUnavailableError } from '@/lib/public-directory/unavailable';
import { openCuttableProxy } from '@/tests/support/cuttable-proxy';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
const NEVER_POLLS = { pollMs: 600_000, backoffMs: 50, longestBackoffMs: 200 };
const POLLS_OFTEN = { pollMs: 200, backoffMs: 50, longestBackoffMs: 200 };
const CENTRE = 'centre-310101-02';

const assemble = (records: DirectoryRecords): Directory => ({ records, index: buildIndex(records) });
const holders: SnapshotHolder<Directory>[] = [];

function open(timing = NEVER_POLLS, url = database.url): SnapshotHolder<Directory> {
  const holder = new SnapshotHolder(() => url, assemble, timing);
  holders.push(holder);
  return holder;
}

/** Loads, and answers the time a change may take: two seconds, more on a machine that is busy with other things. */
async function loadAllowance(holder: SnapshotHolder<Directory>): Promise<number> {
  const started = performance.now();
  await holder.current();
  return 1000 + Math.max(1000, 5 * (performance.now() - started));
}

const phoneIn = (holder: SnapshotHolder<Directory>) => holder.peek()?.index.facilities.get(CENTRE)?.phone;
const setPhone = (phone: string) => database.sql.query('UPDATE facility SET phone = $1 WHERE id = $2', [phone, CENTRE]);
const feeds = "application_name = 'tcm-directory-feed' AND datname = current_database()";
const listening = async () => {
  const found = await database.sql.query(`SELECT 1 FROM pg_stat_activity WHERE ${feeds} AND query NOT LIKE 'LISTEN%'`);
  return found.rowCount;
};

afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.stop();
});

describe('the records', () => {
  let records: DirectoryRecords;
  beforeAll(async () => {
    const connection = await openConnection(database.url, 'test');
    records = await readRecords(connection);
    await closeConnection(connection);
  });

  const count = async (sql: string) => {
    const found = await database.sql.query<{ count: number }>(`SELECT (${sql})::int AS count`);
    return found.rows[0]?.count;
  };
  const inCatalogue = 'catalogue_id = (SELECT id FROM condition_catalogue WHERE current)';
  const lengths = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, list) => sum + list.length, 0);

  it.each<[string, (all: DirectoryRecords) => number, string]>([
    ['facilities', (all) => all.facilities.length, 'SELECT count(*) FROM facility'],
    ['districts', (all) => all.districts.length, 'SELECT count(*) FROM district'],
    ['subdistricts', (all) => all.subdistricts.length, 'SELECT count(*) FROM subdistrict'],
    ['landmarks', (all) => all.landmarks.length, 'SELECT count(*) FROM landmark'],
    ['clinics', (all) => all.clinics.length, 'SELECT count(*) FROM joint_clinic'],
    ['conditions', (all) => all.conditions.length, `SELECT count(*) FROM condition WHERE ${inCatalogue}`],
    [
      'synonyms of conditions',
      (all) => lengths(all.conditions.map(({ synonyms }) => synonyms)),
      `SELECT count(*) FROM condition_synonym WHERE ${inCatalogue}`,
    ],
    ['techniques', (all) => all.techniques.length, 'SELECT count(*) FROM technique'],
    [
      'synonyms of techniques',
      (all) => lengths(all.techniques.map(({ synonyms }) => synonyms)),
      'SELECT count(*) FROM technique_synonym',
    ],
    ['preparations', (all) => all.preparations.length, 'SELECT count(*) FROM hospital_preparation'],
    ['holidays', (all) => all.holidays.length, 'SELECT count(*) FROM holiday'],
    ['figures', (all) => all.publishedFigures.length, 'SELECT count(*) FROM published_figure'],
    ['projects', (all) => all.projects.length, "SELECT count(*) FROM specialty_project WHERE status = 'approved'"],
    ['hours', (all) => lengths(all.facilities.map(({ hours }) => hours)), 'SELECT count(*) FROM opening_hours'],
    [
      'features',
      (all) => lengths(all.facilities.map(({ features }) => features)),
      'SELECT count(*) FROM facility_feature',
    ],
    [
      'techniques offered',
      (all) => lengths(all.facilities.map(({ techniqueCodes }) => techniqueCodes)),
      'SELECT count(*) FROM facility_technique',
    ],
    [
      'conditions offered',
      (all) => lengths(all.facilities.map(({ conditionCodes }) => conditionCodes)),
      `SELECT count(*) FROM facility_condition WHERE ${inCatalogue}`,
    ],
    [
      'stations with their centre',
      (all) => all.facilities.filter(({ centreId }) => centreId).length,
      'SELECT count(*) FROM service_station',
    ],
    [
      'statuses of clinics',
      (all) => lengths(all.clinics.map(({ statuses }) => statuses)),
      'SELECT count(*) FROM joint_clinic_status',
    ],
    [
      'conditions of clinics',
      (all) => lengths(all.clinics.map(({ conditionCodes }) => conditionCodes)),
      `SELECT count(*) FROM joint_clinic_condition WHERE ${inCatalogue}`,
    ],
    [
      'campuses',
      (all) => lengths(all.facilities.map(({ campuses }) => campuses)),
      'SELECT count(*) FROM hospital_campus',
    ],
    ['trainees', (all) => all.counts.trainees, 'SELECT count(*) FROM trainee_doctor WHERE active'],
    [
      'accepted demonstration stations',
      (all) => all.facilities.filter(({ demonstrationStation }) => demonstrationStation).length,
      'SELECT count(*) FROM demonstration_station WHERE city_accepted_on IS NOT NULL AND withdrawn_on IS NULL',
    ],
  ])('%s are as many as in the tables', async (_, inRecords, sql) => {
    const expected = await count(sql);
    expect(expected).toBeGreaterThan(0);
    expect(inRecords(records)).toBe(expected);
  });

  it('give every district its alliance and every facility its district’s', () => {
    expect(records.alliances.map(({ code, districtCodes }) => [code, districtCodes.length])).toEqual([
      ['east', 4],
      ['south', 5],
      ['west', 4],
      ['north', 3],
    ]);
    const ofDistrict = new Map(records.districts.map(({ code, alliance }) => [code, alliance]));
    const centres = records.facilities.filter(({ kind }) => kind === 'community_centre');
    expect(centres.every(({ districtCode, alliance }) => ofDistrict.get(districtCode) === alliance)).toBe(true);
  });

  it('keep equal lists once', () => {
    const hours = new Set(records.facilities.map((facility) => facility.hours));
    expect(hours.size).toBeLessThan(records.facilities.length / 2);
  });
});

describe('the snapshot', () => {
  it('follows a change within two seconds of its commit', async () => {
    const holder = open(NEVER_POLLS);
    const allowance = await loadAllowance(holder);
    await expect.poll(listening).toBe(1);
    await setPhone('021-0000-0001');
    await expect.poll(() => phoneIn(holder), { timeout: allowance, interval: 20 }).toBe('021-0000-0001');
    expect(holder.health()).toMatchObject({ state: 'ready', lastError: null });
  });

  it('follows a change in a second replica as well', async () => {
    const replicas = [open(NEVER_POLLS), open(NEVER_POLLS)];
    const allowances = await Promise.all(replicas.map(loadAllowance));
    await expect.poll(listening).toBe(2);
    await setPhone('021-0000-0002');
    for (const replica of replicas)
      await expect
        .poll(() => phoneIn(replica), { timeout: Math.max(...allowances), interval: 20 })
        .toBe('021-0000-0002');
  });

  it('follows a change by the poll when the announcement is lost', async () => {
    const holder = open(POLLS_OFTEN);
    await holder.current();
    const client = await database.sql.connect();
    try {
      // replication mode leaves the triggers out, as a restored backup would
      await client.query("BEGIN; SET LOCAL session_replication_role = 'replica'");
      await client.query('UPDATE facility SET phone = $1 WHERE id = $2', ['021-0000-0003', CENTRE]);
      await client.query('UPDATE directory_version SET version = version + 1');
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    await expect.poll(() => phoneIn(holder), { timeout: 5000, interval: 20 }).toBe('021-0000-0003');
  });

  it('comes back when the server ends its connection', async () => {
    const holder = open(NEVER_POLLS);
    await holder.current();
    await expect.poll(listening).toBe(1);
    await database.sql.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${feeds}`);
    await setPhone('021-0000-0004');
    await expect.poll(() => phoneIn(holder), { timeout: 5000, interval: 20 }).toBe('021-0000-0004');
  });

  it('reads a burst of changes a few times, not once for each', async () => {
    let loads = 0;
    const holder = new SnapshotHolder(
      () => database.url,
      (records) => {
        loads += 1;
        return assemble(records);
      },
      NEVER_POLLS,
    );
    holders.push(holder);
    await holder.current();
    await expect.poll(listening).toBe(1);
    for (let change = 1; change <= 40; change += 1) await setPhone(`021-0001-00${String(change).padStart(2, '0')}`);
    await expect.poll(() => phoneIn(holder), { timeout: 60_000, interval: 20 }).toBe('021-0001-0040');
    expect(loads).toBeLessThanOrEqual(12);
  });

  it('answers while the database is away, and catches up afterwards', async () => {
    const proxy = await openCuttableProxy(database.url);
    const holder = open(POLLS_OFTEN, proxy.url);
    const before = await holder.current();
    await expect.poll(() => holder.health().state).toBe('ready');
    await proxy.cut();
    await expect.poll(() => holder.health().state).toBe('stale');
    expect(await holder.current()).toBe(before);
    expect(holder.health()).toMatchObject({ facilities: 2243, version: before.records.version });
    await setPhone('021-0000-0005');
    await proxy.mend();
    await expect.poll(() => phoneIn(holder), { timeout: 10_000, interval: 20 }).toBe('021-0000-0005');
    await expect.poll(() => holder.health().state).toBe('ready');
    await holder.stop();
    await proxy.close();
  });

  it('says UNAVAILABLE when it was never read, and reads as soon as the database is there', async () => {
    const proxy = await openCuttableProxy(database.url);
    await proxy.cut();
    const holder = open(POLLS_OFTEN, proxy.url);
    const failure = await holder.current().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DirectoryUnavailableError);
    expect(failure).toMatchObject({ code: 'UNAVAILABLE' });
    expect(holder.health()).toMatchObject({ state: 'empty', version: null, lastError: 'ECONNREFUSED' });
    await proxy.mend();
    await expect.poll(() => holder.peek()?.records.facilities.length, { timeout: 10_000 }).toBe(2243);
    await holder.stop();
    await proxy.close();
  });
});
