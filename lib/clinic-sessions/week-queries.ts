import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Half } from '@/lib/directory/schema';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { compareSessions } from '@/lib/joint-clinics/rules';
import { getSessionForm } from './form-queries';
import type { SessionForm } from './form-schema';

type Slot = { clinicId: string; date: CivilDate; half: Half };

/** A week of a centre: the forms of its sessions up to today, its sessions still to come, and its clinics. */
export type WeekOfForms = {
  forms: SessionForm[];
  toCome: (Slot & { clinicName: string; clinicNameEn: string })[];
  clinics: { id: string; name: string; nameEn: string }[];
};

/**
 * The forms of every session of a week that was expected, logged or asked for in addition, by date; those of days to
 * come only by name. Empty for whoever may not log.
 * @param monday the first day of the week
 */
export async function listWeekForms(actor: Actor, monday: CivilDate, extra: readonly Slot[]): Promise<WeekOfForms> {
  if (!mayI(actor, 'create', 'ClinicSession')) return { forms: [], toCome: [], clinics: [] };
  const [today, sunday] = [dateInShanghai(now()), addDays(monday, 6)];
  const [plans, logged] = await Promise.all([
    listPlannedSessions(actor, { from: monday, to: sunday }),
    db().clinicSession.findMany({
      where: {
        AND: [whereFor(actor, 'read', 'ClinicSession'), { date: { gte: toDbDate(monday), lte: toDbDate(sunday) } }],
      },
      select: { clinicId: true, date: true, half: true },
    }),
  ]);
  const expected = plans.flatMap(({ plan, ...clinic }) => plan.expected.map((session) => ({ ...clinic, ...session })));
  const slots = distinct([
    ...expected,
    ...logged.map((row) => ({ ...row, date: fromDbDate(row.date) })),
    ...extra.filter(({ date }) => date >= monday && date <= sunday),
  ]).filter(({ date }) => date <= today);
  const forms = await Promise.all(slots.map((slot) => getSessionForm(actor, slot)));
  return {
    forms: forms.filter((form) => form !== null),
    toCome: expected.filter(({ date }) => date > today).sort(compareSessions),
    clinics: plans.map(({ clinicId, clinicName, clinicNameEn }) => ({
      id: clinicId,
      name: clinicName,
      nameEn: clinicNameEn,
    })),
  };
}

function distinct(slots: readonly Slot[]): Slot[] {
  const byKey = new Map(
    slots.map(({ clinicId, date, half }) => [`${clinicId} ${date} ${half}`, { clinicId, date, half }]),
  );
  return [...byKey.values()].sort((a, b) => compareSessions(a, b) || (a.clinicId < b.clinicId ? -1 : 1));
}
