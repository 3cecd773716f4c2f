import { describe, expect, it } from 'vitest';
import { dateInShanghai } from '@/lib/core/dates';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

const database = useDatabase('demo');
const TODAY = dateInShanghai(new Date(FIXED_NOW));

async function rows(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.sql.query<Record<string, unknown>>(statement, values)).rows;
}

/** The one value of a statement that answers one row of one column, as a number. */
async function number(statement: string, values: unknown[] = []): Promise<number> {
  const [row] = await rows(statement, values);
  return Number(Object.values(row ?? {})[0]);
}

describe('published totals', () => {
  it.each([
    ['districts', 'SELECT count(*) FROM district'],
    ['lead_hospitals', 'SELECT count(*) FROM lead_hospital'],
    ['centres', 'SELECT count(*) FROM community_centre'],
    ['stations', 'SELECT count(*) FROM service_station'],
    [
      'joint_clinics',
      `SELECT count(*) FROM joint_clinic_status WHERE status = 'operating' AND daterange(valid_from, valid_to) @> '${TODAY}'::date`,
    ],
    ['trainee_doctors', 'SELECT count(*) FROM trainee_doctor WHERE active'],
    [
      'dual_employed',
      `SELECT count(DISTINCT trainee_id) FROM dual_employment WHERE daterange(valid_from, valid_to) @> '${TODAY}'::date`,
    ],
    [
      'preparation_districts',
      `SELECT count(DISTINCT district_code) FROM preparation_dispensing JOIN facility ON id = facility_id
       WHERE daterange(valid_from, valid_to) @> '${TODAY}'::date`,
    ],
    ['specialty_projects_approved', "SELECT count(*) FROM specialty_project WHERE status = 'approved' AND batch = 1"],
    [
      'demonstration_stations_accepted_2022',
      'SELECT count(*) FROM demonstration_station WHERE extract(year FROM city_accepted_on) = 2022',
    ],
    [
      'demonstration_stations_accepted_2023',
      'SELECT count(*) FROM demonstration_station WHERE extract(year FROM city_accepted_on) = 2023',
    ],
    ['conditions', 'SELECT count(*) FROM condition JOIN condition_catalogue k ON k.id = catalogue_id WHERE current'],
    ['conditions_beyond_national', 'SELECT count(*) FROM condition WHERE beyond_national'],
    ['famous_physician_teams', 'SELECT count(*) FROM famous_physician_team'],
  ])('%s are as many as published', async (key, statement) => {
    expect(await number(statement)).toBe(await number('SELECT value FROM published_figure WHERE key = $1', [key]));
  });

  it('the figures add up as they were published', async () => {
    const figure = async (key: string) => await number('SELECT value FROM published_figure WHERE key = $1', [key]);
    expect((await figure('conditions')) - (await figure('conditions_beyond_national'))).toBe(70);
    expect((await figure('specialty_projects_approved')) / (await figure('specialty_projects_planned'))).toBe(0.38);
    expect(Math.round((await figure('centres')) * 0.8)).toBe(199);
    expect(await figure('specialty_projects_planned')).toBeGreaterThanOrEqual((await figure('centres')) * 0.8);
    const accepted =
      (await figure('demonstration_stations_accepted_2022')) + (await figure('demonstration_stations_accepted_2023'));
    expect(accepted).toBe(112);
    expect(accepted).toBeLessThanOrEqual(await figure('demonstration_stations_planned'));
  });

  it('a centre offers 60 conditions or more on average, a station 6 to 20', async () => {
    const [centre] = await rows(
      `SELECT avg(n)::float AS mean, min(n)::int AS least, max(n)::int AS most FROM
         (SELECT count(*) AS n FROM facility_condition JOIN community_centre USING (facility_id) GROUP BY facility_id)`,
    );
    expect(centre?.mean).toBeGreaterThanOrEqual(
      await number("SELECT value FROM published_figure WHERE key = 'mean_conditions_per_centre'"),
    );
    expect(centre?.mean).toBeLessThanOrEqual(66);
    expect(centre).toMatchObject({ least: expect.toSatisfy((n) => n >= 38), most: expect.toSatisfy((n) => n <= 92) });
    const [station] = await rows(
      `SELECT min(n)::int AS least, max(n)::int AS most, count(*)::int AS stations FROM
         (SELECT count(*) AS n FROM facility_condition JOIN service_station USING (facility_id) GROUP BY facility_id)`,
    );
    expect(station).toEqual({ least: 6, most: 20, stations: 1_986 });
  });
});

