import 'server-only';
import { mayIOn } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { effectiveHolidays } from '@/lib/directory/holiday-rules';
import type { Half } from '@/lib/directory/schema';
import { clinicStatusOn, planSessions } from '@/lib/joint-clinics/rules';
import type { ExpectedSession } from '@/lib/joint-clinics/schema';
import type { ContentContext, ExpertElsewhere } from './form-schema';
import type { Slot } from './slot-sql';

/** What the schedule expects in the slot, null when nothing. */
export function plannedIn(slot: Slot, date: CivilDate): ExpectedSession | null {
  const { schedules: schedule, exceptions, statuses } = slot;
  const holidays = effectiveHolidays(slot.holidays, slot.holidayChanges);
  return planSessions({ schedule, exceptions, statuses, holidays, from: date, to: date }).expected[0] ?? null;
}

/**
 * The expert the slot's record is held against. What was planned when a record was first written stays, also if the
 * schedule no longer says so: a later exception does not rewrite the past.
 */
export function plannedExpertOf(slot: Slot, date: CivilDate): string | null {
  return plannedIn(slot, date)?.expertId ?? slot.record?.plannedExpertId ?? null;
}

/** Experts on site elsewhere in the same half-day; the place is named only to those who may read its record. */
function elsewhereFor(actor: Actor, slot: Slot): ExpertElsewhere[] {
  return slot.elsewhere.map(({ expertId, clinicName, ...row }) => ({
    expertId,
    place: mayIOn(actor, 'read', 'ClinicSession', { expertId, ...row }) ? clinicName : null,
  }));
}

/** What the content of a record in the slot is checked against. */
export function contextOf(
  actor: Actor,
  slot: Slot,
  { date, half }: { date: CivilDate; half: Half },
  instant: Date,
): ContentContext {
  const status = clinicStatusOn(slot.statuses, date);
  return {
    date,
    half,
    today: dateInShanghai(instant),
    clinicOpen: status === 'operating' || status === 'suspended',
    plannedExpertId: plannedExpertOf(slot, date),
    first: slot.record === null,
    substitutes: slot.substitutes,
    trainees: slot.traineeIds,
    conditions: slot.conditions,
    techniques: slot.techniques,
    elsewhere: elsewhereFor(actor, slot),
    earlierVisits: slot.earlierVisits,
  };
}

/** Whether the actor may write a record in the slot. */
export function mayWrite(actor: Actor, { clinicId, centreId, hospitalId, districtCode }: Slot): boolean {
  return mayIOn(actor, 'create', 'ClinicSession', { clinicId, centreId, hospitalId, districtCode });
}
