import { type CivilDate, civilDate, WEEKDAYS } from '@/lib/core/dates';
import type { ScheduleException, ScheduleLine, StatusPeriod } from '@/lib/joint-clinics/schema';
import { laterOf } from '@/prisma/seed/date-order';
import { groupBy } from '@/prisma/seed/group';
import type { Network } from '@/prisma/seed/network';

type Period = { from: CivilDate; to: CivilDate | null };

/** A clinic of a network with everything its history follows from. */
export type HistoryClinic = {
  id: string;
  centreId: string;
  hospitalId: string;
  districtCode: string;
  department: string;
  conditions: readonly { catalogueId: string; code: string }[];
  schedule: readonly ScheduleLine[];
  exceptions: readonly ScheduleException[];
  statuses: readonly StatusPeriod[];
  /** the first day of its first operating period */
  openedOn: CivilDate;
  experts: readonly string[];
  trainees: readonly (Period & { id: string })[];
  /** techniques its centre offers */
  techniques: ReadonlySet<string>;
  /** since when its centre dispenses preparations of the hospital, null when it does not */
  dispensesFrom: CivilDate | null;
};

/** Whether a period with an exclusive end covers a date. */
export function covers({ from, to }: Period, date: CivilDate): boolean {
  return from <= date && (to === null || date < to);
}

const day = (value: Date | string) => civilDate(String(value));
const dayOrNull = (value: Date | string | null | undefined) => (value ? day(value) : null);

function lineOf(row: Network['clinicSchedule'][number]): ScheduleLine {
  const weekday = WEEKDAYS.find((known) => known === row.weekday);
  if (!weekday) throw new Error(`Not a weekday: ${row.weekday}`);
  const { half, startsMinute, endsMinute, recurrence, expertId } = row;
  const dates = { anchorDate: day(row.anchorDate), validFrom: day(row.validFrom), validTo: dayOrNull(row.validTo) };
  return { weekday, half, startsMinute, endsMinute, recurrence, expertId, ...dates };
}

function exceptionOf(row: Network['scheduleException'][number]): ScheduleException {
  const { half, reason, reasonEn = null, startsMinute, endsMinute, expertId } = row;
  const common = { date: day(row.date), half, reason, reasonEn };
  if (row.kind === 'removed') return { kind: 'removed', ...common };
  if (startsMinute == null || endsMinute == null || expertId == null)
    throw new Error(`The added session ${row.id} is not complete`);
  return { kind: 'added', ...common, startsMinute, endsMinute, expertId };
}

/** The clinics of a network in the order of their rows. */
export function historyClinics(network: Network): HistoryClinic[] {
  const districtOf = new Map(network.communityCentre.map(({ facilityId, districtCode }) => [facilityId, districtCode]));
  const lines = groupBy(network.clinicSchedule, ({ clinicId }) => clinicId);
  const exceptions = groupBy(network.scheduleException, ({ clinicId }) => clinicId);
  const statuses = groupBy(network.jointClinicStatus, ({ clinicId }) => clinicId);
  const experts = groupBy(network.jointClinicExpert, ({ clinicId }) => clinicId);
  const trainees = groupBy(network.jointClinicTrainee, ({ clinicId }) => clinicId);
  const conditions = groupBy(network.jointClinicCondition, ({ clinicId }) => clinicId);
  const techniques = groupBy(network.facilityTechnique, ({ facilityId }) => facilityId);
  const dispensing = dispensingSince(network);

  return network.jointClinic.map(({ id, centreId, hospitalId, department }) => {
    const periods = (statuses.get(id) ?? []).map(
      ({ status, validFrom, validTo, reason = null, reasonEn = null }): StatusPeriod => ({
        status,
        validFrom: day(validFrom),
        validTo: dayOrNull(validTo),
        reason,
        reasonEn,
      }),
    );
    const opened = periods.find(({ status }) => status === 'operating');
    const districtCode = districtOf.get(centreId);
    if (!opened || !districtCode) throw new Error(`Clinic ${id} has never opened or has no centre`);
    return {
      id,
      centreId,
      hospitalId,
      districtCode,
      department,
      conditions: (conditions.get(id) ?? []).map(({ catalogueId, conditionCode }) => ({
        catalogueId,
        code: conditionCode,
      })),
      schedule: (lines.get(id) ?? []).map(lineOf),
      exceptions: (exceptions.get(id) ?? []).map(exceptionOf),
      statuses: periods,
      openedOn: opened.validFrom,
      experts: (experts.get(id) ?? []).map(({ expertId }) => expertId),
      trainees: (trainees.get(id) ?? []).map(({ traineeId, validFrom, validTo }) => ({
        id: traineeId,
        from: day(validFrom),
        to: dayOrNull(validTo),
      })),
      techniques: new Set((techniques.get(centreId) ?? []).map(({ techniqueCode }) => techniqueCode)),
      dispensesFrom: dispensing.get(`${centreId}/${hospitalId}`) ?? null,
    };
  });
}

/** Since when each centre dispenses preparations of each hospital, by `centre/hospital`. */
function dispensingSince(network: Network): Map<string, CivilDate> {
  const owner = new Map(network.hospitalPreparation.map(({ id, hospitalId }) => [id, hospitalId]));
  const since = new Map<string, CivilDate>();
  for (const { facilityId, preparationId, validFrom } of network.preparationDispensing) {
    const key = `${facilityId}/${owner.get(preparationId)}`;
    const from = day(validFrom);
    const known = since.get(key);
    if (!known || from < known) since.set(key, from);
  }
  return since;
}

/** The first day on which a clinic can have a session in a history that begins on a date. */
export function beginsOn({ openedOn, schedule }: HistoryClinic, since: CivilDate): CivilDate {
  const first = schedule.map(({ validFrom }) => validFrom).sort()[0] ?? openedOn;
  return laterOf(laterOf(openedOn, first), since);
}
