import { addDays, type CivilDate, daysBetween } from '@/lib/core/dates';
import type { Half, Holiday } from '@/lib/directory/schema';
import { planSessions } from '@/lib/joint-clinics/rules';
import type { ExpectedSession } from '@/lib/joint-clinics/schema';
import { DEMONSTRATION_DISTRICTS, firstClinicOf } from '@/prisma/seed/demonstration-people';
import type { HistoryClinic } from './clinics';
import type { Story } from './stories';

// What the accounts of the demonstration meet today: a clerk has sessions that are overdue, one that was returned and one
// that is disputed; the expert has some to confirm, the trainee some to sign. Everything else is in order.

const WEEKS = 8;
/** How many days ago the sessions took place that are to stand out, as near as the schedule allows. */
const OVERDUE_AGES = [9, 16];
const RETURNED_AGE = 12;
const DISPUTED_AGE = 7;
const WAITING = 4;
const UNSIGNED_DAYS = 17;

type Planned = { clinic: HistoryClinic; session: ExpectedSession };
export type Cast =
  | Extract<Story, 'plain' | 'waits_for_confirmation' | 'returned_lately' | 'disputed_lately'>
  | 'unlogged';

/** What is arranged for today, and the clinics and the trainee it is arranged with. */
export type Arrangement = {
  cast(clinicId: string, session: { date: CivilDate; half: Half }): Cast | null;
  /** clinics that behave well throughout, so that a clerk's or an expert's list stays short */
  clinics: ReadonlySet<string>;
  /** who is there and has not signed on a date */
  unsigned(clinicId: string, date: CivilDate): string | null;
  /** who has signed everything else */
  trainee: string | null;
};

const keyOf = (clinicId: string, { date, half }: { date: CivilDate; half: Half }) => `${clinicId}/${date}/${half}`;

/** Arranges the last eight weeks of the centres that the demonstration's accounts belong to. */
export function arrangeToday(
  clinics: readonly HistoryClinic[],
  { today, holidays }: { today: CivilDate; holidays: ReadonlyMap<CivilDate, Holiday> },
): Arrangement {
  const cast = new Map<string, Cast>();
  const kept = new Set<string>();
  const range = { from: addDays(today, -7 * WEEKS), to: today };
  const plan = (list: readonly HistoryClinic[]): Planned[] =>
    list
      .flatMap((clinic) =>
        planSessions({ ...clinic, holidays, ...range }).expected.map((session) => ({ clinic, session })),
      )
      .sort((a, b) => (a.session.date > b.session.date ? -1 : 1));

  const firsts = DEMONSTRATION_DISTRICTS.map((code) =>
    firstClinicOf(clinics, ({ districtCode }) => districtCode, code),
  );
  const experts = firsts.map(({ experts: own }) => [...own].sort()[0]);
  for (const [index, first] of firsts.entries()) {
    const here = clinics.filter(({ centreId }) => centreId === first.centreId);
    const elsewhere = clinics.filter(({ centreId, schedule }) => {
      return centreId !== first.centreId && schedule.some(({ expertId }) => expertId === experts[index]);
    });
    for (const { id } of [...here, ...elsewhere]) kept.add(id);
    for (const [key, part] of castCentre(plan(here), today)) cast.set(key, part);
    const own = plan([...here, ...elsewhere]).filter(({ session }) => session.expertId === experts[index]);
    const past = own.filter(({ session }) => session.date < today);
    for (const { clinic, session } of past.filter((one) => free(cast, one)).slice(0, WAITING))
      cast.set(keyOf(clinic.id, session), 'waits_for_confirmation');
  }
  const trainee = [...(firsts[0]?.trainees ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  return {
    trainee: trainee?.id ?? null,
    cast: (clinicId, session) => cast.get(keyOf(clinicId, session)) ?? null,
    clinics: kept,
    unsigned: (clinicId, date) =>
      clinicId === firsts[0]?.id && daysBetween(date, today) <= UNSIGNED_DAYS ? (trainee?.id ?? null) : null,
  };
}

function free(cast: ReadonlyMap<string, Cast>, { clinic, session }: Planned): boolean {
  return (cast.get(keyOf(clinic.id, session)) ?? 'plain') === 'plain';
}

/** One session each as near to its age as there is one, all others in order; today's are still to be logged. */
function castCentre(planned: readonly Planned[], today: CivilDate): Map<string, Cast> {
  const cast = new Map<string, Cast>();
  for (const { clinic, session } of planned)
    cast.set(keyOf(clinic.id, session), session.date === today ? 'unlogged' : 'plain');
  const choose = (age: number, part: Cast) => {
    const [nearest] = planned
      .filter((one) => daysBetween(one.session.date, today) > 4 && free(cast, one))
      .sort((a, b) => distance(a, age, today) - distance(b, age, today));
    if (nearest) cast.set(keyOf(nearest.clinic.id, nearest.session), part);
  };
  choose(DISPUTED_AGE, 'disputed_lately');
  choose(RETURNED_AGE, 'returned_lately');
  for (const age of OVERDUE_AGES) choose(age, 'unlogged');
  return cast;
}

function distance({ session }: Planned, age: number, today: CivilDate): number {
  return Math.abs(daysBetween(session.date, today) - age);
}