describe('the four alliances', () => {
  it('hold the districts, centres, stations and clinics the documents give them', async () => {
    const perAlliance = await rows(
      `SELECT a.code, lead.facility_id AS lead,
         array_agg(DISTINCT d.name ORDER BY d.name) AS districts,
         count(*) FILTER (WHERE f.kind = 'community_centre')::int AS centres,
         count(*) FILTER (WHERE f.kind = 'service_station')::int AS stations,
         count(*) FILTER (WHERE f.kind = 'partner_hospital')::int AS partners,
         (SELECT count(*)::int FROM joint_clinic j WHERE j.hospital_id = lead.facility_id) AS clinics
       FROM alliance a
       JOIN alliance_membership m ON m.alliance_code = a.code AND m.district_code IS NOT NULL
        AND daterange(m.valid_from, m.valid_to) @> $1::date
       JOIN alliance_membership lead ON lead.alliance_code = a.code AND lead.role = 'lead'
       JOIN district d ON d.code = m.district_code
       LEFT JOIN facility f ON f.district_code = d.code
       WHERE a.kind = 'regional' GROUP BY a.code, lead.facility_id, a.sort_order ORDER BY a.sort_order`,
      [TODAY],
    );
    expect(perAlliance.map(({ code, lead, centres, partners }) => ({ code, lead, centres, partners }))).toEqual([
      { code: 'east', lead: 'shuguang', centres: 87, partners: 1 },
      { code: 'south', lead: 'longhua', centres: 75, partners: 1 },
      { code: 'west', lead: 'shanghai-tcm', centres: 49, partners: 1 },
      { code: 'north', lead: 'yueyang', centres: 38, partners: 1 },
    ]);
    expect(perAlliance.map(({ districts }) => (Array.isArray(districts) ? [...districts].sort() : districts))).toEqual(
      [
        ['浦东新区', '黄浦区', '宝山区', '松江区'],
        ['徐汇区', '长宁区', '闵行区', '奉贤区', '金山区'],
        ['静安区', '普陀区', '嘉定区', '青浦区'],
        ['虹口区', '杨浦区', '崇明区'],
      ].map((names) => names.sort()),
    );
    const sum = (key: string) => perAlliance.reduce((total, row) => total + Number(row[key]), 0);
    expect({ centres: sum('centres'), stations: sum('stations'), clinics: sum('clinics') }).toEqual({
      centres: 249,
      stations: 1_986,
      clinics: 134,
    });
  });

  it('send experts of their own lead hospital to their own centres only', async () => {
    const strangers = await rows(
      `SELECT j.id FROM joint_clinic j JOIN community_centre c ON c.facility_id = j.centre_id
       JOIN alliance_membership m ON m.district_code = c.district_code
       JOIN alliance_membership lead ON lead.alliance_code = m.alliance_code AND lead.role = 'lead'
        AND lead.alliance_kind = 'regional'
       WHERE lead.facility_id <> j.hospital_id`,
    );
    expect(strangers).toEqual([]);
  });

  it('are crossed by three specialty alliances with members in every region', async () => {
    const regions = await rows(
      `SELECT s.code, count(DISTINCT r.alliance_code)::int AS regions FROM alliance s
       JOIN alliance_membership m ON m.alliance_code = s.code JOIN facility f ON f.id = m.facility_id
       JOIN alliance_membership r ON r.district_code = f.district_code WHERE s.kind = 'specialty' GROUP BY s.code`,
    );
    expect(regions).toHaveLength(3);
    for (const { regions: count } of regions) expect(count).toBe(4);
  });
});

