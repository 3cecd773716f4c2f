import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { exportMentorComparison } from '@/lib/exports/mentor-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { getMentorComparison } from '@/lib/training/mentor-queries';
import type { MentorComparison } from '@/lib/training/mentor-schema';
import { useDatabase } from '@/tests/support/database';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

// Today is Wednesday, 18 November 2026: twelve months begin with December 2025, six with June, three with September.

const database = useDatabase('empty');
let world: ReviewWorld;

beforeAll(async () => {
  world = await reviewWorldOn(database);
  const { traineeId, expertId } = world.own;
  const there = (part: 'observing' | 'leading', conditionCode = 'A07.06.19') => ({
    expertId,
    trainees: { create: { traineeId, part } },
    conditions: { create: { catalogueId: 'example-2023', conditionCode, visits: 3 } },
  });
  const on = (text: string) => ({ date: civilDate(text) });
  await world.record(there('leading'), on('2026-02-04'));
  await world.record(there('observing', 'A04.04.04.01'), on('2026-09-02'));
  await world.record(there('observing'), on('2026-10-07'));
  await world.record({ expertId, trainees: undefined }, on('2026-10-14'));
  // counts nowhere: before the twelve months, not held, withdrawn, held by nobody
  await world.record(there('leading', 'A04.01.13'), on('2025-11-26'));
  await world.record({ held: false, expertId: null }, on('2026-10-21'));
  await world.record({ ...there('leading'), state: 'withdrawn' }, on('2026-10-28'));
  await world.record({ trainees: undefined, expertPresence: 'absent', expertId: null }, on('2026-11-04'));
  await world.record({}, { side: 'neighbour', date: civilDate('2026-10-07') });
  for (const side of [world.own, world.neighbour])
    await database.db.traineeDoctor.update({ where: { id: side.traineeId }, data: { mentorId: side.expertId } });
});

async function seenBy(role: Parameters<ReviewWorld['own']['as']>[0]): Promise<MentorComparison> {
  const comparison = await getMentorComparison(world.own.as(role));
  if (!comparison) throw new Error(`${role} may not compare`);
  return comparison;
}

describe('getMentorComparison', () => {
  it.each(['centre_clerk', 'district_officer', 'alliance_officer', 'city_officer', 'auditor'] as const)(
    'counts what a mentor carries for %s',
    async (role) => {
      const { mentors } = await seenBy(role);
      expect(mentors.find(({ id }) => id === world.own.expertId)).toMatchObject({
        ...{ trainees: 1, halfDaysAWeek: 1, heldLately: 3, held: 4, withTrainee: 3 },
        led: { people: 1, least: 1, most: 1 },
        conditions: { people: 1, least: 2, most: 2 },
      });
      const wide = role === 'city_officer' || role === 'auditor';
      expect(mentors.some(({ id }) => id === world.neighbour.expertId)).toBe(wide);
    },
  );

  it('names who had the time and did not lead for six months', async () => {
    const { gaps, trainees, days } = await seenBy('alliance_officer');
    expect(days).toEqual({ three: '2026-09-01', six: '2026-06-01', twelve: '2025-12-01', today: '2026-11-18' });
    expect(trainees.find(({ id }) => id === world.own.traineeId)).toMatchObject({ attended: 3, led: 1, ledLately: 0 });
    expect(gaps.noLeading.map(({ id }) => id)).toContain(world.own.traineeId);
    expect(gaps.noMentor.map(({ id }) => id)).not.toContain(world.own.traineeId);
  });

  it('is for nobody whose own figures these are', async () => {
    expect(await getMentorComparison(world.own.as('expert'))).toBeNull();
    expect(await getMentorComparison(world.own.as('trainee'))).toBeNull();
  });
});

describe('exportMentorComparison', () => {
  it('says in a workbook what the page says, and stands in the trail', async () => {
    const actor = world.own.as('alliance_officer', 'taking-mentors-out');
    const made = await exportMentorComparison(actor, await fileLanguage('zh-CN'));
    if (!made.ok) throw new Error(made.error.code);
    const parts: Uint8Array[] = [];
    for await (const part of made.value.body) parts.push(part);
    const [mentors, spreads, trainees] = await readXlsxFile(Buffer.concat(parts));
    const comparison = await seenBy('alliance_officer');
    expect(mentors?.data.slice(1).map((row) => [row[2], row[5]])).toEqual(
      comparison.mentors.map(({ trainees: led, held }) => [led, held]),
    );
    expect(spreads?.data).toHaveLength(5);
    expect(trainees?.data.slice(1).map((row) => [row[4], row[5], row[7]])).toEqual(
      comparison.trainees.map(({ attended, led, conditions }) => [attended, led, conditions]),
    );
    const { event, objectLabel } = await database.db.auditEvent.findFirstOrThrow({
      where: { accountId: actor.accountId },
      orderBy: { seq: 'desc' },
    });
    expect([event, objectLabel]).toEqual(['export.made', 'Mentors']);
  });
});
