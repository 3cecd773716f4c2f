import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { definitionsOn } from '@/lib/indicators/definition-queries';
import { monthOf } from '@/lib/indicators/period-rules';
import { listDefinitions } from '@/lib/indicators/public-queries';
import { redefineIndicator } from '@/lib/indicators/redefine-commands';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });

async function latestOf(id: string) {
  const versions = (await listDefinitions()).find(([first]) => first.id === id);
  const latest = versions?.at(-1);
  if (!versions || !latest) throw new Error(`no ${id}`);
  return { versions, latest };
}

async function wordsFor(id: 'held_rate' | 'visits_new', change: object = {}) {
  const { latest } = await latestOf(id);
  const { name, nameEn, tellsEn, matters, mattersEn, numerator, numeratorEn, denominator, denominatorEn } = latest;
  return {
    ...{ id, version: latest.version, name, nameEn, tells: '应开诊次中实际开诊的占比（修订）', tellsEn },
    ...{ matters, mattersEn, numerator, numeratorEn },
    ...{ denominator: denominator ?? '', denominatorEn: denominatorEn ?? '' },
    ...{ goodDirection: 'up' as const, public: true, reviewer: '审核组', reason: '表述更清楚' },
    ...{ reviewedOn: '2026-11-10', nextReviewOn: '2027-11-10', validFrom: '2026-12-01', ...change },
  };
}

describe('redefineIndicator', () => {
  it('adds a version with author, reason and day; earlier periods keep theirs', async () => {
    expect(await redefineIndicator(city, await wordsFor('held_rate'))).toEqual({ ok: true, value: null });
    const { versions, latest } = await latestOf('held_rate');
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(latest).toMatchObject({ author: city.displayName, reason: '表述更清楚', validFrom: '2026-12-01' });
    const on = async (day: string) =>
      (await definitionsOn(civilDate(day))).find(({ id }) => id === 'held_rate')?.version;
    expect([await on('2019-01-01'), await on('2026-11-30'), await on('2026-12-01')]).toEqual([1, 1, 2]);
    const dashboard = await getDashboard(city, { unit: { level: 'city' }, period: monthOf(civilDate('2026-10-01')) });
    expect(dashboard?.tiles.find(({ definition }) => definition.id === 'held_rate')?.definition.version).toBe(1);
    const events = await database.db.auditEvent.findMany({ where: { objectType: 'Indicator', objectId: 'held_rate' } });
    expect(events.map(({ event, reason }) => [event, reason])).toEqual([['indicator.redefined', '表述更清楚']]);
  });

  it('keeps an indicator without a denominator without one', async () => {
    expect(
      (await redefineIndicator(city, await wordsFor('visits_new', { denominator: '甲乙', denominatorEn: 'AB' }))).ok,
    ).toBe(true);
    expect((await latestOf('visits_new')).latest).toMatchObject({ version: 2, denominator: null, denominatorEn: null });
  });

  it('tells who comes second, and refuses what does not fit', async () => {
    const stale = await redefineIndicator(city, await wordsFor('held_rate', { version: 1 }));
    expect(!stale.ok && stale.error.messageKey).toBe('targets.problem.stale');
    for (const [change, path] of [
      [{ name: '' }, 'name'],
      [{ nameEn: 'x' }, 'nameEn'],
      [{ reason: '' }, 'reason'],
      [{ reviewedOn: '2026-02-30' }, 'reviewedOn'],
      [{ validFrom: '2026-11-01' }, 'validFrom'],
      [{ validFrom: '2026-12-01' }, 'validFrom'],
    ] as const) {
      const answer = await redefineIndicator(city, await wordsFor('held_rate', { tells: '再改一次', ...change }));
      expect(answer.ok ? [] : answer.error.problems?.map((problem) => problem.path)).toContain(path);
    }
    const wanted = await wordsFor('held_rate', { tells: '两人同时', validFrom: '2027-03-01' });
    const answers = await Promise.all([redefineIndicator(city, wanted), redefineIndicator(city, wanted)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is not there for anybody else', async () => {
    for (const actor of [
      actorWith({ role: 'district_officer', districtCode: '310109' }),
      actorWith({ role: 'alliance_officer', allianceCode: 'north' }),
      actorWith({ role: 'auditor' }),
    ]) {
      const answer = await redefineIndicator(actor, await wordsFor('held_rate'));
      expect(!answer.ok && answer.error.code).toBe('NOT_FOUND');
    }
  });
});
