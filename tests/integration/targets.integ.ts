import { describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { parsePeriod } from '@/lib/indicators/period-rules';
import { changeTarget, setTarget, withdrawTarget } from '@/lib/indicators/target-commands';
import { getTarget, getTargetChoices, listTargets } from '@/lib/indicators/target-queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const district = actorWith({ role: 'district_officer', districtCode: '310109' });
const alliance = actorWith({ role: 'alliance_officer', allianceCode: 'north' });
const clerk = actorWith({ role: 'centre_clerk', centreId: 'centre-310109-01' });

let years = 2030;
const fresh = () => {
  years += 1;
  return { from: `${years}-01`, to: `${years}-12` };
};
const wanted = (change: object = {}) => ({
  ...{ indicatorId: 'held_rate', unit: 'district/310109', value: '90', source: '区级工作要点', reason: '与上年持平' },
  ...fresh(),
  ...change,
});

/** What was wrong, by field. */
function problemsOf(result: Result<unknown>): string[] {
  if (result.ok) return [];
  const { problems, code, messageKey } = result.error;
  return problems?.map(({ path, messageKey: key }) => `${path}: ${key.split('.').at(-1)}`) ?? [messageKey ?? code];
}

async function made(change: object = {}, actor = district): Promise<string> {
  const done = await setTarget(actor, wanted(change));
  if (!done.ok) throw new Error(problemsOf(done).join());
  return done.value.targetId;
}

const events = async (id: string) =>
  (
    await database.db.auditEvent.findMany({ where: { objectType: 'Target', objectId: id }, orderBy: { seq: 'asc' } })
  ).map(({ event, reason, districtCode }) => [event, reason, districtCode]);

describe('setTarget', () => {
  it('keeps the target with reason and trail, for officers of the district and of the city', async () => {
    for (const actor of [district, city]) {
      const id = await made({}, actor);
      const found = await getTarget(district, id);
      expect(found?.target).toMatchObject({
        value: 90,
        state: 'coming',
        reason: '与上年持平',
        figure: null,
        mine: true,
      });
      expect(await events(id)).toEqual([['target.set', '与上年持平', '310109']]);
    }
    expect(await made({ unit: 'alliance/north' }, city)).not.toBe('');
    expect(await made({ unit: 'city/shanghai' }, city)).not.toBe('');
  });

  it.each([
    [{ indicatorId: 'nothing' }, 'indicatorId: indicator'],
    [{ indicatorId: 'sessions_expected' }, 'indicatorId: neutral'],
    [{ indicatorId: 'preparation_districts' }, 'unit: level'],
    [{ unit: 'centre/x' }, 'unit: unit'],
    [{ from: '2027-13' }, 'from: month'],
    [{ from: '2026-11', to: '2026-12' }, 'from: begun'],
    [{ from: '2027-06', to: '2027-01' }, 'to: order'],
    [{ from: '2027-01', to: '2036-12' }, 'to: tooLong'],
    [{ value: '' }, 'value: value'],
    [{ value: '-1' }, 'value: value'],
    [{ value: '100.5' }, 'value: percent'],
    [{ value: '80.25' }, 'value: decimals'],
    [{ source: ' ' }, 'source: source'],
    [{ reason: '无' }, 'reason: reason'],
    [{ reason: '长'.repeat(301) }, 'reason: long'],
  ])('refuses %j', async (change, problem) => {
    expect(problemsOf(await setTarget(district, wanted(change)))).toContain(problem);
  });

  it('is not there for a neighbour, a wider unit, or whoever sets none', async () => {
    for (const unit of ['district/310104', 'alliance/north', 'city/shanghai', 'district/999999'])
      expect(problemsOf(await setTarget(district, wanted({ unit })))).toEqual(['NOT_FOUND']);
    for (const actor of [alliance, clerk, actorWith({ role: 'auditor' })])
      expect(problemsOf(await setTarget(actor, wanted()))).toEqual(['NOT_FOUND']);
  });

  it('takes one target at a time, also of two who send at once or one who sends twice', async () => {
    const once = wanted();
    const answers = await Promise.all([setTarget(district, once), setTarget(city, once), setTarget(district, once)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(['from: overlaps', 'targets.problem.stale']).toContain(problemsOf(answer)[0]);
    expect(problemsOf(await setTarget(district, { ...once, from: once.to }))).toEqual(['from: overlaps']);
  });
});

describe('a target that is set', () => {
  const words = { source: '会议纪要', reason: '目标调高' };

  it('is changed and taken back until its period begins, each with its reason', async () => {
    const id = await made();
    expect(await changeTarget(district, { id, version: 1, value: '92.5', ...words })).toEqual({
      ok: true,
      value: null,
    });
    expect((await getTarget(district, id))?.target).toMatchObject({ value: 92.5, version: 2, source: '会议纪要' });
    expect(problemsOf(await changeTarget(district, { id, version: 1, value: '93', ...words }))).toEqual([
      'targets.problem.stale',
    ]);
    expect(problemsOf(await changeTarget(district, { id, version: 2, value: '930', ...words }))).toEqual([
      'value: percent',
    ]);
    expect((await withdrawTarget(district, { id, version: 2, reason: '指标调整' })).ok).toBe(true);
    expect(await getTarget(district, id)).toBeNull();
    expect((await events(id)).map(([event]) => event)).toEqual(['target.set', 'target.changed', 'target.withdrawn']);
  });

  it('stays once its period has begun, whoever asks', async () => {
    const id = 'held-rate-310109-2026';
    for (const actor of [district, city]) {
      const change = await changeTarget(actor, { id, version: 1, value: '10', ...words });
      expect(problemsOf(change)).toEqual(['targets.problem.fixed']);
      const withdrawal = await withdrawTarget(actor, { id, version: 1, reason: '撤回它' });
      expect(problemsOf(withdrawal)).toEqual(['targets.problem.fixed']);
    }
    await expect(database.sql.query('UPDATE indicator_target SET value = 10 WHERE id = $1', [id])).rejects.toThrow();
  });

  it('is not a neighbour’s', async () => {
    const id = await made({ unit: 'district/310104' }, city);
    expect(problemsOf(await changeTarget(district, { id, version: 1, value: '1', ...words }))).toEqual(['NOT_FOUND']);
    expect(problemsOf(await withdrawTarget(district, { id, version: 1, reason: '撤回它' }))).toEqual(['NOT_FOUND']);
    expect(await getTarget(district, id)).toBeNull();
  });
});

describe('targets and what was reached', () => {
  it('are told of the units that a reader has, with the figures of the dashboards', async () => {
    const period = parsePeriod('2026', dateInShanghai(now()));
    if (!period) throw new Error('no period');
    const rows = await listTargets(city, { state: 'running' });
    expect(new Set(rows.map(({ unit }) => unit.level))).toEqual(new Set(['city', 'district']));
    let compared = 0;
    const dashboard = await getDashboard(city, { unit: { level: 'city' }, period });
    for (const row of rows.filter(({ unit }) => unit.level === 'district')) {
      const child = dashboard?.children.find(({ unit }) => unit.code === row.unit.code);
      expect(row.figure).toEqual(child?.figures[row.definition.id]);
      expect(row.distance?.reached).toBe((row.distance?.left ?? 0) === 0);
      compared += 1;
    }
    expect(compared).toBe(48);
    const codes = async (actor: typeof city) =>
      [...new Set((await listTargets(actor, { state: 'running' })).map(({ unit }) => unit.code))].sort();
    expect(await codes(district)).toEqual(['310109']);
    expect(await codes(alliance)).toEqual(['310109', '310110', '310151']);
    expect(await codes(actorWith({ role: 'expert', expertId: 'x' }))).toEqual([]);
    // a clerk sees what the district aims at, and not where it stands
    expect((await listTargets(clerk, { state: 'running' })).map(({ unit, figure }) => [unit.code, figure])).toEqual([
      ...[0, 1, 2].map(() => ['310109', null]),
    ]);
  });

  it('offers units and indicators to those who may set them', async () => {
    expect((await getTargetChoices(city))?.units).toHaveLength(21);
    expect((await getTargetChoices(district))?.units.map(({ code }) => code)).toEqual(['310109']);
    expect((await getTargetChoices(district))?.definitions.map(({ id }) => id)).not.toContain('sessions_expected');
    expect(await getTargetChoices(alliance)).toBeNull();
    expect(await getTargetChoices(clerk)).toBeNull();
  });
});
