import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GET as healthRoute } from '@/app/api/health/route';
import { GET as ask } from '@/app/api/v1/[...path]/route';
import { GET as askFigures } from '@/app/api/v1/figures/route';
import { distanceMetres, wgs84 } from '@/lib/core/geo';
import { OPERATIONS } from '@/lib/public-directory/api/openapi';
import { facilityParametersSchema } from '@/lib/public-directory/api/parameters';
import { facilitySchema, jointClinicSchema, listOf, problemSchema } from '@/lib/public-directory/api/response-schemas';
import { stopSnapshot } from '@/lib/public-directory/snapshot';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
afterAll(stopSnapshot);

const BASE = 'http://localhost';
const HERE = wgs84(31.2, 121.44);
const NEAR = `near=${HERE.lat},${HERE.lon}`;
let clients = 0;

/** Every question comes from a client of its own, so that the rate limit stays out of the way. */
function request(path: string, headers: Record<string, string> = {}): Request {
  clients += 1;
  const address = `10.0.${Math.floor(clients / 250)}.${clients % 250}`;
  return new Request(BASE + path, { headers: { 'x-client-address': address, ...headers } });
}

const search = async (query: string) => await ask(request(`/api/v1/facilities?${query}`));
const facilityListSchema = listOf(facilitySchema);
const found = async (query: string) => facilityListSchema.parse(await (await search(query)).json());

const anyListSchema = z.object({ data: z.array(z.unknown()), next: z.string().nullable() });

/** Reads a list to its end. */
async function readAll(path: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = anyListSchema.parse(await (await ask(request(`${path}?limit=100${cursor}`))).json());
    rows.push(...page.data);
    if (page.next === null) return rows;
    cursor = `&cursor=${page.next}`;
  }
}

async function count(statement: string): Promise<number> {
  const { rows } = await database.sql.query<{ count: string }>(statement);
  return Number(rows[0]?.count);
}

describe('every operation', () => {
  it('answers what the OpenAPI document says', async () => {
    const id = (await found('kind=community_centre&limit=1')).data[0]?.id ?? '';
    const list = listOf(jointClinicSchema).parse(await (await ask(request('/api/v1/joint-clinics'))).json());
    const clinicId = list.data[0]?.id ?? '';
    const answers: Record<string, Response> = {
      listFacilities: await search(`${NEAR}&q=${encodeURIComponent('失眠')}`),
      getFacility: await ask(request(`/api/v1/facilities/${id}`)),
      listJointClinics: await ask(request('/api/v1/joint-clinics?alliance=south')),
      getJointClinic: await ask(request(`/api/v1/joint-clinics/${clinicId}`)),
      listJointClinicSessions: await ask(request(`/api/v1/joint-clinics/${clinicId}/sessions`)),
      listAlliances: await ask(request('/api/v1/alliances')),
      listDistricts: await ask(request('/api/v1/districts')),
      listConditions: await ask(request('/api/v1/conditions?limit=100')),
      listTechniques: await ask(request('/api/v1/techniques')),
      listFigures: await askFigures(request('/api/v1/figures')),
    };
    expect(Object.keys(answers).sort()).toEqual(OPERATIONS.map((operation) => operation.id).sort());
    for (const operation of OPERATIONS) {
      const answer = answers[operation.id];
      expect([operation.id, answer?.status]).toEqual([operation.id, 200]);
      expect(answer?.headers.get('content-type')).toBe('application/json');
      expect(answer?.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer?.headers.get('x-request-id')).toMatch(/^\w+-\w+$/);
      expect(operation.answer.safeParse(await answer?.json()).error?.message).toBeUndefined();
    }
  });

  it('reads every list to its end, each row once', async () => {
    const ids = z.array(z.object({ id: z.string() }));
    const codes = z.array(z.object({ code: z.string() }));
    const places = ids.parse(await readAll('/api/v1/facilities')).map(({ id }) => id);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBe(await count(`SELECT count(*) FROM facility WHERE status <> 'closed'`));
    expect(ids.parse(await readAll('/api/v1/joint-clinics'))).toHaveLength(134);
    expect(codes.parse(await readAll('/api/v1/conditions'))).toHaveLength(114);
    expect(codes.parse(await readAll('/api/v1/districts'))).toHaveLength(16);
    const four = codes.parse(await readAll('/api/v1/alliances')).map(({ code }) => code);
    expect(four.sort()).toEqual(['east', 'north', 'south', 'west']);
  });
});

