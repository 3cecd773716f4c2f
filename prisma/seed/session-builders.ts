import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate, daysBetween, fromDbDate, instantInShanghai, toDbDate } from '@/lib/core/dates';
import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

type Overrides = Partial<Omit<Prisma.ClinicSessionUncheckedCreateInput, 'date' | 'clinicId'>>;

/** Four in the afternoon of a day, when most records are sent. */
const SENT_MINUTE = 16 * 60;

/** What an earlier version said: nothing that could be wrong. */
const NOTHING = { held: false, reason: 'cancelled', note: null, explanation: null };

/** Builders of clinic sessions for tests; a record is held as planned with the clinic's first expert unless told otherwise. */
export function sessionBuildersOn(db: Database) {
  return {
    /** A record of a clinic; its place is looked up, its state needs no more than `state`. */
    record: async (clinicId: string, date: CivilDate, overrides: Overrides = {}) => {
      const clinic = await db.jointClinic.findUniqueOrThrow({
        where: { id: clinicId },
        select: {
          centreId: true,
          hospitalId: true,
          centre: { select: { districtCode: true } },
          experts: { orderBy: { validFrom: 'asc' }, select: { expertId: true } },
        },
      });
      const expertId = clinic.experts[0]?.expertId ?? null;
      const { state = 'submitted', held = true } = overrides;
      const at = overrides.firstSubmittedAt ?? instantInShanghai(date, SENT_MINUTE);
      const sentOn = fromDbDate(new Date(new Date(at).getTime() + 8 * 3_600_000));
      const confirmed = state === 'confirmed' || state === 'accepted';
      return await db.clinicSession.create({
        data: {
          clinicId,
          centreId: clinic.centreId,
          hospitalId: clinic.hospitalId,
          districtCode: clinic.centre.districtCode,
          date: toDbDate(date),
          half: 'am',
          state,
          submissionId: randomUUID(),
          planned: expertId !== null,
          plannedExpertId: expertId,
          held,
          ...(held
            ? {
                expertPresence: expertId ? 'planned' : 'absent',
                expertId,
                mode: 'on_site',
                visitsNew: 4,
                visitsReturn: 8,
              }
            : { notHeldReason: 'cancelled' }),
          firstSubmittedAt: at,
          submittedAt: at,
          submittedByName: '测试',
          late: daysBetween(date, sentOn) > 3,
          ...(confirmed ? { confirmedAt: at, confirmedByName: '测试专家', confirmedAs: 'expert' } : {}),
          ...(state === 'accepted' ? { acceptedAt: at, acceptedByName: '测试审核' } : {}),
          ...(state === 'disputed' || state === 'returned' ? { dueOn: toDbDate(addDays(sentOn, 7)) } : {}),
          origin: 'demonstration',
          ...overrides,
        },
      });
    },

    /** A record with something in every table that hangs on it. */
    fullRecord: async (clinicId: string, date: CivilDate, overrides: Overrides = {}) => {
      const { centreId, conditions } = await db.jointClinic.findUniqueOrThrow({
        where: { id: clinicId },
        select: { centreId: true, conditions: true },
      });
      const [trainee, technique] = await Promise.all([
        db.traineeDoctor.findFirstOrThrow({ where: { centreId } }),
        db.technique.findFirstOrThrow({ orderBy: { sortOrder: 'asc' } }),
      ]);
      const at = instantInShanghai(date, SENT_MINUTE);
      const before = { version: 1, submissionId: randomUUID(), state: 'returned', content: NOTHING } as const;
      const said = { kind: 'returned', version: 1, text: '人次有误' } as const;
      return await sessionBuildersOn(db).record(clinicId, date, {
        conditions: {
          create: conditions.map(({ catalogueId, conditionCode }) => ({ catalogueId, conditionCode, visits: 1 })),
        },
        techniques: { create: { techniqueCode: technique.code, count: 2 } },
        trainees: { create: { traineeId: trainee.id, part: 'observing' } },
        versions: { create: { ...before, submittedAt: at, replacedAt: at } },
        messages: { create: { ...said, at, authorName: '测试', authorRole: 'district_officer' } },
        version: 2,
        ...overrides,
      });
    },
  };
}
