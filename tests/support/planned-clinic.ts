import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { addDays, civilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import { changeClinicPlan } from '@/lib/joint-clinics/commands';
import type { planChangeSchema } from '@/lib/joint-clinics/plan-schema';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { buildersOn } from '@/prisma/seed/builders';
import { actorWith } from './actors';
import type { TestDatabase } from './database';

// A clinic with a weekly Wednesday morning for tests of what changes its plan. Today is Wednesday, 18 November 2026.

export const OFFICER = actorWith({ role: 'alliance_officer', allianceCode: 'east' }, { displayName: '东部办公室' });
export const WHY = { reason: '专家外出会诊', reasonEn: 'The expert is away' };

export type Change = z.input<typeof planChangeSchema>;
type Slot = Omit<Extract<Change, { kind: 'addLine' }>, 'kind'>;
export type PlannedClinic = Awaited<ReturnType<typeof plannedClinicOn>>;

/** Its Wednesdays of November and December. */
export const WEDNESDAYS = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((week) => addDays(civilDate('2026-11-04'), week * 7));
const MONTHS = { from: civilDate('2026-11-01'), to: civilDate('2026-12-31') };

/** A new clinic of its own centre, with its expert and another one who is assigned but not planned. */
export async function plannedClinicOn({ db }: Pick<TestDatabase, 'db'>) {
  const build = buildersOn(db, `plan-${randomBytes(6).toString('hex')}`);
  const centre = await build.centre();
  const { id } = await build.clinic(centre.id);
  const [expert, other] = [await build.expert(), await build.expert()];
  const line = await build.schedule(id, expert.id);
  await db.jointClinicExpert.create({
    data: { clinicId: id, expertId: other.id, hospitalId: 'shuguang', validFrom: new Date('2026-11-01') },
  });

  return {
    ...{ id, build, centreId: centre.id, lineId: line.id, expertId: expert.id, otherId: other.id },

    change: (change: Change, version: number | string = 1) =>
      changeClinicPlan(OFFICER, { clinicId: id, version, change }),

    /** A Friday afternoon as a form sends it. */
    slot: (part: Partial<Slot> = {}) => ({
      ...{ weekday: '5', half: 'pm' as Half, startsMinute: '13:30', endsMinute: '16:00', rhythm: 'weekly' as const },
      ...{ expertId: expert.id, from: '2026-11-18', until: '' },
      ...part,
    }),

    /** Its sessions of November and December, stopped ones with the cause. */
    planned: async (): Promise<string[]> => {
      const [found] = await listPlannedSessions(OFFICER, { ...MONTHS, clinicIds: [id] });
      const { expected = [], stopped = [] } = found?.plan ?? {};
      return [
        ...expected.map(({ date, half }) => `${date} ${half}`),
        ...stopped.map(({ date, half, cause }) => `${date} ${half} ${cause}`),
      ].sort();
    },

    lastEvent: async () =>
      await db.auditEvent.findFirst({ where: { objectId: id }, orderBy: { seq: 'desc' }, omit: { seq: true } }),
  };
}