describe('facilities', () => {
  it('come nearest first, with the distance from the very position given', async () => {
    const { data } = await found(`${NEAR}&limit=50`);
    expect(data).toHaveLength(50);
    const distances = data.map((row) => row.distanceMetres ?? Number.NaN);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    for (const { position, distanceMetres: said = Number.NaN } of data)
      expect(Math.abs(said - distanceMetres(HERE, wgs84(position.lat, position.lon)))).toBeLessThanOrEqual(1);
    expect(await count(`SELECT count(*) FROM facility WHERE id = '${data[0]?.id}'`)).toBe(1);
  });

  it('say what in them answers the question, only when there is one', async () => {
    const asked = await found(`${NEAR}&q=${encodeURIComponent('针灸')}`);
    expect(asked.data.length).toBeGreaterThan(0);
    for (const row of asked.data) expect(row.matches?.length).toBeGreaterThan(0);
    const unasked = await found(NEAR);
    expect(unasked.data.every((row) => row.matches === undefined)).toBe(true);
    expect((await found('limit=1')).data.every((row) => row.distanceMetres === undefined)).toBe(true);
  });

  it('keep to every filter at once', async () => {
    const { data } = await found(
      `${NEAR}&kind=community_centre&district=${encodeURIComponent('徐汇区')}&feature=step_free`,
    );
    expect(data.length).toBeGreaterThan(0);
    for (const row of data) {
      expect(row).toMatchObject({ kind: 'community_centre', districtCode: '310104', alliance: 'south' });
      expect(row.features).toContain('step_free');
    }
    for (const row of (await found(`${NEAR}&expert=week`)).data) expect(row.nextExpertSession).not.toBeNull();
    for (const row of (await found(`${NEAR}&radius=1500`)).data) expect(row.distanceMetres).toBeLessThanOrEqual(1500);
  });

  it('answer from anywhere on earth with the nearest', async () => {
    for (const near of ['0,0', '90,180', '-90,-180', '39.9,116.4', '31.2,-58.5'])
      expect((await found(`near=${near}&limit=3`)).data).toHaveLength(3);
  });

  it('are in the database exactly as told', async () => {
    const [row] = (await found(`${NEAR}&limit=1`)).data;
    const { rows } = await database.sql.query('SELECT name, latitude, longitude, origin FROM facility WHERE id = $1', [
      row?.id,
    ]);
    expect(rows[0]).toMatchObject({ name: row?.name, origin: row?.origin });
    expect([Number(rows[0]?.latitude), Number(rows[0]?.longitude)]).toEqual([row?.position.lat, row?.position.lon]);
  });
});

