import pg from 'pg';
import type { Asked } from './questions';

// The same question answered by PostgreSQL with indexes: the nearest twenty by GiST, filtered by condition or
// technique. It is spared what the portal's search does besides: understanding the words (the codes are handed in),
// times, sessions and the reasons of a match. The index exists in the benchmark's database only.

const CONCURRENCY = 32;

const PREPARE = [
  'CREATE EXTENSION IF NOT EXISTS cube',
  'CREATE EXTENSION IF NOT EXISTS earthdistance',
  `CREATE INDEX IF NOT EXISTS bench_facility_earth
     ON facility USING gist (ll_to_earth(latitude::float8, longitude::float8))`,
  'CREATE INDEX IF NOT EXISTS bench_facility_condition ON facility_condition (facility_id, condition_code)',
  'ANALYZE facility, facility_condition, facility_technique',
];

const NEAREST = `
  SELECT f.id, f.kind, f.name, f.name_en, f.short_name, f.district_code, f.subdistrict_code, f.latitude, f.longitude,
         f.exactness, f.address, f.address_en, f.phone, f.status, f.origin,
         earth_distance(ll_to_earth(f.latitude::float8, f.longitude::float8), ll_to_earth($1, $2)) AS distance,
         (SELECT json_agg(json_build_object('code', t.code, 'name', t.name, 'nameEn', t.name_en))
            FROM facility_technique ft JOIN technique t ON t.code = ft.technique_code
           WHERE ft.facility_id = f.id) AS techniques
    FROM facility f
   WHERE EXISTS (SELECT 1 FROM facility_condition c WHERE c.facility_id = f.id AND c.condition_code = ANY($3))
      OR EXISTS (SELECT 1 FROM facility_technique t WHERE t.facility_id = f.id AND t.technique_code = ANY($4))
   ORDER BY ll_to_earth(f.latitude::float8, f.longitude::float8) <-> ll_to_earth($1, $2)
   LIMIT 20`;

export type Codes = { conditions: string[]; techniques: string[] };
export type SqlSearch = {
  /** questions answered a second, at 32 at once */
  load(asked: readonly Asked[], codes: ReadonlyMap<string, Codes>, seconds: number): Promise<number>;
  close(): Promise<void>;
};

/** Opens the comparison on a database, making its indexes at the first time. */
export async function openSqlSearch(url: string): Promise<SqlSearch> {
  const pool = new pg.Pool({ connectionString: url, max: CONCURRENCY });
  for (const statement of PREPARE) await pool.query(statement);
  return {
    async load(asked, codes, seconds) {
      const started = performance.now();
      const until = started + seconds * 1000;
      let answered = 0;
      const ask = async (from: number) => {
        for (let at = from; performance.now() < until; at += CONCURRENCY) {
          const question = asked[at % asked.length];
          const wanted = question && codes.get(question.q);
          if (!question || !wanted) continue;
          const values = [question.lat, question.lon, wanted.conditions, wanted.techniques];
          const found = await pool.query({ name: 'nearest', text: NEAREST, values });
          JSON.stringify(found.rows);
          answered += 1;
        }
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, (_, index) => ask(index)));
      return answered / ((performance.now() - started) / 1000);
    },
    close: () => pool.end(),
  };
}