describe('the places', () => {
  it('stand under a centre of the same district, and of the same subdistrict where it has one', async () => {
    const misplaced = await rows(
      `SELECT s.facility_id FROM service_station s JOIN facility f ON f.id = s.facility_id
       JOIN facility c ON c.id = s.centre_id
       WHERE c.district_code <> f.district_code OR (c.subdistrict_code <> f.subdistrict_code AND EXISTS (
         SELECT 1 FROM facility o WHERE o.kind = 'community_centre' AND o.subdistrict_code = f.subdistrict_code))`,
    );
    expect(misplaced).toEqual([]);
  });

  it('are more to a centre in the suburbs than in the central districts', async () => {
    const [share] = await rows(
      `SELECT count(*) FILTER (WHERE central)::float / count(DISTINCT centre_id) FILTER (WHERE central) AS central,
              count(*) FILTER (WHERE NOT central)::float / count(DISTINCT centre_id) FILTER (WHERE NOT central) AS suburban
       FROM service_station JOIN district ON code = district_code`,
    );
    expect(Number(share?.suburban)).toBeGreaterThan(Number(share?.central) * 1.4);
    expect(await number('SELECT count(DISTINCT centre_id) FROM service_station')).toBe(249);
  });

  it('say what is known and what is made up', async () => {
    const origins = await rows('SELECT kind, origin, count(*)::int AS n FROM facility GROUP BY 1, 2 ORDER BY 1, 2');
    expect(origins).toEqual([
      { kind: 'lead_hospital', origin: 'fact', n: 4 },
      { kind: 'partner_hospital', origin: 'demonstration', n: 4 },
      { kind: 'community_centre', origin: 'fact', n: 249 },
      { kind: 'service_station', origin: 'demonstration', n: 1_986 },
    ]);
    expect(
      await number("SELECT count(*) FROM facility WHERE kind = 'community_centre' AND source NOT LIKE '%演示数据%'"),
    ).toBe(0);
    for (const table of ['expert', 'trainee_doctor', 'joint_clinic', 'clinic_schedule', 'hospital_preparation'])
      expect(await number(`SELECT count(*) FROM ${table} WHERE origin <> 'demonstration'`)).toBe(0);
  });

  it('have telephone numbers that nobody can dial, and never an invented one for a real hospital', async () => {
    expect(
      await number("SELECT count(*) FROM facility WHERE phone IS NOT NULL AND phone !~ '^021-0[0-9]{3}-[0-9]{4}$'"),
    ).toBe(0);
    expect(await number("SELECT count(*) FROM facility WHERE kind = 'lead_hospital' AND phone IS NOT NULL")).toBe(0);
    expect(await number('SELECT count(*) - count(DISTINCT phone) FROM facility WHERE phone IS NOT NULL')).toBe(0);
  });

  it('have techniques in the numbers of a TCM hall, a corner and a station', async () => {
    const spread = await rows(
      `SELECT f.kind, c.tcm_area, min(n)::int AS least, max(n)::int AS most FROM
         (SELECT facility_id, count(*) AS n FROM facility_technique GROUP BY 1) t
       JOIN facility f ON f.id = t.facility_id LEFT JOIN community_centre c USING (facility_id)
       WHERE f.kind IN ('community_centre', 'service_station') GROUP BY 1, 2`,
    );
    for (const { kind, tcm_area, least, most } of spread) {
      const [from, to] = kind === 'service_station' ? [2, 7] : tcm_area === 'hall' ? [10, 15] : [8, 9];
      expect({ kind, least, most }).toEqual({
        kind,
        least: expect.toSatisfy((n) => n >= from),
        most: expect.toSatisfy((n) => n <= to),
      });
    }
    expect(
      await number(
        `SELECT count(*) FROM facility f WHERE NOT EXISTS (SELECT 1 FROM opening_hours o WHERE o.facility_id = f.id)`,
      ),
    ).toBe(0);
  });
});
