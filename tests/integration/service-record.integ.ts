import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { addDays, civilDate, dateInShanghai } from '@/lib/core/dates';
import { printedCode } from '@/lib/training/code-rules';
import { issueServiceRecord } from '@/lib/training/record-commands';
import { getServiceRecord } from '@/lib/training/record-queries';
import { verifyServiceRecord } from '@/lib/training/verify-record';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

const database = useDatabase('empty');
const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };
let world: ReviewWorld;
let clients = 0;
const someone = () => {
  clients += 1;
  return `10.3.0.${clients}`;
};

beforeAll(async () => {
  world = await reviewWorldOn(database);
  await world.record({}, { date: civilDate('2026-10-07') });
  await world.record({}, { date: civilDate('2026-10-14') });
});

const trainee = (part: Record<string, unknown> = {}) => ({
  kind: 'trainee' as const,
  id: world.own.traineeId,
  from: '2026-10-01',
  to: '2026-10-31',
  ...part,
});
const expert = () => ({ ...trainee(), kind: 'expert' as const, id: world.own.expertId });

describe('issueServiceRecord', () => {
  it.each(['trainee', 'centre_clerk', 'alliance_officer', 'city_officer'] as const)(
    'lets %s issue a trainee’s, counted from the records, and the trail tells it',
    async (role) => {
      const { code } = valueIn(await issueServiceRecord(world.own.as(role), trainee()));
      const record = await getServiceRecord(world.own.as(role), code);
      expect(record?.content).toMatchObject({ kind: 'trainee', held: 2, attended: 2, signed: 0, issuedAs: role });
      expect(await world.events(code)).toEqual(['serviceRecord.issued']);
    },
  );

  it('says nothing of days to come', async () => {
    const today = dateInShanghai(now());
    const actor = world.own.as('trainee');
    const { code } = valueIn(await issueServiceRecord(actor, trainee({ to: addDays(today, 20) })));
    expect((await getServiceRecord(actor, code))?.content).toMatchObject({ from: '2026-10-01', to: today });
    const ahead = trainee({ from: addDays(today, 1), to: addDays(today, 20) });
    expect(await issueServiceRecord(actor, ahead)).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });

  it.each(['expert', 'alliance_officer', 'city_officer'] as const)('lets %s issue an expert’s', async (role) => {
    const { code } = valueIn(await issueServiceRecord(world.own.as(role), expert()));
    expect((await getServiceRecord(world.own.as(role), code))?.content).toMatchObject({ kind: 'expert', came: 2 });
  });

  it('refuses whoever could not count all of it, or keeps no such record', async () => {
    for (const role of ['expert', 'district_officer', 'auditor'] as const)
      expect(await issueServiceRecord(world.own.as(role), trainee())).toEqual(NOT_FOUND);
    for (const role of ['trainee', 'centre_clerk', 'district_officer', 'auditor'] as const)
      expect(await issueServiceRecord(world.own.as(role), expert())).toEqual(NOT_FOUND);
    for (const role of ['trainee', 'centre_clerk', 'alliance_officer', 'expert'] as const) {
      expect(await issueServiceRecord(world.neighbour.as(role), trainee())).toEqual(NOT_FOUND);
      expect(await issueServiceRecord(world.neighbour.as(role), expert())).toEqual(NOT_FOUND);
    }
  });

  it.each([{ from: '2026-02-30' }, { from: '2026-11-01' }, { id: '../x' }])('refuses %j', async (part) => {
    expect(await issueServiceRecord(world.own.as('trainee'), trainee(part))).toMatchObject({
      error: { code: 'INVALID' },
    });
  });

  it('issued twice at the same instant is one record', async () => {
    const actor = world.own.as('trainee');
    const codes = await Promise.all([1, 2].map(async () => valueIn(await issueServiceRecord(actor, trainee())).code));
    expect(new Set(codes).size).toBe(1);
    expect(await world.events(codes[0] ?? '')).toEqual(['serviceRecord.issued']);
  });
});

describe('getServiceRecord', () => {
  it('of an expert is no business of a centre or a district, which see a part of it only', async () => {
    const { code } = valueIn(await issueServiceRecord(world.own.as('alliance_officer'), expert()));
    for (const role of ['centre_clerk', 'district_officer', 'trainee'] as const)
      expect(await getServiceRecord(world.own.as(role), code)).toBeNull();
    expect(await getServiceRecord(world.own.as('expert'), code)).not.toBeNull();
    expect(await getServiceRecord(world.neighbour.as('alliance_officer'), code)).toBeNull();
  });
});

describe('verifyServiceRecord', () => {
  it('tells anybody what a genuine record says, however the code is typed', async () => {
    const { code } = valueIn(await issueServiceRecord(world.own.as('centre_clerk'), trainee()));
    for (const typed of [code, printedCode(code), printedCode(code).toLowerCase()])
      expect(await verifyServiceRecord(typed, someone())).toMatchObject({
        state: 'genuine',
        content: { attended: 2, from: '2026-10-01' },
      });
  });

  it('knows no code that was not issued, and none whose content somebody has changed', async () => {
    for (const typed of ['', 'x', '0000-0000-0000-0000', '%00'])
      expect(await verifyServiceRecord(typed, someone())).toEqual({ state: 'unknown' });
    const { code } = valueIn(await issueServiceRecord(world.own.as('city_officer'), trainee()));
    expect(await verifyServiceRecord(code, someone())).toMatchObject({ state: 'genuine' });
    await database.sql.query(
      `UPDATE service_record SET content = jsonb_set(content, '{attended}', '99') WHERE code = $1`,
      [code],
    );
    expect(await verifyServiceRecord(code, someone())).toEqual({ state: 'unknown' });
  });

  it('answers a network sixty times an hour', async () => {
    const client = someone();
    for (let asked = 0; asked < 60; asked += 1)
      expect(await verifyServiceRecord('0000-0000-0000-0000', client)).toEqual({ state: 'unknown' });
    expect(await verifyServiceRecord('0000-0000-0000-0000', client)).toMatchObject({ state: 'limited' });
    expect(await verifyServiceRecord('0000-0000-0000-0000', someone())).toEqual({ state: 'unknown' });
  });
});