describe('what does not fit', () => {
  it.each([
    ['near=91,0', 'near'],
    ['near=1,2,3', 'near'],
    ['colour=red', 'colour'],
    ['limit=5&limit=5', 'limit'],
    ['limit=1000', 'limit'],
    ['district=999999', 'district'],
    ['technique=levitation', 'technique'],
    ['condition=hiccups-of-the-soul', 'condition'],
    ['cursor=bm9wZQ', 'cursor'],
    ['open=maybe', 'open'],
  ])('%s is a 400 problem that names the parameter', async (query, parameter) => {
    const answer = await search(query);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { errors = [] } = problemSchema.parse(await answer.json());
    expect(errors.map((error) => error.parameter)).toContain(parameter);
  });

  it('is a 404 problem for ids that do not exist, whatever they look like', async () => {
    for (const id of ['x', '', '../../etc/passwd', '%00', '__proto__', 'constructor', '龘'.repeat(500)]) {
      const part = encodeURIComponent(id);
      for (const path of [`facilities/${part}`, `joint-clinics/${part}`, `joint-clinics/${part}/sessions`]) {
        const answer = await ask(request(`/api/v1/${path}`));
        expect(answer.status).toBe(404);
        problemSchema.parse(await answer.json());
      }
    }
  });

  it('is a 405 problem for methods that write', async () => {
    const answer = await ask(new Request(`${BASE}/api/v1/facilities`, { method: 'POST' }));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    problemSchema.parse(await answer.json());
  });

  it('is never an error of ours, whatever is asked', async () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(facilityParametersSchema.shape)), fc.string());
    const words = fc.constantFrom(
      '腰痛',
      '失眠 周六上午',
      'yaotong',
      '31.2,121.4',
      '今晚',
      '徐汇',
      '0',
      '-1',
      'now',
      '💊',
      '\u0000',
    );
    const values = fc.oneof(words, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    const pairs = fc.array(fc.tuple(names, values), { maxLength: 5 });
    const queries = fc.oneof(
      pairs.map((all) => all.map(([name, value]) => `${name}=${safeEncode(value)}`).join('&')),
      fc.tuple(values, values).map(([q, cursor]) => `${NEAR}&q=${safeEncode(q)}&cursor=${safeEncode(cursor)}`),
      values.map((q) => `q=${safeEncode(q)}`),
      fc.webQueryParameters(),
    );
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        expect([200, 400]).toContain((await search(query)).status);
      }),
      { numRuns: 400 },
    );
  });

  it('is said of sessions too', async () => {
    const [row] = listOf(jointClinicSchema).parse(await (await ask(request('/api/v1/joint-clinics'))).json()).data;
    const status = async (query: string) =>
      (await ask(request(`/api/v1/joint-clinics/${row?.id}/sessions?${query}`))).status;
    expect(await status('from=2026-11-01&to=2027-01-31')).toBe(200);
    expect(await status('from=2026-11-01&to=2027-02-01')).toBe(400);
    expect(await status('from=2026-11-02&to=2026-11-01')).toBe(400);
    expect(await status('from=9999-12-31')).toBe(400);
    expect(await status('from=0001-01-01')).toBe(400);
    expect(await status('from=yesterday')).toBe(400);
  });
});

describe('validators and limits', () => {
  it('answers 304 while nothing has changed', async () => {
    const first = await search(NEAR);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const second = await ask(request(`/api/v1/facilities?${NEAR}`, { 'if-none-match': etag }));
    expect(second.status).toBe(304);
    expect(first.headers.get('cache-control')).toMatch(/^private/);
    expect((await search('limit=1')).headers.get('cache-control')).toMatch(/^public/);
  });

  it('stops a client that asks without end, and tells when to come back', async () => {
    const address = { 'x-client-address': '203.0.113.9' };
    let answer = await ask(request('/api/v1/districts', address));
    for (let asked = 1; asked < 2000 && answer.status === 200; asked++)
      answer = await ask(request('/api/v1/districts', address));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(answer.headers.get('ratelimit')).toContain('r=0');
    problemSchema.parse(await answer.json());
    expect((await search('limit=1')).status).toBe(200);
  });

  it('says how database and snapshot are', async () => {
    // on a busy machine the first connections may take longer than the check waits
    const state = async () => {
      const answer = await healthRoute();
      expect(answer.status).toBe(200);
      return z.looseObject({ status: z.string() }).parse(await answer.json());
    };
    await expect.poll(async () => (await state()).status, { timeout: 20_000 }).toBe('ok');
    expect(await state()).toMatchObject({
      version: expect.any(String),
      snapshot: { state: 'ready', facilities: 2243 },
    });
  });
});

/** Percent-encodes what can be; a lone surrogate stays as it is. */
function safeEncode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
